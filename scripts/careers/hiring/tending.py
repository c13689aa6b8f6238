"""What is due over all issues, from what is there: doubles, and commands that an event missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.hiring.actions import Action, Comment, EditIssue
from careers.hiring.comments import read_commands
from careers.hiring.explaining import NOTE
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue, Said
from careers.hiring.keys import Keys
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record

Numbered = tuple[int, tuple[Action, ...]]
"""The number of an issue, and what is to be done there."""


@dataclass(frozen=True)
class Missed:
    """A comment whose command nobody carried out."""

    number: int
    said: Said


def candidates_in(issues: Iterable[Issue], keys: Keys) -> list[tuple[Issue, Record]]:
    """The issues that hold a record of ours, oldest first."""
    found = ((issue, read_record(issue.body, issue.number, keys)) for issue in issues)
    kept = ((issue, record) for issue, record in found if record)
    return sorted(kept, key=lambda pair: pair[0].number)


def plan_joining(candidates: Sequence[tuple[Issue, Record]], writer: IssueWriter) -> list[Numbered]:
    """Close the later of two issues that one submission opened; all that stands in it stays.

    A machine joins nothing else: two names, two jobs, two letters are for people to judge.
    """
    first: dict[tuple[str, str, str], int] = {}
    plans: list[Numbered] = []
    for issue, record in candidates:
        key = (record.person, record.posting, record.applications[0])
        known = first.setdefault(key, issue.number)
        untouched = len(record.history) + record.earlier == 1
        if known == issue.number or record.duplicate_of or not untouched:
            continue
        changes = {"duplicate_of": known, "sequence": record.sequence + 1}
        body = writer.updated(issue.body, record.model_copy(update=changes)).body
        what = f"close it as a duplicate of #{known}"
        edit = EditIssue(issue.number, what, body=body, closed=True, reason="duplicate")
        plans.append((issue.number, (edit,)))
    return plans


def plan_linking(candidates: Sequence[tuple[Issue, Record]], writer: IssueWriter) -> list[Numbered]:
    """Say once of two issues of one person at one posting, which no submission explains.

    They came about by a list that lagged or a label that was taken off; a person joins them.
    """
    first: dict[tuple[str, str, str], int] = {}
    applied: dict[int, set[str]] = {}
    plans: list[Numbered] = []
    for issue, record in candidates:
        if record.duplicate_of:
            continue
        known = first.setdefault((record.person, record.posting, record.name), issue.number)
        applied[issue.number] = set(record.applications)
        if known == issue.number or known in (*record.other_names, *record.apart):
            continue
        if record.applications[0] in applied[known] and len(record.history) == 1:
            continue  # a double of one submission, which ``plan_joining`` closes
        marker = f"{NOTE}perhaps {known} -->"
        text = writer.render("perhaps", number=known)
        names = (*record.other_names, known)
        linked = record.model_copy(update={"other_names": names, "sequence": record.sequence + 1})
        body = writer.updated(issue.body, linked).body
        edit = EditIssue(issue.number, f"link it with #{known}", body=body)
        plans.append((issue.number, (Comment(issue.number, marker, f"{marker}\n{text}"), edit)))
    return plans


def missed_commands(said: Iterable[tuple[int, Said]], known: set[int], until: str) -> list[Missed]:
    """The comments with commands, oldest first, of the issues that are ours.

    One that was edited is not carried out: nobody tells who edited it. ``until`` leaves those
    alone whose own run may be on its way.
    """
    return [
        Missed(number, comment)
        for number, comment in said
        if number in known
        and not comment.by_bot
        and not comment.edited
        and comment.when < until
        and read_commands(comment.text)
    ]
