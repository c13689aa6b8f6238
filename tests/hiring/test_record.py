from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.issue.sections import section, team_text, with_section
from careers.hiring.record.block import read_record, record_block, with_record
from careers.hiring.record.model import Entry, Record
from careers.text.diagnostics import CareersError

PERSON = "0123456789abcdef"


def record(reason: str = "", **changes: object) -> Record:
    """A record with one move."""
    entries = (
        Entry(when="2026-01-01T00:00:00Z", who="site", to="applied"),
        Entry(when="2026-01-02T00:00:00Z", who="rita", start="applied", to="offer", reason=reason),
    )
    made = Record(
        person=PERSON,
        applications=(PERSON,),
        posting="engineer",
        title="Engineer",
        stages=("applied", "offer"),
        stage="offer",
        history=entries,
    )
    return made.model_copy(update=changes)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_record_reads_back_and_nothing_in_it_ends_it(reason: str) -> None:
    """Whatever a reason holds, the block is one comment without mentions and references."""
    block = record_block(record(reason))
    body = f"before\n\n{block}\n\nafter"
    assert read_record(body) == record(reason)
    inside = block.removeprefix("<!--").removesuffix("-->")
    assert not re.search(r"[<>@#&]|--", inside)
    assert with_record(body, record(reason)) == body


def test_an_issue_without_a_record_is_no_candidates() -> None:
    """Talk about the record is not one."""
    assert read_record("Look at `<!-- careers:record` below") is None


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- careers:record\n{}\n-->",
        "<!-- careers:record\n{\n-->",
        "<!-- careers:record\n[]\n-->",
        "<!-- careers:record\n",
        "<!-- careers:record\n" + "[" * 100_000 + "\n-->",
        record_block(record()) + "\n" + record_block(record()),
        record_block(record()).replace('"version":1', '"version":2'),
    ],
)
def test_a_record_that_people_broke_is_said(broken: str) -> None:
    """It is never taken for one that is not there."""
    with pytest.raises(CareersError, match="cannot be read") as caught:
        read_record(broken)
    assert caught.value.status == 1


def test_fields_of_a_later_version_survive() -> None:
    """An older run destroys nothing that a newer one wrote."""
    body = record_block(record()).replace('"version":1', '"version":1,"later":[1]')
    found = read_record(body)
    assert found is not None
    assert '"later":[1]' in record_block(found)


def test_sections_leave_what_team_text() -> None:
    """Text outside the markers stays, also where people deleted a marker or a whole section."""
    body = "<!-- careers:process -->\n\nold\n\n<!-- /careers:process -->\n\nmine\n"
    made = with_section(body, "process", "new")
    assert section(made, "process") == "new"
    assert "mine" in made
    half = f"<!-- careers:process -->\nmine too\n\n{body}"
    made = with_section(half, "process", "new")
    assert team_text(made).endswith("mine")
    assert "mine too" in made
    gone = f"mine\n\n{record_block(record())}"
    assert with_section(gone, "process", "new").startswith("mine\n\n<!-- careers:process -->")
