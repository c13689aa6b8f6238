"""The keyboard alone: everything is reached in order, seen, and filters, searches and applies."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.sites import COMPANIES, Sites
from browser.watch import watched

# What a keyboard should reach, in the order in which it is read; and where the focus is now.
WANTED = """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
  .filter(element => element.checkVisibility({visibilityProperty: true}))
  .map(element => element.outerHTML)"""
FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [element.outerHTML, inside && seen];
}"""


@pytest.mark.parametrize("company", COMPANIES)
def test_everything_is_reached_by_tab_and_seen(
    browser: Browser, sites: Sites, company: str
) -> None:
    """Tab goes through all that can be used, in the order of the page, with a visible focus."""
    site = sites(company)
    with watched(browser, site.origin) as view:
        for path in site.typical:
            view.open(site.url + path)
            wanted = view.page.evaluate(WANTED)
            reached = []
            for _ in wanted:
                view.page.keyboard.press("Tab")
                element, seen = view.page.evaluate(FOCUSED)
                assert seen, f"{path}: the focus does not show on {element}"
                reached.append(element)
            assert reached == wanted, path


def test_a_job_is_found_and_applied_for_by_keyboard(browser: Browser, sites: Sites) -> None:
    """A filter and the search leave fewer jobs; Enter opens one; its first button applies."""
    site = sites("examples")
    with watched(browser, site.origin) as view:
        page = view.page
        view.open(site.url)
        jobs = page.locator("#jobs .job:visible")
        number = jobs.count()
        _tab_to(page, "[data-kind]")
        page.keyboard.press("Enter")
        expect(page.locator('[data-kind][aria-current="true"]')).to_have_count(1)
        assert "?" in page.url
        assert 0 < jobs.count() < number
        page.keyboard.press("Enter")
        expect(jobs).to_have_count(number)

        page.reload()
        _tab_to(page, "input[type=search]")
        page.keyboard.type("debugger")
        expect(page.locator("#count")).not_to_have_text("")
        page.wait_for_url("**?q=debugger")
        expect(jobs.first).to_be_visible()

        _tab_to(page, "#jobs .job a")
        page.keyboard.press("Enter")
        expect(page.locator("article.posting h1")).to_be_visible()
        page.route("https://example.com/**", lambda route: route.fulfill(body="An application"))
        _tab_to(page, "a.button")
        page.keyboard.press("Enter")
        expect(page.get_by_text("An application")).to_be_visible()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what the selector names."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")
