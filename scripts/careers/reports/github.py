"""Findings for GitHub: annotations in the pull request, a table in the step summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from careers.reports._markdown import cell, cut
from careers.text.diagnostics import Finding, Severity, worst_first

# "Workflow commands": ten annotations of each kind a step; GitHub drops the rest in silence.
ANNOTATIONS_A_KIND = 10
# "Workflow commands": a step summary past 1 MiB is dropped whole.
SUMMARY_BYTES = 1024 * 1024

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def commands(findings: Iterable[Finding]) -> str:
    """Workflow commands, the worst first, as many as GitHub shows, and a line that counts."""
    found = worst_first(findings)
    counts: Counter[Severity] = Counter()
    lines = []
    for finding in found:
        if counts[finding.severity] < ANNOTATIONS_A_KIND:
            counts[finding.severity] += 1
            lines.append(_command(finding))
    left = len(found) - len(lines)
    if left:
        lines.append(f"{left} more in the step summary")
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding) -> str:
    span = finding.span
    places = {"file": finding.path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        places |= {"col": span.column, "endColumn": span.end_column}
    places["title"] = finding.code
    properties = ",".join(f"{key}={str(at).translate(_PROPERTY)}" for key, at in places.items())
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{_COMMANDS[finding.severity]} {properties}::{text.translate(_DATA)}"


def summary(findings: Iterable[Finding], files: int, limit: int = SUMMARY_BYTES) -> str:
    """A Markdown table of all findings, cut at whole rows to ``limit`` bytes of UTF-8."""
    found = worst_first(findings)
    checked = f"{files} {'file' if files == 1 else 'files'} checked"
    if not found:
        return f"### Postings: nothing to mend\n\n{checked}.\n"
    counts = Counter(finding.severity for finding in found)
    words = ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in counts.items())
    head = (
        f"### Postings: {words}\n\n{checked}.\n\n"
        "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    )
    return cut(head, list(_rows(found)), limit)


def _rows(found: Iterable[Finding]) -> Iterator[str]:
    for finding in found:
        where = f"{cell(finding.path)}:{finding.span.line}:{finding.span.column}"
        what = f"{cell(finding.message)} ({finding.code})"
        yield f"| {finding.severity} | {where} | {what} | {cell(finding.help)} |\n"
