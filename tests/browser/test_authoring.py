"""What authors see while they write: `careers serve` and `careers preview`, in a real browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.sites import ROOT
from browser.watch import watched

SETTINGS = '[company]\nname = "Example Tools"\n[site]\nurl = "https://example.com/jobs/"\n'
OPEN = """---
title: Tool Maker
status: open
posted: 2026-11-02
apply: https://example.com/apply
---

# Tool Maker

## About us

We make tools. ![Our logo](images/logo.svg)

[A handbook](https://example.com/handbook), [within](#about-us)
"""
DRAFT = "---\ntitle: Secret Agent\nstatus: draft\n---\n\n# Secret Agent\n\nWe look for you.\n"
HOSTILE = "[click](TODO<img/src=x/onerror=steal()>)"


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A repository with an open posting and a draft."""
    postings = tmp_path / "postings"
    (postings / "images").mkdir(parents=True)
    (tmp_path / "careers.toml").write_text(SETTINGS, encoding="utf-8")
    (postings / "tool-maker.md").write_text(OPEN, encoding="utf-8")
    (postings / "agent.md").write_text(DRAFT, encoding="utf-8")
    logo = ROOT / "examples" / "company" / "postings" / "images" / "logo.svg"
    (postings / "images" / "logo.svg").write_bytes(logo.read_bytes())
    return tmp_path


def careers(*arguments: str) -> list[str]:
    """The command line of a verb."""
    # Where the tests run in a shell's background, a process begins deaf to Ctrl-C.
    hearing = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = f"{hearing}; import sys; sys.path.insert(0, {str(ROOT / 'scripts')!r})"
    return [
        sys.executable,
        "-c",
        f"{program}; from careers.cli import main; sys.exit(main())",
        *arguments,
    ]


@contextmanager
def served(company: Path) -> Iterator[str]:
    """The address that `careers serve` prints; Ctrl-C ends it, well."""
    process = subprocess.Popen(
        careers("serve"), cwd=company, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout
        yield next(line.strip() for line in process.stdout if line.startswith("http"))
    finally:
        process.send_signal(signal.SIGINT)
        status = process.wait(20)
        if process.stdout:
            process.stdout.close()
    assert status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way")
def test_serve_shows_each_change_what_is_found_and_drafts(browser: Browser, company: Path) -> None:
    """A page loads again when its posting changes; findings are text, drafts have a ribbon."""
    posting = company / "postings" / "tool-maker.md"
    with served(company) as address, watched(browser, address.split("/jobs")[0]) as view:
        page = view.page
        page.add_init_script("window.steal = () => document.body.replaceChildren('stolen')")
        page.goto(f"{address}agent/")
        expect(page.locator("careers-live .ribbon")).to_have_text("Draft: not published")
        page.goto(f"{address}tool-maker/")
        expect(page.get_by_text("We make tools.")).to_be_visible()
        expect(page.locator("careers-live .ribbon")).to_have_count(0)

        posting.write_text(OPEN.replace("make tools", "mend tools") + HOSTILE, encoding="utf-8")
        expect(page.get_by_text("We mend tools.")).to_be_visible(timeout=20_000)
        found = page.locator("careers-live li").filter(has_text="tool-maker.md:15:")
        expect(found.filter(has_text="error[links-local]")).to_be_visible()
        expect(page.locator("careers-live img")).to_have_count(0)

        posting.write_text(OPEN.replace("status: open", "status: perhaps"), encoding="utf-8")
        expect(page.locator("careers-live .error").first).to_contain_text(
            "cannot be read", timeout=20_000
        )
        expect(page.get_by_text("We mend tools.")).to_be_visible()
        assert not view.complaints, "\n".join(view.complaints)


def test_preview_opens_from_disk(browser: Browser, company: Path) -> None:
    """One file holds style and images; links are whole; nothing is logged or asked for."""
    out = company / "out" / "page.html"
    for name in ("tool-maker", "agent"):
        command = careers("preview", f"postings/{name}.md", "--out", str(out))
        subprocess.run(command, cwd=company, check=True, stdout=subprocess.DEVNULL)
        with watched(browser, "file://") as view:
            view.open(out.as_uri())
            view.axe("preview")
            assert view.page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
            for link in view.page.locator("a[href]").all():
                assert re.match(r"https:|mailto:|#", link.get_attribute("href") or "")
            for image in view.page.locator("img").all():
                image.scroll_into_view_if_needed()
                expect(image).to_have_js_property("complete", value=True)
                assert image.evaluate("image => image.naturalWidth") > 0
            assert not view.complaints, "\n".join(view.complaints)
