"""Which candidates are listed, and that what is printed does no harm."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from careers.hiring.minding.due import Patience
from careers.hiring.overview.choosing import Choice
from careers.hiring.overview.formats import as_csv, as_json, as_table
from careers.hiring.overview.groups import folded
from careers.hiring.overview.row import CandidateRow, rows_of
from careers.hiring.record.parts import Hold
from careers.hiring.settings import CandidatesSettings
from careers.settings import Settings
from hiring.people import issue, record

TODAY = date(2026, 11, 27)  # a Friday
PATIENCE = Patience.of(Settings(), CandidatesSettings())
ANSWERS = """<!-- careers:facts -->

| Candidate | Ada |
|:--|:--|
| Start | Two months after |
| Tools used | The \\*extension\\* · daily |
| **Flag** · Permit | No, I&#96;d need one |

<!-- /careers:facts -->

<!-- careers:application -->

### Application

> Hi

**Why us?**

> Because of the
> search engine

<!-- /careers:application -->"""


def rows() -> list[CandidateRow]:
    """Six candidates of two jobs."""
    made = [
        (record(1, "applied 2026-11-02", owner="rita-example"), "Ada", ANSWERS),
        (record(2, "applied 2026-11-10", "phone-screen 2026-11-20"), "Bo", ""),
        (record(3, "applied 2026-11-23", posting="designer", title="Designer"), "Cy", ""),
        (record(4, "applied 2026-11-02", "rejected 2026-11-03"), "Di", ""),
        (record(5, "applied 2026-11-03", hold=Hold(until="2026-12-09", why="leave")), "Ed", ""),
        (record(6, "applied 2026-11-02", duplicate_of=1), "Ada", ""),
    ]
    issues = [(issue(one, name, text or "### Notes"), one) for one, name, text in made]
    return rows_of(issues, PATIENCE, TODAY)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), [1, 5, 2, 3]),
        (Choice(job="Engineer"), [1, 5, 2]),
        (Choice(job="nobody-knows"), []),
        (Choice(stage="stage:phone_screen"), [2]),
        (Choice(stage="Rejected"), [4]),
        (Choice(owner="@Rita-Example"), [1]),
        (Choice(owner="nobody"), [5, 2, 3]),
        (Choice(waiting=5), [1, 5, 2]),
        (Choice(waiting=6), [1, 5]),
        (Choice(answers=(("why us", "SEARCH engine"),)), [1]),
        (Choice(answers=(("Why us?", "bank"),)), []),
        (Choice(answers=(("tools", "*extension*"),)), [1]),
        (Choice(answers=(("Permit", "i`d need"), ("Start", "two"))), [1]),
        (Choice(answers=(("Start", "extension"),)), []),
        (Choice(answers=(("permit", ""),)), [1]),
    ],
)
def test_who_is_meant(choice: Choice, expected: list[int]) -> None:
    """Each option narrows; who waits longest comes first; joined doubles are nobody."""
    assert [row.number for row in choice.of(rows())] == expected


HOSTILE = [
    "=HYPERLINK(1)", "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\uff1d1", "\x1b]0;x\x07=1",
    'a"b,c', "two\r\nlines", "\x1b[2J\x9b31mred\u202eder", "名前",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_printed_is_harmless(name: str) -> None:
    """No cell is a formula, no control character reaches a terminal, no line is broken."""
    made = record(1, "applied 2026-11-02", owner="rita-example")
    found = rows_of([(issue(made, name), made)], PATIENCE, TODAY)
    sheet = as_csv(found)
    lines = list(csv.reader(io.StringIO(sheet)))
    assert len(lines) == 2
    assert not any(cell.lstrip()[:1] in set("=+-@\t\r\uff1d") - {""} for cell in lines[1])
    shown = as_table(found) + as_json(found) + sheet
    assert not [c for c in shown if (c < " " and c not in "\r\n") or "\x7f" <= c < "\xa0"]
    assert "\u202e" not in shown
    assert json.loads(as_json(found))[0]["issue"] == 1


def test_nobody_is_meant() -> None:
    """Said in a sentence, and in forms for machines as an empty list."""
    held = as_table(rows()[4:5])
    assert "on hold: leave" in held
    assert held.endswith("\n1 candidate\n")
    assert as_table([]) == "No candidate is meant by this.\n"
    assert json.loads(as_json([])) == []
    assert len(as_csv([]).splitlines()) == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, []),
        ({"a": 4}, []),
        ({"a": 5}, [("a", 5)]),
        ({"a": 9, "b": 5, "c": 3, "d": 2}, [("a", 9), ("b", 5), ("others", 5)]),
        # What is left of the sum would tell three people apart: the next group hides them.
        ({"a": 9, "b": 5, "c": 3}, [("a", 9), ("others", 8)]),
        ({"a": 9, "c": 1}, [("others", 10)]),
        ({"a": 3, "b": 3}, [("others", 6)]),
    ],
)
def test_small_groups_are_not_told_apart(
    counts: dict[str, int], expected: list[tuple[str, int]]
) -> None:
    """Fewer than five are counted with others, and never as what is left."""
    assert folded(name for name, count in counts.items() for _ in range(count)) == expected
