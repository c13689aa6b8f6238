"""The issue that says what waits: what is signed finds it, and what is done to it is put right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careers.hiring.actions import CreateIssue, EditIssue
from careers.hiring.issues import Issue
from careers.hiring.waiting import LETTERS, find_waiting, plan_waiting
from hiring.sealing import KEYS, WRITER, block, candidate

RUNS = "https://github.com/acme/candidates/actions"


def opened(number: int = 7, count: int = 2) -> Issue:
    """As a run has just opened it."""
    (action,) = plan_waiting(LETTERS, count, RUNS, None, WRITER).actions
    assert isinstance(action, CreateIssue)
    return Issue(number, action.title, action.body, is_open=True, labels=action.labels, by_bot=True)


def planned(issue: Issue | None, count: int) -> EditIssue | None:
    """What is written into it."""
    actions = plan_waiting(LETTERS, count, RUNS, issue, WRITER).actions
    edit = actions[0] if actions else None
    assert edit is None or isinstance(edit, EditIssue)
    return edit


def bound(count: int = 2) -> Issue:
    """As the next run leaves it: signed for its number."""
    edit = planned(opened(), count)
    assert edit
    assert edit.body
    return replace(opened(), body=edit.body)


def test_what_is_as_it_should_be_costs_nothing() -> None:
    """Once it was bound to its number."""
    assert planned(bound(), 2) is None
    assert find_waiting(LETTERS, [bound()], KEYS) == bound()


DONE_TO_IT = {
    "closed": {"is_open": False},
    "edited": {"body": bound().body.replace("2 letters are due", "All letters went")},
    "emptied of its words": {"body": bound().body[bound().body.index("<!--") :]},
}


@pytest.mark.parametrize("changes", DONE_TO_IT.values(), ids=DONE_TO_IT)
def test_what_somebody_did_to_it_is_put_right(changes: dict[str, object]) -> None:
    """While letters wait it is open and says so."""
    edit = planned(replace(bound(), **changes), 2)  # type: ignore[arg-type]
    assert edit
    assert edit.closed is (False if "is_open" in changes else None)
    assert edit.body == bound().body


def test_reopened_it_is_closed_again() -> None:
    """Where nothing waits any more."""
    done = planned(bound(), 0)
    assert done
    assert done.closed
    again = planned(replace(bound(), body=done.body or "", is_open=True), 0)
    assert again
    assert again.closed


def test_a_copy_is_text() -> None:
    """In a person's issue, another of the bot's, a candidate's: none is written over."""
    theirs = replace(opened(3), by_bot=False)
    another = replace(bound(), number=4)
    body = f"{opened().body}\n{block(candidate('offer', number=5))}"
    ada = replace(opened(5), title="Ada · Engineer", body=body)
    assert find_waiting(LETTERS, [theirs, another, ada], KEYS) is None
    titled = replace(ada, title=LETTERS.title)
    assert find_waiting(LETTERS, [titled, bound()], KEYS) == bound()


def test_without_what_is_signed_another_is_opened() -> None:
    """What somebody deleted or took the mark out of is none."""
    assert find_waiting(LETTERS, [replace(bound(), body="2 letters wait")], KEYS) is None
    assert plan_waiting(LETTERS, 0, RUNS, None, WRITER).actions == ()
