"""What a plan for many says in each state, as it was looked at as GitHub renders it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from careers.hiring.bulk.acts import ASSIGN, REJECT, TELL
from careers.hiring.bulk.asking import Asking
from careers.hiring.bulk.boxes import CLOSE, OVERDUE, newly_ticked, unticked
from careers.hiring.bulk.plan import BulkPlan, read_plan
from careers.hiring.bulk.telling import told
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.overview.job import JobFacts
from careers.hiring.rules import Rules
from careers.letters import all_kinds
from hiring.people import KEYS, WRITER

GOLDEN = Path(__file__).parent / "golden"
NOW = "2026-11-28T09:00:00Z"
RULES = Rules(
    letters=LettersSettings(
        send=tuple(all_kinds()),
        sender="Rita Example",
        role="recruiting",
        address="jobs@example.com",
        server="smtp.example.com",
    )
)
EDIT = "https://github.com/example-tools/careers/edit/main/postings/engineer.md"
JOB = JobFacts("engineer", "Engineer", edit=EDIT)
ASKING = Asking("engineer", "9", ("applied", "offer"), RULES, NOW)
MANY = tuple(range(1, 35))
NO = BulkPlan("7f3a", "engineer", REJECT, "filled", NOW, stage="applied", numbers=MANY)
UNREAD = replace(NO, text="other-candidate", unread=True, numbers=(7,))
CLOSED = replace(ASKING.ticked(CLOSE, JOB, filled=False), numbers=(1, 2, 3), offered=(9,))
PLANS = {
    "no": replace(NO, wrote=(207, 211), held=(190,), over=12),
    "unread": UNREAD,
    "closed": CLOSED,
    "told": replace(ASKING.ticked(OVERDUE, JOB, filled=False), numbers=(5,)),
    "given": BulkPlan("12ab", "engineer", ASSIGN, "@rita-example", NOW, numbers=(1, 2)),
    "going": replace(NO, state="going", by="rita-example"),
    "finished": replace(CLOSED, state="finished", by="rita-example", done=(1, 2), skipped=(3,)),
    "nobody": replace(NO, numbers=(), held=(190,)),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_reads_as_it_was_blessed(name: str, expected: Callable[[Path, str], None]) -> None:
    """The comment without its signed line, from which the plan is read back whole."""
    plan = told(PLANS[name], RULES, NOW)
    text = plan.written(WRITER)
    assert read_plan(text.replace("\n", "\r\n"), KEYS) == plan
    expected(GOLDEN / f"{name}.md", text.rpartition("\n\n<!-- careers:plan ")[0] + "\n")


def test_a_reason_of_theirs_or_none_names_no_letter() -> None:
    """Who is spam is told nothing; where a letter is not sent, none is named."""
    assert told(replace(NO, text="spam"), RULES, NOW).letter == ""
    assert told(NO, Rules(), NOW).letter == ""
    assert told(replace(PLANS["given"], verb=ASSIGN), RULES, NOW).letter == ""
    assert told(PLANS["told"], RULES, NOW).verb == TELL


@pytest.mark.parametrize(
    ("before", "after", "acts"),
    [
        ("- [ ] <!-- do:plan close --> x", "- [x] <!-- do:plan close --> x", ("plan close",)),
        ("- [ ] <!-- do:plan close --> x", "- [X] <!-- do:plan close --> y", ("plan close",)),
        ("- [x] <!-- do:plan close --> x", "- [x] <!-- do:plan close --> x", ()),
        ("- [x] <!-- do:plan close --> x", "- [ ] <!-- do:plan close --> x", ()),
        ("", "- [x] <!-- do:plan close --> x", ()),
        ("- [ ] <!-- do:plan close -->", "- [x] <!-- do:confirm 7f3a -->", ()),
    ],
)
def test_what_an_edit_ticked(before: str, after: str, acts: tuple[str, ...]) -> None:
    """A box that stood there before without its tick; none is left ticked."""
    assert newly_ticked(before, after) == acts
    assert "[x] <!-- do:plan" not in unticked(after).lower()
