"""An issue's text within GitHub's limits: what goes on in comments where it is full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.application import Application, read_application
from careers.hiring.issue.fitting import BODY_MAX, pieces, size
from careers.hiring.issue.sections import section
from careers.hiring.issue.writer import FIRST_MAX, RESERVE, Written, issue_title
from careers.hiring.record.model import Entry, Record
from careers.text.diagnostics import CareersError
from hiring.sealing import WRITER, candidate, read

NOW = "2026-03-02T10:00:00Z"


def application(message: str, **fields: str) -> Application:
    """An application with that message."""
    given = {"posting": "engineer", "name": "Ada", "email": "ada@example.com"}
    return read_application({**given, "message": message, **fields})


def record(moves: int = 0, reason: str = "") -> Record:
    """A record with so many moves after the first line."""
    first = Entry(when=NOW, who="site", to="applied")
    move = Entry(when=NOW, who="rita", start="applied", to="offer", reason=reason)
    return candidate("offer", first, *(move for _ in range(moves)))


def issue(kept: Record, message: str) -> Written:
    """An issue's text with an application of this message."""
    return WRITER.new_body(kept, application(message), NOW)


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


def test_a_long_letter_goes_on_in_comments() -> None:
    """All of it is there: what the body cannot hold stands in comments, in order."""
    words = [f"word-{number}" for number in range(12_000)]
    message = "\n".join(" ".join(words[n : n + 12]) for n in range(0, len(words), 12))
    written = issue(record(), message)
    assert size(section(written.body, "application")) < FIRST_MAX + 500
    assert f"It goes on in {len(written.more)} comment" in written.body
    told = "\n".join([section(written.body, "application"), *(more.body for more in written.more)])
    assert [word for word in told.replace("\n", " ").split() if word.startswith("word-")] == words
    assert len({more.marker for more in written.more}) == len(written.more)
    assert all(size(more.body) <= BODY_MAX for more in written.more)


@given(st.text(max_size=400), st.integers(40, 90), st.integers(40, 90))
def test_no_piece_is_too_long_and_no_character_is_lost(text: str, first: int, each: int) -> None:
    """Whatever is cut, and wherever."""
    text = "\n".join(text.splitlines())
    made = pieces(text, first, each)
    assert all(size(piece) <= max(first, each) for piece in made)
    assert "".join("\n".join(made).split()) == "".join(text.split())


def test_a_letter_stands_below_those_before() -> None:
    """The first application stays on top, the facts stay, and what it says is unconfirmed."""
    first = issue(record(), "first").body
    second = WRITER.with_letter(first, record(1), application("second", phone="+44 1"), NOW)
    third = WRITER.with_letter(second.body, record(2), application("third", name="Bo"), NOW)
    assert section(third.body, "facts") == section(first, "facts")
    body = third.body
    assert body.index("> first") < body.index("> second") < body.index("> third")
    assert "`+44 1` · _as it says itself, unconfirmed_" in section(body, "letters")
    assert third.more == ()


def test_a_letter_that_finds_no_room_goes_into_a_comment() -> None:
    """Its heading stays, and nothing that is there gives way."""
    body = filled(issue(record(), "first").body, RESERVE)
    written = WRITER.with_letter(body, record(1), application("second"), NOW)
    assert "second" not in written.body
    assert "It goes on in 1 comment" in written.body
    assert [more.body.split("\n", 1)[1] for more in written.more] == ["> second"]
    assert written.body.count("x" * 100) == body.count("x" * 100)


def test_old_history_goes_on_in_comments() -> None:
    """The newest lines stay; the others are chained by a digest and kept as text."""
    body = issue(record(), "new").body
    written = WRITER.updated(body, record(moves=60, reason="why"))
    found = read(written.body)
    assert (len(found.history), found.earlier) == (50, 11)
    (more,) = written.more
    assert found.chain in more.marker
    assert more.body.count("**offer**") == 10
    assert more.body.count("`site`: **applied**") == 1


def test_history_gives_way_where_the_text_is_full() -> None:
    """Fewer lines are shown, then fewer are kept; the team's own words never give way."""
    body = filled(WRITER.updated(issue(record(), "new").body, record(3)).body, 1500)
    written = WRITER.updated(body, record(moves=20, reason="r" * 60))
    assert size(written.body) <= BODY_MAX
    assert read(written.body).history[-1].who == "rita"
    kept = len(read(written.body).history) + read(written.body).earlier
    assert kept == 21
    with pytest.raises(CareersError, match="text is full") as caught:
        WRITER.updated(filled(written.body, 0), record(moves=21, reason="r" * 400))
    assert caught.value.status == 1


def test_what_was_passed_and_what_was_skipped_is_told() -> None:
    """The present stage in bold, a skipped one struck out, what is ahead plain."""
    entries = (
        Entry(when="2026-11-25T08:00:00Z", who="site", to="applied"),
        Entry(when="2026-11-27T08:00:00Z", who="rita", start="applied", to="case-study"),
    )
    body = WRITER.updated("", candidate("case-study", *entries)).body
    assert "applied 25 Nov → ~~phone screen~~ skipped → **case study** → offer\n" in body
