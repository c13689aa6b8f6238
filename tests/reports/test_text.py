"""Findings as text."""

from __future__ import annotations

from careers.reports.text import render
from careers.text.diagnostics import Finding, Severity, Span
from careers.text.source import Source


def test_a_message_is_one_line() -> None:
    """What a posting says cannot begin a line of the log, where ``::`` would be a command."""
    quoted = "`Sales\n::warning::all is well` is no title"
    finding = Finding("a.md", Span.at(1), "title", Severity.WARNING, quoted)
    lines = render([finding], {"a.md": Source("Sales")}, 1).splitlines()
    assert not any(line.startswith("::") for line in lines)
