"""Joins two issues of one person at one posting, as a person asked for: nothing of either is lost.

The other issue is closed as a duplicate first and keeps its text; then this one takes both
histories, all letters and the further stage. A run that was cut off between the two is taken up by
asking again, since the comment that asked is spent with the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

from careers.hiring.actions import Action, Continue, EditIssue
from careers.hiring.filing.keeping import together
from careers.hiring.interviews.numbering import joined_talks
from careers.hiring.issue.fitting import BODY_MAX, pieces, size
from careers.hiring.issue.sections import section, with_section
from careers.hiring.issue.writer import MORE, RESERVE, IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import bucket_label, with_stage
from careers.hiring.outbox.joining import joined_letters
from careers.hiring.record.model import Entry, Record
from careers.process import HIRED, TERMINAL

T = TypeVar("T")
_COMMENT_MAX = BODY_MAX - 1_000
_COMMENTS = 20
"""In which the longest application that is taken goes on."""
_PROCESS = ("stages", "commit", "url", "title")
_END = ("reason", "first_day")
_JOINED = frozenset(
    {"issue", "sequence", "seen", "stage", "history", "applications", "spent", "linked", "files"}
    | {"other_names", "also", "earlier", "chain", "duplicate_of", "keeping", "letters"}
    | {"apart", "interviews", "cards", "let_go"}
    | {*_PROCESS, *_END}
)


def why_not_merged(record: Record, other: Record) -> str:
    """Why two are not joined, in words for whoever asked; nothing where they may be."""
    if record.issue == other.issue:
        return "that is this issue"
    if record.posting != other.posting:
        return f"#{other.issue} applied to another job: people at two jobs are two candidates"
    if record.duplicate_of:
        return f"this issue is a duplicate of #{record.duplicate_of}"
    if other.duplicate_of not in {0, record.issue}:
        return f"#{other.issue} is a duplicate of #{other.duplicate_of}"
    return ""


def merged_record(
    record: Record, other: Record, *, who: str, now: str, comment: int | None = None
) -> Record:
    """One record of two: the further stage with its process, both histories in their order."""
    further = _further(record, other)
    entry = Entry(
        when=now,
        who=who,
        start=record.stage,
        to=further.stage,
        reason=f"merged #{other.issue}",
        ref=comment,
    )
    history = sorted((*record.history, *other.history), key=lambda entry: entry.when)
    both = {record.issue, other.issue}
    changes = {
        # What one does not say, the other does: an owner, a next step, a later version's fields.
        **{n: v for n, v in _said(other) if n not in dict(_said(record)) and n not in _JOINED},
        **{name: getattr(further, name) for name in _PROCESS},
        "history": tuple(history),
        "applications": _union((*record.applications, *other.applications)),
        "spent": tuple(sorted({*record.spent, *other.spent})),
        "linked": _union(n for n in (*record.linked, *other.linked) if n not in both),
        "other_names": _union(
            n for n in (*record.other_names, *other.other_names) if n not in both
        ),
        "also": _union((*record.also, other.person, *filter(None, (other.name,)), *other.also)),
        "apart": _union(n for n in (*record.apart, *other.apart) if n not in both),
        "interviews": joined_talks(record, other),
        "cards": _union((*record.cards, *other.cards)),
        "let_go": _union((*record.let_go, *other.let_go)),
        "files": together(record.files, other.files),
        **{name: getattr(further, name) for name in _END},
        "earlier": record.earlier + other.earlier,
        "chain": _chained(record, other),
        "keeping": record.keeping.with_other(other.keeping),
        "sequence": record.sequence + 1,
    }
    merged = record.model_copy(update=changes).with_entry(entry)
    letters = joined_letters(record, other, merged)
    return merged.model_copy(update={"letters": letters})


def plan_merging(
    issue: Issue, other: Issue, merged: Record, closed: Record, writer: IssueWriter
) -> tuple[Action, ...]:
    """The requests that write ``merged`` into ``issue`` and close ``other`` as its duplicate.

    ``closed`` is the other's record as it is now.
    """
    duplicate = closed.model_copy(
        update={"duplicate_of": issue.number, "sequence": closed.sequence + 1}
    )
    text = writer.updated(other.body, duplicate)
    close = EditIssue(
        other.number,
        f"close it as a duplicate of #{issue.number}",
        body=text.body,
        closed=True,
        reason="duplicate",
    )
    body, letters = _with_letters(issue, other, writer)
    body = writer.with_files(body, merged) if closed.files else body
    written = writer.updated(body, merged)
    # Under the other's bucket too, so that both of their addresses find this one.
    labels = with_stage(issue.labels, merged.stage, bucket_label(closed.person))
    ended = merged.stage in TERMINAL
    reason = ("completed" if merged.stage == HIRED else "not_planned") if ended else "reopened"
    changes_state = issue.is_open == ended
    edit = EditIssue(
        issue.number,
        f"merge #{other.number}",
        body=written.body,
        labels=labels,
        essential=labels,
        closed=ended if changes_state else None,
        reason=reason if changes_state else None,
    )
    return (*text.more, close, *letters, *written.more, edit)


def _further(record: Record, other: Record) -> Record:
    """Who is further: a hire, else who is under way, by their place; else who ended last."""

    def place(kept: Record) -> tuple[int, int, str]:
        if kept.stage == HIRED:
            return 2, 0, ""
        if kept.stage in TERMINAL:
            return 0, 0, kept.history[-1].when
        return 1, kept.stages.index(kept.stage) if kept.stage in kept.stages else 0, ""

    return other if place(other) > place(record) else record


def _said(record: Record) -> Sequence[tuple[str, object]]:
    said = record.model_dump(exclude_defaults=True, round_trip=True)
    return tuple((name, getattr(record, name)) for name in said)


def _union(items: Iterable[T]) -> tuple[T, ...]:
    made: list[T] = []
    made += (item for item in items if item not in made)
    return tuple(made)


def _chained(record: Record, other: Record) -> str:
    """Both chains, where both have one."""
    if record.chain and other.chain:
        return sha256(f"{record.chain} {other.chain}".encode()).hexdigest()[:32]
    return record.chain or other.chain


def _with_letters(
    issue: Issue, other: Issue, writer: IssueWriter
) -> tuple[str, tuple[Continue, ...]]:
    """The text with what the other holds of the person's words; what finds no room in comments."""
    words = "\n\n".join(
        text
        for name in ("application", "letters")
        if (text := _without_heading(section(other.body, name)))
    )
    words = _elsewhere(words, other.number, writer)
    head = f"**From #{other.number}**"
    if not words or head in section(issue.body, "letters"):
        return issue.body, ()
    letters = section(issue.body, "letters") or "### Letters"
    room = BODY_MAX - RESERVE - size(issue.body) - size(head)
    fits, rest = [words], []
    if size(words) > room:
        rest = _cut(words)
        fits = [writer.render("goes_on", more=len(rest))]
    body = with_section(issue.body, "letters", "\n\n".join((letters, head, *fits)))
    markers = [f"{MORE}merged {other.number} {part} -->" for part in range(1, len(rest) + 1)]
    more = (
        Continue(issue.number, m, f"{m}\n{text}") for m, text in zip(markers, rest, strict=True)
    )
    return body, tuple(more)


def _elsewhere(words: str, number: int, writer: IssueWriter) -> str:
    """The words, where what went on in comments below them does so in those of the other issue."""
    for more in range(1, _COMMENTS + 1):
        here = writer.render("goes_on", more=more)
        there = writer.render("goes_on", more=more, elsewhere=number)
        words = "\n".join(there if line == here else line for line in words.split("\n"))
    return words


def _cut(text: str) -> list[str]:
    return pieces(text, _COMMENT_MAX, _COMMENT_MAX)


def _without_heading(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest.strip("\n") if first.startswith("### ") else text
