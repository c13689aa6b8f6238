"""So many candidates, put where they stand without a request."""

from __future__ import annotations

from collections.abc import Iterator

from candidates.company import KEYS, REPOSITORY
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.record.block import read_record, record_block, with_record
from careers.hiring.record.model import Entry, Record
from careers.sandbox import Sandbox

BOT = "careers-bot[bot]"


def crowd(github: Sandbox, count: int) -> None:
    """So many candidates who have applied, each in a bucket of 256, in an empty repository."""
    github.fill(BOT, REPOSITORY, _people(count))
    github.take_events()


def _people(count: int) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    writer = IssueWriter(load_candidate_templates(), KEYS)
    text = writer.updated(f"### Notes\n\n{'x' * 3_000}", _record(1)).body
    first = read_record(text, 1, KEYS)
    assert first
    for number in range(1, count + 1):
        record = _record(number).model_copy(update={"offered": first.offered})
        # The words are those of the first: only the record is each one's own.
        body = with_record(text, record_block(record, KEYS.current))
        labels = ("stage:applied", "job:engineer", "source:site", f"who:{record.person[:2]}")
        yield f"Candidate {number}", body, labels


def _record(number: int) -> Record:
    person = f"{number % 256:02x}{number:030x}"
    entry = Entry(when="2026-01-01T00:00:00Z", who="site", to="applied")
    return Record(
        issue=number,
        sequence=1,
        person=person,
        name=person,
        applications=(person,),
        posting="engineer",
        title="Engineer",
        stages=("applied", "phone-screen", "case-study", "offer"),
        stage="applied",
        history=(entry,),
    )
