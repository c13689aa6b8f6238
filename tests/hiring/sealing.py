"""Keys, a writer and records for the tests of decisions."""

from __future__ import annotations

from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import read_keys
from careers.hiring.record.block import read_record, record_block
from careers.hiring.record.model import Entry, Record

KEYS = read_keys("a key for tests, no secret")
WRITER = IssueWriter(load_candidate_templates(), KEYS)
HASH = "0123456789abcdef"
STAGES = ("applied", "phone-screen", "case-study", "offer")
WHO = "who:01"


def candidate(stage: str, *entries: Entry, number: int = 3) -> Record:
    """A candidate in a process of four stages."""
    when = "2026-03-01T10:00:00Z"
    return Record(
        issue=number,
        sequence=1,
        person=HASH,
        applications=(HASH,),
        posting="engineer",
        title="Engineer",
        stages=STAGES,
        stage=stage,
        history=entries or (Entry(when=when, who="site", to=stage),),
    )


def block(record: Record) -> str:
    """The record as it stands in a body."""
    return record_block(record, KEYS.current)


def read(body: str, number: int = 3) -> Record:
    """The record of a body; there must be one."""
    found = read_record(body, number, KEYS)
    assert found is not None
    return found
