"""An issue's text within GitHub's limits: what goes first where it is full."""

from __future__ import annotations

import pytest

from careers.application import Application, read_application
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.issue.sections import applications_in
from careers.hiring.issue.writer import BODY_MAX, RESERVE, IssueWriter, issue_title, size
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Entry, Record
from careers.text.diagnostics import CareersError

WRITER = IssueWriter(load_candidate_templates())
NOW = "2026-03-02T10:00:00Z"
HASH = "0123456789abcdef"


def application(message: str) -> Application:
    """An application with that message."""
    fields = {"posting": "engineer", "name": "Ada", "email": "ada@example.com"}
    return read_application({**fields, "message": message})


def record(moves: int = 0, reason: str = "") -> Record:
    """A record with so many moves after the first line."""
    first = Entry(when=NOW, who="site", to="applied")
    move = Entry(when=NOW, who="rita", start="applied", to="offer", reason=reason)
    return Record(
        person=HASH,
        applications=(HASH,),
        posting="engineer",
        title="Engineer",
        stages=("applied", "offer"),
        stage="offer",
        history=(first, *(move for _ in range(moves))),
    )


def issue(kept: Record, *messages: str) -> str:
    """An issue's text with applications of these messages, the newest first."""
    texts = [WRITER.application(application(message), HASH, NOW) for message in messages]
    return WRITER.new_body(kept, WRITER.facts(kept, application("x"), NOW), texts)


def read(body: str) -> Record:
    """The record in a text."""
    found = read_record(body)
    assert found is not None
    return found


def filled(body: str, left: int) -> str:
    """The text with notes of the team that leave so much room."""
    notes = "x" * (BODY_MAX - size(body) - left)
    return body.replace("### Notes\n", f"### Notes\n\n{notes}\n", 1)


@pytest.mark.parametrize(
    ("name", "job", "expected"),
    [
        ("Ada", "x" * 100, f"Ada · {'x' * 100}"),
        ("Ada", "x" * 101, f"Ada · {'x' * 99}…"),
        ("a" * 153, "x" * 100, f"{'a' * 153} · {'x' * 100}"),
        ("a" * 154, "x" * 100, f"{'a' * 152}… · {'x' * 100}"),
    ],
)
def test_a_title_fits(name: str, job: str, expected: str) -> None:
    """256 characters: at most 100 for the job, the rest for the name."""
    assert issue_title(name, job) == expected
    assert len(expected) <= 256


def test_what_utf_16_spells_with_two_counts_as_two() -> None:
    """GitHub's limit is meant as the strictest counts."""
    assert size("a\uffff\U00010000") == 4


def test_a_new_issue_leaves_room_for_what_comes() -> None:
    """To the character: one more is refused, as the sender's fault."""
    ticks = "`" * 11_000  # each takes five characters once it is harmless
    left = BODY_MAX - RESERVE - size(issue(record(), ticks))
    assert size(issue(record(), f"{ticks}{'x' * left}")) == BODY_MAX - RESERVE
    with pytest.raises(CareersError, match="too long") as caught:
        issue(record(), f"{ticks}{'x' * (left + 1)}")
    assert caught.value.status == 1


@pytest.mark.parametrize(("more", "dropped"), [(0, 0), (1, 1)])
def test_a_text_that_just_fits_stays_whole(more: int, dropped: int) -> None:
    """To the character."""
    body, moved = issue(record(), "new", "old"), record(moves=1)
    left = BODY_MAX - size(WRITER.updated(body, moved))
    body = body.replace("### Notes\n", f"### Notes\n{'x' * (left + more)}", 1)
    assert read(WRITER.updated(body, moved)).dropped == dropped


def test_the_oldest_application_goes_first() -> None:
    """The newest and the history stay, and the record counts what went."""
    body = filled(issue(record(), "new", "old " * 500), 100)
    after = WRITER.updated(body, record(moves=3, reason="r" * 60))
    assert [text.text for text in applications_in(after)] == ["> new"]
    assert read(after).dropped == 1
    assert len(read(after).history) == 4
    assert size(after) <= BODY_MAX


def test_then_old_history_goes_but_for_how_it_began() -> None:
    """The only application stays, and none is counted as dropped."""
    body = filled(issue(record(), "new"), 1000)
    after = WRITER.updated(body, record(moves=20, reason="r" * 60))
    assert [text.text for text in applications_in(after)] == ["> new"]
    found = read(after)
    assert found.dropped == 0
    assert 2 <= len(found.history) < 21
    assert found.history[0].who == "site"
    assert found.history[-1].who == "rita"
    assert size(after) <= BODY_MAX


def test_where_nothing_is_left_to_go_it_is_said() -> None:
    """The team's own words are never cut."""
    body = filled(issue(record(), "new"), 0)
    with pytest.raises(CareersError, match="text is full") as caught:
        WRITER.updated(body, record(moves=1))
    assert caught.value.status == 1


def test_fifty_lines_of_history_are_shown() -> None:
    """How many earlier ones there are is said."""
    assert "earlier lines" not in issue(record(moves=49), "x")
    shown = issue(record(moves=51), "x")
    assert "_2 earlier lines stand in the record._" in shown
    assert shown.count("`rita`: applied → **offer**") == 50
