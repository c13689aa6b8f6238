"""Findings as text: the place, the offending line with a caret, the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from careers.text.diagnostics import Finding
from careers.text.source import Source

_WIDTH = 100


def render(findings: Iterable[Finding], sources: Mapping[str, Source], files: int) -> str:
    """All findings and a last line that counts them. ``sources`` is keyed by path."""
    found = list(findings)
    parts = [_one(finding, sources.get(finding.path)) for finding in found]
    return "\n".join([*parts, _total(found, files)]) + "\n"


def _one(finding: Finding, source: Source | None) -> str:
    span = finding.span
    place = f"{finding.path}:{span.line}:{span.column}"
    lines = [f"{place}: {finding.severity}[{finding.code}]: {_one_line(finding.message)}"]
    if source and source.lines[span.line - 1].strip():
        lines += _snippet(source.lines[span.line - 1], finding)
    if finding.help:
        lines.append(f"  help: {finding.help}")
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """A message quotes what somebody wrote: a line of theirs must not begin a line of the log."""
    return " ".join(text.split())


def _snippet(text: str, finding: Finding) -> list[str]:
    span = finding.span
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    cut = max(0, min(start - _WIDTH // 3, len(text) - _WIDTH))
    shown = text[cut : cut + _WIDTH].replace("\t", " ")
    if cut:
        shown = "…" + shown[1:]
    if cut + _WIDTH < len(text):
        shown = shown[:-1] + "…"
    carets = "^" * max(1, min(end, cut + _WIDTH) - start)
    gutter = f"{span.line:5} | "
    return [gutter + shown, " " * 5 + " | " + " " * (start - cut) + carets]


def _total(found: list[Finding], files: int) -> str:
    checked = f"{files} {'file' if files == 1 else 'files'} checked"
    if not found:
        return f"{checked}: nothing to mend"
    counts = Counter(finding.severity for finding in found)
    words = [f"{counts[s]} {s}{'s' if counts[s] > 1 else ''}" for s in counts]
    return f"{checked}: {', '.join(sorted(words, key=lambda w: w.split()[1]))}"
