"""Findings for GitHub: annotations in the pull request, a table in the step summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from careers.reports._markdown import cut
from careers.reports.harmless import coded, prose
from careers.reports.verdict import SIGNS, sign, tally
from careers.text.counted import counted
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


def summary(findings: Iterable[Finding], limit: int = SUMMARY_BYTES) -> str:
    """All findings in Markdown under what they come to, cut at whole rows to ``limit`` bytes."""
    found = worst_first(findings)
    head = f"## {sign(found)} Postings: {tally(found) or 'in order'}\n\n"
    if not found:
        return head
    head += "| | Where | What | How to mend it |\n|:--|:--|:--|:--|\n"
    return cut(head, list(_rows(found)), limit) + "\n"


def checked(postings: int, checks: int) -> str:
    """The last line of a step summary: how much was looked at."""
    return f"{counted(postings, 'posting')}, {counted(checks, 'check')}\n"


def _rows(found: Iterable[Finding]) -> Iterator[str]:
    for finding in found:
        where = f"{coded(finding.path)}:{finding.span.line}:{finding.span.column}"
        what = f"{prose(finding.message)} ({finding.code})"
        yield f"| {SIGNS[finding.severity]} | {where} | {what} | {prose(finding.help)} |\n"
