"""Of two issues of one person at one job people are told once."""

from __future__ import annotations

import pytest

from careers.hiring.actions import Comment, CreateIssue, EditIssue
from careers.hiring.applying.attention import plan_keeping
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Entry, Record
from careers.hiring.tending import plan_linking
from hiring.sealing import KEYS, WRITER, block, candidate

ANOTHER = "fedcba9876543210"
MOVED = (
    Entry(when="2026-03-01T10:00:00Z", who="site", to="applied"),
    Entry(when="2026-03-02T10:00:00Z", who="rita", start="applied", to="offer"),
)


def record(number: int, *entries: Entry, **changes: object) -> Record:
    """A candidate's; all are of one person."""
    return candidate("applied", *entries, number=number).model_copy(update=changes)


FIRST = record(3)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ((FIRST,), []),
        ((record(3, *MOVED),), []),
        ((FIRST, record(4, applications=(ANOTHER,))), [(4, "<!-- careers:note perhaps 3 -->")]),
        ((FIRST, record(4, *MOVED)), [(4, "<!-- careers:note perhaps 3 -->")]),
        ((FIRST, record(4)), []),  # one submission twice, which is joined
        ((FIRST, record(4, applications=(ANOTHER,), other_names=(3,))), []),
        ((FIRST, record(4, applications=(ANOTHER,), apart=(3,))), []),
        ((FIRST, record(4, applications=(ANOTHER,), duplicate_of=3)), []),
        ((FIRST, record(4, applications=(ANOTHER,), posting="designer")), []),
        ((FIRST, record(4, applications=(ANOTHER,), person=ANOTHER)), []),
    ],
)
def test_two_issues_of_one_person(records: tuple[Record, ...], told: list[tuple[int, str]]) -> None:
    """On the later one, unless it was said, a person told them apart, or it explains itself."""
    known = [(Issue(x.issue, "Ada", block(x), is_open=True), x) for x in records]
    plans = plan_linking(known, WRITER)
    made = [(n, x.marker) for n, actions in plans for x in actions if isinstance(x, Comment)]
    assert made == told


def test_a_link_is_one_write_more() -> None:
    """An older record than the one before would be taken for one that somebody put back."""
    both = (FIRST, record(4, applications=(ANOTHER,)))
    ((number, actions),) = plan_linking(
        [(Issue(x.issue, "Ada", block(x), is_open=True), x) for x in both], WRITER
    )
    (edit,) = (action for action in actions if isinstance(action, EditIssue))
    written = read_record(edit.body or "", number, KEYS)
    assert written is not None
    assert written.sequence == both[1].sequence + 1
    assert written.other_names == (3,)


def test_what_nobody_can_read_opens_an_issue_without_a_word_of_it() -> None:
    """It is filled afterwards."""
    (made,) = plan_keeping("0" * 32, "1" * 32, [], WRITER).actions
    assert isinstance(made, CreateIssue)
    assert made.title == "Application that needs attention"
