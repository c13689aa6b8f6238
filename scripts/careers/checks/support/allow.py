"""Allowing one finding in the file itself, with a reason.

``<!-- careers: allow CODE: REASON -->`` at the end of a line holds for that line; alone on a
line, for the next line that is not empty. In the front matter: ``# careers: allow CODE: REASON``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Finding, Severity, Span

CODE = "allow"

_ALLOW = re.compile(
    r"(?:<!--|\#)[ \t]*careers:[ \t]*allow[ \t]+(?P<code>[\w-]+)[ \t]*"
    r"(?::(?P<reason>[^\n]*?))?(?:-->|$)"
)


@dataclass(frozen=True)
class Allowance:
    """``line`` is the line that it holds for."""

    code: str
    reason: str
    line: int
    span: Span


@dataclass
class Allowances:
    """The allowances of one posting, and which of them were of use."""

    entries: tuple[Allowance, ...] = ()
    used: set[Allowance] = field(default_factory=set)

    @cached_property
    def _places(self) -> dict[tuple[str, int], set[Allowance]]:
        found: dict[tuple[str, int], set[Allowance]] = {}
        for entry in self.entries:
            if entry.reason:
                found.setdefault((entry.code, entry.line), set()).add(entry)
        return found

    def covers(self, code: str, line: int) -> bool:
        """Whether a finding is allowed, with a reason."""
        hits = self._places.get((code, line), set())
        self.used |= hits
        return bool(hits)

    def findings(
        self, posting: Posting, known: AbstractSet[str], silent: AbstractSet[str]
    ) -> Iterator[Finding]:
        """What is wrong with the allowances themselves; ask after the checks have run.

        That a ``silent`` check found nothing does not tell that there is nothing to allow.
        """
        path = posting.path
        for entry in self.entries:
            if entry.code not in known:
                yield Finding(
                    path,
                    entry.span,
                    CODE,
                    Severity.ERROR,
                    f"there is no check `{entry.code}`",
                    "the code stands in brackets in the finding: error[code]",
                )
            elif not entry.reason:
                yield Finding(
                    path,
                    entry.span,
                    CODE,
                    Severity.ERROR,
                    "an allowance needs a reason",
                    f"`<!-- careers: allow {entry.code}: why this is right here -->`",
                )
            elif entry not in self.used and entry.code not in silent:
                yield Finding(
                    path,
                    entry.span,
                    CODE,
                    Severity.NOTE,
                    f"nothing here needs `allow {entry.code}`",
                    "delete the comment",
                    _deletion(posting, entry.span),
                )


def allowances(posting: Posting) -> Allowances:
    """Read the allowances of a posting."""
    source = posting.source
    if "careers:" not in source.text:
        return Allowances()
    entries = []
    for number, text in enumerate(source.lines, 1):
        for match in _ALLOW.finditer(text):
            in_front = number < posting.body_line
            if match[0].startswith("#") != in_front:
                continue
            alone = not (text[: match.start()] + text[match.end() :]).strip()
            line = _next_text(source.lines, number) if alone else number
            span = Span.at(number, match.start() + 1, len(match[0]))
            entries.append(Allowance(match["code"], (match["reason"] or "").strip(), line, span))
    return Allowances(tuple(entries))


def _deletion(posting: Posting, span: Span) -> tuple[Edit, ...]:
    """Takes a comment away, where nothing but a comment goes with it."""
    lines = posting.source.lines
    text = lines[span.line - 1]
    before, after = text[: span.column - 1], text[span.end_column - 1 :]
    if after.strip() or not _is_comment(posting, span):
        return ()
    if before.strip():
        start = len(before.rstrip()) + 1
        # A list's marker or a bar left alone would mean something else.
        named = any(map(str.isalpha, before))
        return (Edit(Span(span.line, start, span.line, span.end_column), ""),) if named else ()
    neighbours = (*lines[span.line - 2 : span.line - 1], *lines[span.line : span.line + 1])
    joins = span.line >= posting.body_line and all(line.strip() for line in neighbours)
    if joins or span.line == len(lines):
        return ()
    return (Edit(Span(span.line, 1, span.line + 1, 1), ""),)


def _is_comment(posting: Posting, span: Span) -> bool:
    """Whether it is one for Markdown or YAML too, and no part of a code or a value."""
    line = posting.source.lines[span.line - 1]
    if span.line >= posting.body_line:
        closed = line[: span.end_column - 1].endswith("-->")
        return closed and "`" not in line
    places = posting.front.places.values() if posting.front else ()
    start = (span.line, span.column)
    inside = any((p.line, p.column) <= start < (p.end_line, p.end_column) for p in places)
    return posting.readable and not inside


def _next_text(lines: list[str], number: int) -> int:
    return next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
