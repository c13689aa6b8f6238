"""Findings for programs: ``{"findings": [...]}``, lines and columns from 1."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from careers.text.diagnostics import Finding


def as_dict(finding: Finding) -> dict[str, Any]:
    """One finding as plain data; the end of its place is exclusive."""
    span = finding.span
    return {
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
    }


def render(findings: Iterable[Finding]) -> str:
    """One JSON document, a line each finding."""
    # Indented by json itself, thousands of findings would pass through its encoder in Python.
    lines = ",\n".join(json.dumps(as_dict(finding), ensure_ascii=False) for finding in findings)
    return f'{{"findings": [\n{lines}\n]}}\n' if lines else '{"findings": []}\n'
