"""Makes the comment that explains why something was not done, or was taken back."""

from __future__ import annotations

from hashlib import sha256

from careers.hiring.actions import Comment
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.request import Request
from careers.process import TERMINAL

NOTE = "<!-- careers:note "
"""How each comment of ours begins."""


def note_of(comment: int) -> str:
    """The marker of what is said to a comment: one answer, which is made anew where it changes."""
    return f"{NOTE}c{comment} -->"


def explain(
    candidate: Candidate, request: Request, explanation: Explanation, writer: IssueWriter
) -> Comment:
    """A comment that is written once: for this comment, or for this state of the record."""
    record, values = candidate.record, explanation.values
    cause = f"{record.earlier + len(record.history)} {record.stage}"
    words = f"{candidate.issue.number} {explanation.why} {cause} {values.get('label', '')}"
    marker = f"{NOTE}{sha256(words.encode()).hexdigest()[:16]} -->"
    if request.comment and not values:
        marker = note_of(request.comment)
    text = writer.render(
        "comment",
        why=explanation.why,
        text=explanation.text,
        stage=record.stage,
        stages=record.stages,
        ends=TERMINAL,
        **{"told": "", "card": False, **values},
    )
    return Comment(candidate.issue.number, marker, f"{marker}\n{text}", request.mends)
