"""Makes the comment that explains why something was not done, or was taken back."""

from __future__ import annotations

from hashlib import sha256

from careers.hiring.actions import Comment
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.commands import all_commands
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.request import Request
from careers.process import TERMINAL

NOTE = "<!-- careers:note "
"""How each comment of ours begins."""


def explain(
    candidate: Candidate, request: Request, explanation: Explanation, writer: IssueWriter
) -> Comment:
    """A comment that is written once: for this comment, or for this state of the record."""
    record, values = candidate.record, explanation.values
    cause = request.comment or f"{record.earlier + len(record.history)} {record.stage}"
    words = f"{candidate.issue.number} {explanation.why} {cause} {values.get('label', '')}"
    marker = f"{NOTE}{sha256(words.encode()).hexdigest()[:16]} -->"
    text = writer.render(
        "comment",
        why=explanation.why,
        text=explanation.text,
        stage=record.stage,
        stages=record.stages,
        ends=TERMINAL,
        commands=", ".join(f"`{command.usage}`" for command in all_commands()),
        **values,
    )
    return Comment(candidate.issue.number, marker, f"{marker}\n{text}")
