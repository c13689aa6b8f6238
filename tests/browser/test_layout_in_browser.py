"""What moves, what is too wide to read, and what is seen in few colours, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.sites import ALL, LARGE, Sites, build
from browser.watch import watched
from careers.cli.support.local_web import serve_folder
from imagehost import image_host, picture

POSTING = """---
title: Tool Maker
status: open
apply: https://example.com/apply
---

# Tool Maker

![Wide]({0}/wide.png) and, in one line, ![a badge]({0}/badge.png) and text.

<img src="{0}/tall.png" alt="Narrow" width="200"> <img src="{0}/tall.png?2" alt="Low" height="40">

| image | text |
|---|---|
| ![In a table]({0}/tall.png?3) | The text beside it |

![Gone]({0}/gone.png)

![Ours](images/ours.png) <img src="images/ours.png" alt="Ours, narrow" width="200">
<img src="images/ours.png" alt="Ours, low" height="40">

The end.
"""
SIZES = {"wide": (1200, 500), "badge": (90, 20), "tall": (300, 900)}
BOXES = (
    "[...document.querySelectorAll('.text *')].map(e => JSON.stringify(e.getBoundingClientRect()))"
)

# The longest line of each text: its characters, by where their boxes end.
LONGEST = """() => {
  const range = document.createRange();
  const length = text => {
    const lines = {};
    for (let at = 0; at < text.length; at++) {
      range.setStart(text, at); range.setEnd(text, at + 1);
      const box = range.getClientRects()[0];
      if (box?.width) lines[Math.round(box.bottom)] = (lines[Math.round(box.bottom)] ?? 0) + 1;
    }
    return Math.max(0, ...Object.values(lines));
  };
  const texts = [...document.querySelectorAll('.text :is(p, li, blockquote), .lead, .end p')];
  const nodes = texts.flatMap(text => [...text.childNodes].filter(node => node.nodeType === 3));
  return Math.max(0, ...nodes.map(length));
}"""
MOST = 82

each_company = pytest.mark.parametrize("company", ALL)


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_images_come_late(browser: Browser, tmp_path: Path, width: int) -> None:
    """Images of another host and our own have their place before they come, and if they do not."""
    (tmp_path / "postings" / "images").mkdir(parents=True)
    (tmp_path / "postings" / "images" / "ours.png").write_bytes(picture(size=(600, 250)))
    with image_host(tmp_path) as (host, _):
        host.files = {f"/{name}.png": picture(size=size) for name, size in SIZES.items()}
        text = POSTING.format(host.url)
        (tmp_path / "postings" / "maker.md").write_text(text, encoding="utf-8")
        build(tmp_path, tmp_path / "site")
        window = {"width": width, "height": 3000}
        with (
            serve_folder(tmp_path / "site", "https://jobs.example.com/") as url,
            watched(browser, url, viewport=window, ignore_https_errors=True) as view,
        ):
            host.free.clear()
            view.page.goto(f"{url}maker/", wait_until="domcontentloaded")
            view.page.wait_for_timeout(300)
            before = view.page.evaluate(BOXES)
            images = view.page.locator(".text img").all()
            assert len(images) == 9
            expect(images[0]).to_have_js_property("complete", value=False)
            host.free.set()
            for image in images:
                expect(image).to_have_js_property("complete", value=True)
            view.page.wait_for_timeout(300)
            assert len(set(host.asked)) == 6
            assert view.page.evaluate(BOXES) == before
            assert view.page.evaluate("window.__shift") == 0


@each_company
def test_a_wide_screen_is_no_wide_text(browser: Browser, sites: Sites, company: str) -> None:
    """At 4K lines stay short enough to read, nothing is cut off, and axe-core finds nothing."""
    site = sites(company)
    with watched(browser, site.origin, viewport={"width": 3840, "height": 2160}) as view:
        for path in site.typical:
            view.open(site.url + path)
            view.width("4K")
            view.axe("4K")
            assert view.page.evaluate(LONGEST) <= MOST, path
        assert not view.complaints, "\n".join(view.complaints)


@each_company
def test_contrast_and_stillness_as_asked_for(browser: Browser, sites: Sites, company: str) -> None:
    """Who asks for more contrast gets full ink for borders and text; nothing moves by itself."""
    site = sites(company)
    options = {"contrast": "more", "reduced_motion": "reduce"}
    with watched(browser, site.origin, **options) as view:
        for path in site.typical:
            view.open(site.url + path)
            view.axe("more contrast")
            root = "getComputedStyle(document.documentElement).getPropertyValue"
            assert view.page.evaluate(f"{root}('--line') === {root}('--ink')")
            assert view.page.evaluate("document.getAnimations().length") == 0
        assert not view.complaints, "\n".join(view.complaints)


def test_few_colours_show_what_is_pressed_and_where_the_focus_is(
    browser: Browser, sites: Sites
) -> None:
    """In forced colours buttons and boxes have borders; a chosen filter differs, focused or not."""
    site = sites(LARGE)
    with watched(browser, site.origin, forced_colors="active") as view:
        page = view.page
        view.open(f"{site.url}teams/people/")
        page.locator(".pick.on > summary").click()

        def style(selector: str, name: str) -> str:
            script = "(e, name) => getComputedStyle(e)[name]"
            return str(page.locator(selector).first.evaluate(script, name))

        for selector in (".button", ".more", ".pick.on > summary", ".chip"):
            assert style(selector, "borderTopStyle") == "solid", selector
            assert style(selector, "borderTopColor") != style("body", "backgroundColor"), selector
        chosen, other = ".panel a[aria-current]", ".panel a:not([aria-current])"
        assert style(chosen, "outlineStyle") == "solid"
        assert style(other, "outlineStyle") == "none"
        page.keyboard.press("Tab")
        for selector in (chosen, other, ".more .button"):
            page.locator(selector).first.focus()
            assert style(selector, "outlineStyle") == "solid", selector
            assert style(selector, "outlineWidth") == "3px", selector
        assert not view.complaints, "\n".join(view.complaints)
