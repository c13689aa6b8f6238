"""Cells of CSV that no spreadsheet takes for a formula, and how they were before."""

from __future__ import annotations

import re

# What spreadsheets act on (OWASP, "CSV Injection"), full-width forms too.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")  # noqa: RUF001 - meant


def harmless(text: str) -> str:
    """The text, behind a quote where it would be a formula; ``as_it_was`` takes that off again."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """What ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
