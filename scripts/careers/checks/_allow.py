"""Allowing one finding in the file itself, with a reason.

``<!-- careers: allow CODE: REASON -->`` at the end of a line holds for that line; alone on a
line, for the next line that is not empty. In the front matter: ``# careers: allow CODE: REASON``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from careers.posting import Posting
from careers.problem import Finding, Severity, Span

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

    def covers(self, code: str, line: int) -> bool:
        """Whether a finding is allowed, with a reason."""
        hits = {a for a in self.entries if a.code == code and a.line == line and a.reason}
        self.used |= hits
        return bool(hits)

    def findings(self, path: str, known: AbstractSet[str]) -> Iterator[Finding]:
        """What is wrong with the allowances themselves; ask after the checks have run."""
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
            elif entry not in self.used:
                yield Finding(
                    path,
                    entry.span,
                    CODE,
                    Severity.NOTE,
                    f"nothing here needs `allow {entry.code}`",
                    "delete the comment",
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


def _next_text(lines: list[str], number: int) -> int:
    return next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
