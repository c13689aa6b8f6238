"""What findings come to: a sign, and how many must be mended, looked at, or are hints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from careers.text.counted import counted
from careers.text.diagnostics import Finding, Severity

SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💡"}
CLEAN = "✅"
_SAID = {Severity.ERROR: "{} must be mended", Severity.WARNING: "{} to look at"}


def sign(findings: Iterable[Finding]) -> str:
    """That of the worst; hints alone are no reason not to merge."""
    kinds = {finding.severity for finding in findings}
    worst = (kind for kind in (Severity.ERROR, Severity.WARNING) if kind in kinds)
    return next((SIGNS[kind] for kind in worst), CLEAN)


def tally(findings: Iterable[Finding], *, hints: bool = True) -> str:
    """``1 must be mended, 2 to look at, 3 hints``; empty where there are none."""
    counts = Counter(finding.severity for finding in findings)
    parts = [said.format(counts[kind]) for kind, said in _SAID.items() if counts[kind]]
    if hints and counts[Severity.NOTE]:
        parts.append(counted(counts[Severity.NOTE], "hint"))
    return ", ".join(parts)
