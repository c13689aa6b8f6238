"""A plan for many on the sandbox's pages, in Chromium: looked at, and confirmed by its box."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from candidates.company import REPOSITORY, Run, record_of
from candidates.conftest import apply, company, events  # noqa: F401 - fixtures
from careers import cli
from careers.sandbox import Sandbox


@pytest.fixture
def page(browser: Browser, github: Sandbox, apply: Run) -> Page:  # noqa: F811 - the fixture
    """A job's issue with two candidates, found from the board as a person finds it."""
    for who in "ab":
        assert apply(email=f"{who}@example.com", name=f"Person {who.upper()}") == 0
    assert cli.run("tend", []) == 0
    github.take_events()
    opened = browser.new_page()
    opened.goto(f"{github.url}/ui/{REPOSITORY}/issues")
    opened.get_by_role("link", name="Engineer: all candidates").click()
    return opened


def confirm(page: Page, who: str) -> None:
    """Choose who ticks below the newest plan, and click its box."""
    form = page.locator("form").filter(has_text="ticks boxes").last
    form.get_by_role("combobox").select_option(who)
    page.get_by_role("button", name="Tick").last.click()


def test_a_plan_is_confirmed(page: Page, github: Sandbox, events: Run) -> None:  # noqa: F811 - the fixture
    """Nothing happens before the box; a reader's click is refused, the recruiter's does it."""
    page.get_by_placeholder("Comment, or /help").fill("/reject-all applied filled")
    page.get_by_role("button", name="Comment").click()
    assert events() == 0
    page.reload()
    expect(page.get_by_text("say no to 2 people in applied")).to_be_visible()
    assert record_of(github).stage == "applied"
    confirm(page, "otto")
    expect(page).to_have_title("Refused")
    page.go_back()
    confirm(page, "rita")
    assert events() == 0
    page.reload()
    expect(page.get_by_text("is done, confirmed by rita: 2 people.")).to_be_visible()
    assert [record_of(github, number).stage for number in (1, 2)] == ["rejected"] * 2
