"""A recruiter's morning on the sandbox's pages, in Chromium: each list is one click away."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from candidates.company import REPOSITORY, Run
from candidates.conftest import apply, clock, company, events  # noqa: F401 - fixtures
from candidates.letters import Clock
from careers import cli
from careers.sandbox import Sandbox


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 - a story and its fixtures
    browser: Browser,
    github: Sandbox,
    apply: Run,  # noqa: F811 - the fixture
    events: Run,  # noqa: F811 - the fixture
    clock: Clock,  # noqa: F811 - the fixture
    company: Path,  # noqa: F811 - the fixture
) -> Page:
    """*All jobs*: one is late and rita's, one is late and nobody's, one wrote last, one is new."""
    posting = company / "postings/engineer.md"
    text = posting.read_text("utf-8").replace("status: open", "status: open\nhiring_manager: rita")
    posting.write_text(text, "utf-8")
    for who, job in (("Ada", "engineer"), ("Bo", "designer"), ("Cy", "designer")):
        assert apply(name=who, email=f"{who}@example.com", posting=job) == 0
    github.act("rita").comment(REPOSITORY, 3, "/next +20d Write to them")
    assert events() == 0
    clock.forward(timedelta(days=12))
    assert apply(name="Di", email="di@example.com", posting="designer") == 0
    assert apply(name="Cy", email="cy@example.com", posting="designer", message="Any news?") == 0
    assert cli.run("tend", []) == 0
    opened = browser.new_page()
    opened.goto(f"{github.url}/ui/{REPOSITORY}/issues")
    opened.get_by_role("link", name="All jobs").click()
    return opened


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("mine, due today", ["Ada"]),
        ("all that is mine", ["Ada"]),
        ("nobody's", ["Bo", "Cy", "Di"]),
        ("never answered, due", ["Ada", "Bo"]),
        ("they wrote last", ["Cy"]),
        ("to be settled", []),
    ],
)
def test_each_list_is_one_click_away(page: Page, link: str, found: list[str]) -> None:
    """Mine, who waits, whom nobody answered: by GitHub's own search, whose words the link has."""
    page.get_by_role("link", name=link, exact=True).click()
    expect(page.get_by_text(re.compile(rf"^{len(found)} found"))).to_be_visible()
    titles = page.get_by_role("link", name=re.compile(" · (Engineer|Designer)$")).all_inner_texts()
    assert sorted(title.partition(" · ")[0] for title in titles) == found
