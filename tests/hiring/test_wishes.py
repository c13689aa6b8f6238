"""What an issue's events say that was done by hand."""

from __future__ import annotations

import pytest

from careers.hiring.candidate import Candidate
from careers.hiring.issues import Happening, Issue
from careers.hiring.wishes import brought_up, is_ours, newest
from hiring.sealing import candidate

READ = "2026-03-02T10:00:00Z"
ISSUE = Issue(3, "Ada", "", is_open=True, labels=("flag",), updated=READ)


def event(id_: int, kind: str, label: str = "", when: str = READ) -> Happening:
    """One of rita's."""
    return Happening(id_, kind, "rita", when=when, label=label)


@pytest.mark.parametrize(("ids", "expected"), [((), 0), ((7,), 7), ((7, 12, 9), 12)])
def test_the_newest_event_is_the_one_of_the_highest_id(ids: tuple[int, ...], expected: int) -> None:
    """In whatever order they come; 0 where nothing happened."""
    assert newest([event(id_, "labeled", "hold") for id_ in ids]) == expected


@pytest.mark.parametrize(
    ("events", "labels", "is_open"),
    [
        ((), ("flag",), True),
        ((event(1, "labeled", "hold"),), ("flag", "hold"), True),
        ((event(1, "labeled", "Flag"),), ("flag",), True),
        ((event(1, "unlabeled", "FLAG"),), (), True),
        ((event(2, "unlabeled", "hold"), event(1, "labeled", "hold")), ("flag",), True),
        ((event(1, "labeled", "hold", "2026-03-02T09:59:59Z"),), ("flag",), True),
        ((event(1, "labeled", "stage:offer"),), ("flag",), True),
        ((event(1, "closed"),), ("flag",), False),
        ((event(1, "closed"), event(2, "reopened")), ("flag",), True),
    ],
)
def test_what_happened_since_an_issue_was_read_is_added(
    events: tuple[Happening, ...],
    labels: tuple[str, ...],
    is_open: bool,  # noqa: FBT001 - a column
) -> None:
    """The last event of each label decides; stages are followed elsewhere, older ones are in it."""
    made = brought_up(ISSUE, events)
    assert (made.labels, made.is_open) == (labels, is_open)


@pytest.mark.parametrize(
    ("by_bot", "who", "ours"),
    [
        (True, "careers-bot[bot]", True),
        (True, "another[bot]", False),
        (False, "careers-bot[bot]", False),  # a person may have the name, a bot alone the mark
        (False, "rita", False),
    ],
)
def test_ours_is_what_the_bot_that_wrote_the_issue_did(
    by_bot: bool,  # noqa: FBT001 - a column
    who: str,
    ours: bool,  # noqa: FBT001 - a column
) -> None:
    """Another bot is somebody else, as a person is."""
    issue = Issue(3, "Ada", "", is_open=True, author="careers-bot[bot]")
    happened = Happening(1, "labeled", who, by_bot=by_bot)
    assert is_ours(happened, Candidate(issue, candidate("applied"), {})) is ours
