"""What outsiders write into postings, in a real browser: nothing runs, loads or breaks out.

Each file of ``tests/site/hostile`` is a posting, or the text of one. A script that ran would call
``steal``; nothing of them may be asked of another host.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, Request

from browser.sites import ROOT, build
from browser.watch import Watched, watched
from careers.cli.support.local_web import serve_folder

CASES = sorted((ROOT / "tests" / "site" / "hostile").glob("*.md"))
FRONT = """---
title: Tool Maker
status: open
team: Tools
apply: https://example.com/apply
---

# Tool Maker

Before.

{hostile}

After.
"""
SHAPE = (Path(__file__).parent / "shape.js").read_text(encoding="utf-8")


def test_there_are_many_cases() -> None:
    """At least sixty, each of its own."""
    assert len({case.read_bytes() for case in CASES}) >= 60


def test_hostile_postings_do_nothing(browser: Browser, tmp_path: Path) -> None:
    """No dialog, no script, no request to another host; the page keeps its shape and its links."""
    folder = tmp_path / "postings"
    folder.mkdir()
    for case in CASES:
        text = case.read_bytes().decode()
        whole = text if text.startswith("---\n") else FRONT.replace("{hostile}", text)
        (folder / case.name).write_bytes(whole.encode())
    pages = [page for page in build(tmp_path, tmp_path / "site") if page.endswith("/")]
    assert {f"{case.stem}/" for case in CASES} <= set(pages)
    with serve_folder(tmp_path / "site", "https://jobs.example.com/") as url:
        with watched(browser, url.rstrip("/"), viewport={"width": 1280, "height": 2000}) as view:
            view.page.add_init_script("window.__stolen = []; window.steal = x => __stolen.push(x)")
            for page in ["", *(f"{case.stem}/" for case in CASES)]:
                _look(view, view.page, url + page)
        assert not view.complaints, "\n".join(view.complaints)


def _look(view: Watched, page: Page, address: str) -> None:
    view.open(address)
    for what, holds in page.evaluate(SHAPE).items():
        if not holds:
            view.complaints.append(f"{address}: not so: {what}")


def test_a_remote_image_is_asked_for_without_a_referrer(browser: Browser, tmp_path: Path) -> None:
    """An image of another host loads when it comes near, and its host is not told from where."""
    folder = tmp_path / "postings"
    folder.mkdir()
    text = "![A view of the sea](https://images.example/sea.png)"
    (folder / "sea.md").write_text(FRONT.replace("{hostile}", text), encoding="utf-8")
    build(tmp_path, tmp_path / "site")
    with serve_folder(tmp_path / "site", "https://jobs.example.com/") as url:
        page = browser.new_page()
        asked: list[Request] = []
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it wants a function
        page.route("https://images.example/*", lambda route: route.abort())
        page.goto(f"{url}sea/")
        page.get_by_alt_text("A view of the sea").scroll_into_view_if_needed()
        assert page.get_by_alt_text("A view of the sea").get_attribute("loading") == "lazy"
        page.close()
    (image,) = [request for request in asked if "images.example" in request.url]
    assert image.resource_type == "image"
    assert "referer" not in image.headers
