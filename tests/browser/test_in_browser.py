"""Every kind of page as people see it: narrow and wide, light and dark, printed, enlarged."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from browser.conftest import Sites
from browser.sites import COMPANIES
from browser.watch import watched

WIDTHS = (1280, 768, 320)
MEDIA: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "print": {"media": "print"},
    "forced-colours": {"forced_colors": "active"},
}
HEAVIEST = 20_000


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("company", COMPANIES)
def test_pages_are_accessible(browser: Browser, sites: Sites, company: str, medium: str) -> None:
    """axe-core finds nothing at any width, and nothing must be scrolled sideways.

    Nor does a page log anything, break its own Content-Security-Policy, ask another host for
    anything or move while it loads.
    """
    site = sites(company)
    with watched(browser, site.origin) as view:
        view.page.emulate_media(**MEDIA[medium])
        for path in site.typical:
            view.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            view.open(site.url + path)
            for width in WIDTHS:
                view.page.set_viewport_size({"width": width, "height": 900})
                view.width(f"{width} px")
                view.axe(f"{medium}, {width} px")
        assert not view.complaints, "\n".join(view.complaints)


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("width", [320, 1280])
def test_text_of_twice_the_size_fits(
    browser: Browser, sites: Sites, company: str, width: int
) -> None:
    """Text at 200 % is not cut off and needs no sideways scrolling."""
    site = sites(company)
    with watched(browser, site.origin, viewport={"width": width, "height": 900}) as view:
        for path in site.typical:
            view.open(site.url + path)
            view.page.evaluate("document.documentElement.style.fontSize = '200%'")
            view.width("200 %")
        assert not view.complaints, "\n".join(view.complaints)


@pytest.mark.parametrize("company", COMPANIES)
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
            assert (
                plain.page.locator("article").inner_text()
                == view.page.locator("article").inner_text()
            )
            apply = plain.page.locator("a.button")
            targets = {apply.nth(i).get_attribute("href") for i in range(apply.count())}
            assert targets or plain.page.locator(".soon").first.is_visible()
            assert all(str(target).startswith(("https:", "mailto:")) for target in targets)


def test_a_posting_weighs_little(sites: Sites) -> None:
    """A posting's HTML and its style, as Pages compresses them, are 20 kB at most."""
    for name in COMPANIES:
        site = sites(name)
        for path in site.postings:
            text = site.text(path)
            styles = html.fromstring(text.encode()).xpath("//link[@rel='stylesheet']/@href")
            files = [(site.folder / path / style).resolve() for style in styles]
            weight = sum(
                len(gzip.compress(data))
                for data in [text.encode(), *(f.read_bytes() for f in files)]
            )
            assert weight <= HEAVIEST, f"{path} weighs {weight} bytes"
