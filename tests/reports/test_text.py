"""Findings as text."""

from __future__ import annotations

import re

import pytest

from careers.reports.text import TextLook, render
from careers.text.diagnostics import Finding, Severity, Span
from careers.text.source import Source

LINES = ("Sales", "we pay in dollars, " * 12, "職務内容" * 30 + "終", "東京 e\u0301 x")
SOURCE = Source("\n".join(LINES))


def finding(span: Span, severity: Severity = Severity.WARNING, message: str = "m") -> Finding:
    """A finding with a cure."""
    return Finding("a.md", span, "title", severity, message, "mend it")


def plain(text: str) -> str:
    """The text without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_a_message_is_one_line() -> None:
    """What a posting says cannot begin a line of the log, where ``::`` would be a command."""
    quoted = "`Sales\n::warning::all is well` is no title"
    for look in (TextLook(), TextLook(80)):
        text = render([finding(Span.at(1), message=quoted)], {"a.md": SOURCE}, 1, look)
        assert not any(line.startswith("::") for line in text.splitlines())


def test_the_worst_comes_first_and_all_are_counted() -> None:
    """Errors, warnings, notes; in the last line as many of each, worst first too."""
    severities = (Severity.NOTE, Severity.WARNING, Severity.ERROR, Severity.WARNING)
    found = [finding(Span.at(1, n + 1), s) for n, s in enumerate(severities)]
    text = render(found, {}, 1)
    assert re.findall(r"(\w+)\[", text) == ["error", "warning", "warning", "note"]
    assert text.endswith("\n1 file checked: 1 error, 2 warnings, 1 note\n")
    assert render([], {}, 2) == "2 files checked: nothing to mend\n"


def test_colours_change_nothing_else() -> None:
    """With colours the same text stands there; without them no sequence does."""
    found = [finding(Span.at(2, 20, 3), severity) for severity in (Severity.ERROR, Severity.NOTE)]
    coloured = render(found, {"a.md": SOURCE}, 1, TextLook(80, colour=True))
    bare = render(found, {"a.md": SOURCE}, 1, TextLook(80))
    assert "\x1b[1;31merror[title]:\x1b[0m" in coloured
    assert plain(coloured) == bare
    assert "\x1b" not in bare


@pytest.mark.parametrize("span", [
    Span.at(2, 200, 4), Span.at(2, 1, 300),
    Span.at(3, 100, 2), Span.at(3, 121, 1), Span.at(3, 1, 9),
])  # fmt: skip
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(span: Span, width: int) -> None:
    """No line is wider than the terminal, Chinese and Japanese counted twice."""
    message = "the posting says so much here that it does not fit on a line of any terminal at all"
    text = render([finding(span, message=message)], {"a.md": SOURCE}, 1, TextLook(width))
    for line in text.splitlines():
        assert sum(2 if ord(char) > 0x2FFF else 1 for char in line) <= width, line
    place, shown = text.splitlines().index("  help: mend it") - 1, text.splitlines()
    assert "^" in shown[place]


def test_carets_stand_below_what_is_meant() -> None:
    """A wide character moves them by two columns, an accent by none."""
    lines = render([finding(Span.at(4, 7, 1))], {"a.md": SOURCE}, 1).splitlines()
    assert lines[1] == "    4 | 東京 e\u0301 x"
    assert lines[2] == "      | " + " " * 7 + "^"
