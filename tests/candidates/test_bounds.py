"""What an application, a move and nothing to do cost, however many candidates there are."""

from __future__ import annotations

import tracemalloc

import pytest

from candidates.company import REPOSITORY, Run, asked, candidates_of, record_of
from candidates.crowds import BOT, crowd
from careers import cli
from careers.sandbox import Sandbox


@pytest.mark.parametrize("count", [3, 250, 10_000])
def test_the_cost_does_not_grow_with_the_candidates(
    apply: Run, events: Run, github: Sandbox, count: int
) -> None:
    """Open 4, the same again 2, label 5, command 7, box 6, nothing to do 2; little memory."""
    assert cli.run("labels", []) == 0
    crowd(github, count)

    def cost(send: Run, **changes: str) -> int:
        before = len(github.requests)
        assert send(**changes) == 0
        return len(asked(github, before))

    tracemalloc.start()
    assert cost(apply) == 4
    assert tracemalloc.get_traced_memory()[1] < 100e6
    tracemalloc.stop()
    assert cost(apply) == 2
    assert cost(apply, message="More") == 7
    assert cost(apply, message="More") == 3
    github.take_events()
    github.act("rita").add_label(REPOSITORY, count + 1, "stage:offer")
    assert cost(events) == 5
    github.take_events()
    github.act("rita").comment(REPOSITORY, count + 1, "/stage case-study")
    assert cost(events) == 7
    assert record_of(github, count + 1).stage == "case-study"
    github.take_events()
    body, box = github.issue(REPOSITORY, count + 1)["body"], "<!-- do:stage offer -->"
    body = body.replace(f"[ ] {box}", f"[x] {box}")
    github.act("rita").edit(REPOSITORY, count + 1, body=body)
    assert cost(events) == 6
    assert record_of(github, count + 1).stage == "offer"
    github.requests.clear()


@pytest.mark.parametrize("lists", [1, 2])
def test_a_list_that_comes_back_empty_loses_nobody(apply: Run, github: Sandbox, lists: int) -> None:
    """A second issue is opened at worst, which ``tend`` joins with the first."""
    assert apply() == 0
    github.lag_lists(lists)
    assert apply() == 0
    github.lag_lists(0)
    assert cli.run("tend", []) == 0
    states = [issue["state_reason"] for issue in candidates_of(github)]
    assert states == [None, "duplicate"]


def test_the_answer_of_the_request_that_opened_counts(apply: Run, github: Sandbox) -> None:
    """Where the fill is cut off and the list does not know the issue yet, it is filled."""
    github.lag_lists(3)
    github.fail(at=1, how="cut", method="PATCH", path=r"/issues/1$")
    assert apply() == 0
    assert len(github.issues(REPOSITORY)) == 1
    assert record_of(github).stage == "applied"


def test_pages_beyond_ten_thousand_are_reached_by_the_cursor(github: Sandbox) -> None:
    """Where page numbers end, the link goes on."""
    from careers.github.client import GitHub  # noqa: PLC0415

    bot = github.act(BOT)
    for number in range(120):
        bot.open_issue(REPOSITORY, str(number), "")
    target = GitHub(github.url, "t-bot", REPOSITORY)
    from careers.sandbox import limits  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "PAGED", 100)
        found = list(target.pages("/issues?state=all", "list"))
    assert len(found) == 120
    assert any("after" in request.query for request in github.requests)
