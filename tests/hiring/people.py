"""Candidates for tests of what is late, listed and counted: records, and issues that hold them."""

from __future__ import annotations

from typing import Any

from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import read_keys
from careers.hiring.record.model import Entry, Record
from careers.process import TERMINAL

KEYS = read_keys("a key for snapshots, no secret")
WRITER = IssueWriter(load_candidate_templates(), KEYS)
STAGES = ("applied", "phone-screen", "case-study", "interviews", "offer")


def history(*steps: str) -> tuple[Entry, ...]:
    """``applied 2026-11-02``, one move each; the hour is noon in UTC."""
    entries: list[Entry] = []
    for step in steps:
        stage, _, day = step.partition(" ")
        start = entries[-1].to if entries else None
        entries.append(Entry(when=f"{day}T12:00:00Z", who="rita", start=start, to=stage))
    return tuple(entries)


def record(number: int, *steps: str, **changes: Any) -> Record:
    """A candidate who took these steps."""
    entries = history(*steps)
    person = f"{number:032x}"
    fields: dict[str, Any] = {
        "issue": number,
        "sequence": 1,
        "person": person,
        "name": person,
        "applications": (person,),
        "posting": "engineer",
        "title": "Engineer",
        "stages": STAGES,
        "stage": entries[-1].to,
        "history": entries,
    }
    return Record(**{**fields, **changes})


def issue(
    made: Record, name: str = "Ada Example", text: str = "### Notes", labels: tuple[str, ...] = ()
) -> Issue:
    """The issue that holds a record."""
    body = WRITER.updated(text, made).body
    return Issue(
        made.issue,
        f"{name} · {made.title}",
        body,
        is_open=made.stage not in TERMINAL,
        labels=(f"stage:{made.stage}", f"job:{made.posting}", *labels),
        author="careers-bot[bot]",
        by_bot=True,
        url=f"https://github.com/example-tools/candidates/issues/{made.issue}",
    )
