"""Findings as text: the place, the offending line with a caret, the cure; worst first."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careers.text.counted import counted
from careers.text.diagnostics import Finding, Severity, worst_first
from careers.text.source import Source

_GUTTER = 8
"""Columns before a line that is shown: its number and a bar."""
_UNBOUND = 100
"""Columns that are shown of a line where nothing says how many fit."""
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BOLD, _FAINT, _GREEN = "1", "2", "32"


@dataclass(frozen=True)
class TextLook:
    """How text is shown: coloured or not, in lines of ``width`` columns.

    Without a width a message is one line, as programs read it.
    """

    width: int | None = None
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """The text in a colour (the number of an SGR sequence)."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


PLAIN = TextLook()


def render(
    findings: Iterable[Finding], sources: Mapping[str, Source], files: int, look: TextLook = PLAIN
) -> str:
    """All findings, worst first, and a last line that counts them. ``sources`` is keyed by path."""
    found = worst_first(findings)
    parts = [_one(finding, sources.get(finding.path), look) for finding in found]
    return "\n".join([*parts, _total(found, files, look)]) + "\n"


def _one(finding: Finding, source: Source | None, look: TextLook) -> str:
    colour = _COLOURS[finding.severity]
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}:"
    kind = f"{finding.severity}[{finding.code}]:"
    head = _wrapped(f"{place} {kind} {_one_line(finding.message)}", " " * 4, look)
    head = head.replace(place, look.paint(place, _BOLD), 1)
    lines = [head.replace(kind, look.paint(kind, colour), 1)]
    if source and source.lines[finding.span.line - 1].strip():
        lines += _snippet(source.lines[finding.span.line - 1], finding, look)
    if finding.help:
        cure = _wrapped(f"  help: {finding.help}", " " * 8, look)
        lines.append(cure.replace("help:", look.paint("help:", _GREEN), 1))
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """A message quotes what somebody wrote: a line of theirs must not begin a line of the log."""
    return " ".join(text.split())


def _wrapped(text: str, indent: str, look: TextLook) -> str:
    """The text in lines that fit; one of several lines is for copying, and keeps its lines."""
    if "\n" in text:
        first, _, copied = text.partition("\n")
        return f"{first}\n{textwrap.indent(copied, ' ' * 4)}"
    if look.width is None:
        return text
    return textwrap.fill(
        text,
        look.width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _snippet(text: str, finding: Finding, look: TextLook) -> list[str]:
    """The line that is meant, cut to what fits, and carets below the place."""
    span = finding.span
    wide = look.width - _GUTTER if look.width else _UNBOUND
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    cut, shown = _window(text, start, wide)
    if _columns(shown) > wide:
        cut, shown = _window(text, start, max(1, wide // 2))
    before = _columns(shown[: start - cut])
    carets = "^" * max(1, _columns(shown[start - cut : end - cut]))
    if cut:
        shown = "…" + shown[1:]
    if cut + len(shown) < len(text):
        shown = shown[:-1] + "…"
    bar = look.paint(f"{span.line:5} | ", _FAINT)
    below = look.paint(" " * 5 + " | ", _FAINT)
    return [bar + shown, below + " " * before + look.paint(carets, _COLOURS[finding.severity])]


def _window(text: str, start: int, length: int) -> tuple[int, str]:
    """So many characters around a place, and where they begin; a line may be as long as a file."""
    cut = max(0, min(start - length // 3, len(text) - length))
    return cut, text[cut : cut + length].replace("\t", " ")


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese is twice as wide, accents add none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _total(found: list[Finding], files: int, look: TextLook) -> str:
    checked = f"{counted(files, 'file')} checked"
    if not found:
        return f"{checked}: {look.paint('nothing to mend', _GREEN)}"
    counts = Counter(finding.severity for finding in found)
    words = [look.paint(counted(count, kind), _COLOURS[kind]) for kind, count in counts.items()]
    return f"{checked}: {', '.join(words)}"
