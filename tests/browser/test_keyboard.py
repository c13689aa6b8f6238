"""The keyboard alone: everything is reached in order, seen, and filters, searches and applies."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.sites import ALL, LARGE, Sites
from browser.watch import watched

# What a keyboard should reach, in the order in which it is read; and where the focus is now.
WANTED = """() => {
  const some = 'a[href], button, input:not([type=hidden]), textarea, summary, [tabindex="0"]';
  const seen = [...document.querySelectorAll(some)]
    .filter(element => element.checkVisibility({visibilityProperty: true}));
  const first = element => seen.find(other => other.name === element.name);
  // Of the answers of one question, arrow keys choose.
  return seen.filter(element => element.type !== 'radio' || first(element) === element)
    .map(element => element.outerHTML);
}"""
FOCUSED = """() => {
  // The ring of a job is around its row, all of which leads to it.
  const element = document.activeElement, row = element.closest('.job, .results > li');
  const style = getComputedStyle(row ?? element), box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [element.outerHTML, inside && seen];
}"""


@pytest.mark.parametrize("company", ALL)
def test_everything_is_reached_by_tab_and_seen(
    browser: Browser, sites: Sites, company: str
) -> None:
    """Tab goes through all that can be used, in the order of the page, with a visible focus."""
    site = sites(company)
    with watched(browser, site.origin) as view:
        for path in site.typical:
            view.open(site.url + path)
            wanted = view.page.evaluate(WANTED)
            reached: list[str] = []
            while len(reached) < len(wanted):
                view.page.keyboard.press("Tab")
                element, seen = view.page.evaluate(FOCUSED)
                if reached and element == reached[-1]:  # a date has parts
                    continue
                assert seen, f"{path}: the focus does not show on {element}"
                reached.append(element)
            assert reached == wanted, path


def test_a_job_is_found_and_applied_for_by_keyboard(browser: Browser, sites: Sites) -> None:
    """Filters and the search leave fewer jobs; Enter opens one; its first button applies."""
    site = sites(LARGE)
    with watched(browser, site.origin) as view:
        page = view.page
        view.open(site.url)
        jobs = page.locator("#jobs .job:visible")
        number = jobs.count()
        _tab_to(page, ".pick summary")
        page.keyboard.press("Enter")
        _tab_to(page, '[name="team"]')
        page.keyboard.press("Space")
        expect(page.locator(".chip")).to_have_count(1)
        one = jobs.count()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page).to_have_url(re.compile(r"team=.+team="))
        assert 0 < one < jobs.count() < number
        page.keyboard.press("Escape")
        expect(page.locator(".pick[open]")).to_have_count(0)
        _tab_to(page, ".chosen .plain")
        page.keyboard.press("Enter")
        expect(jobs).to_have_count(number)
        expect(page.locator("#q")).to_be_focused()

        page.keyboard.type("battery")
        page.wait_for_url("**?q=battery")
        _tab_to(page, ".results a")
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
