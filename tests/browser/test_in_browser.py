"""Every kind of page as people see it: narrow and wide, light and dark, printed, enlarged."""

from __future__ import annotations

import gzip
import time
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Route

from browser.sites import ALL, COMPANIES, LARGE, Sites
from browser.watch import watched
from careers.build.inputs import load_templates
from careers.site.assets.style import shorter

WIDTHS = (1280, 768, 320)
MEDIA: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "print": {"media": "print"},
    "forced colours": {"forced_colors": "active"},
}
SCREEN: dict[str, Any] = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
PARTS = 3
LATE = 0.2
"""Seconds by which a script comes after the page: long enough that the page is drawn."""
HEAVIEST = 20_000

each_company = pytest.mark.parametrize("company", ALL)


@each_company
@pytest.mark.parametrize("part", range(PARTS))
def test_pages_are_accessible(browser: Browser, sites: Sites, company: str, part: int) -> None:
    """axe-core finds nothing at any width in any medium, and nothing is wider than its window.

    Nor does a page log anything, break its own Content-Security-Policy, ask another host for
    anything or move while it loads.
    """
    site = sites(company)
    with watched(browser, site.origin) as view:
        for path in site.typical[part::PARTS]:
            view.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            view.page.emulate_media(**SCREEN)
            view.open(site.url + path)
            for medium, values in MEDIA.items():
                view.page.emulate_media(**{**SCREEN, **values})
                for width in WIDTHS:
                    view.page.set_viewport_size({"width": width, "height": 900})
                    view.width(f"{medium}, {width} px")
                    view.axe(f"{medium}, {width} px", printed=medium == "print")
        assert not view.complaints, "\n".join(view.complaints)


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_moves_when_a_script_comes_late(
    browser: Browser, sites: Sites, company: str
) -> None:
    """A page that was drawn before its scripts arrived stays as it was drawn."""
    site = sites(company)
    with watched(browser, site.origin, viewport={"width": 1280, "height": 900}) as view:
        view.page.route("**/*.js", _late)
        for path in site.typical:
            view.open(site.url + path)
        assert not view.complaints, "\n".join(view.complaints)


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


@each_company
def test_text_of_twice_the_size_fits(browser: Browser, sites: Sites, company: str) -> None:
    """Text at 200 % is not cut off and needs no sideways scrolling, on a telephone either."""
    site = sites(company)
    with watched(browser, site.origin) as view:
        for path in site.typical:
            view.open(site.url + path)
            view.page.evaluate("document.documentElement.style.fontSize = '200%'")
            for width in WIDTHS:
                view.page.set_viewport_size({"width": width, "height": 900})
                view.width(f"200 %, {width} px")
        assert not view.complaints, "\n".join(view.complaints)


@each_company
def test_reading_and_applying_need_no_script(browser: Browser, sites: Sites, company: str) -> None:
    """With JavaScript off a posting reads the same and says where to apply, if that is known."""
    site = sites(company)
    with (
        watched(browser, site.origin) as view,
        watched(browser, site.origin, java_script_enabled=False) as plain,
    ):
        for path in site.postings:
            view.open(site.url + path)
            plain.page.goto(site.url + path)
            for part in ("h1", ".text"):
                found = [page.locator(part).inner_text() for page in (plain.page, view.page)]
                assert found[0] == found[1]
            apply = plain.page.locator("a.button:visible").all()
            targets = {str(link.get_attribute("href")) for link in apply}
            assert targets or plain.page.locator(".soon:visible").count(), path
            assert all(target.startswith(("https:", "mailto:", "#apply")) for target in targets)


def test_filters_need_no_script(browser: Browser, sites: Sites) -> None:
    """With JavaScript off each value of a filter leads to a page of the jobs that have it."""
    site = sites(LARGE)
    with watched(browser, site.origin, java_script_enabled=False) as view:
        view.page.goto(site.url)
        assert not view.page.locator("input[type=search]").is_visible()
        values = view.page.locator("[data-kind] a").all()
        assert values
        view.page.locator(".pick summary").first.click()
        assert values[0].is_visible()
        told = [(v.get_attribute("href"), v.locator(".n").text_content()) for v in values]
        for value in told:
            answer = view.page.goto(f"{site.url}{value[0]}")
            assert answer
            assert answer.ok
            assert view.page.locator(".job").count() == int(value[1] or 0)
        assert not view.complaints, "\n".join(view.complaints)


def test_the_stylesheet_says_what_it_was_written_to_say(browser: Browser) -> None:
    """What is sent without comments and blanks has the same rules for a browser."""
    css = load_templates()["style.css"]
    page = browser.new_page()
    read = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
      return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ",")); }"""
    assert page.evaluate(read, shorter(css)) == page.evaluate(read, css)
    page.close()


def test_a_posting_weighs_little(sites: Sites) -> None:
    """A posting's HTML and its style, as Pages compresses them, are 20 kB at most."""
    for name in COMPANIES:
        site = sites(name)
        for path in site.postings:
            text = site.text(path).encode()
            styles = html.fromstring(text).xpath("//link[@rel='stylesheet']/@href")
            files = [(site.folder / path / style).resolve().read_bytes() for style in styles]
            weight = sum(len(gzip.compress(data)) for data in [text, *files])
            assert weight <= HEAVIEST, f"{path} weighs {weight} bytes"
