"""A report's table, for a terminal, as Markdown, and as lines of one CSV for all reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careers.hiring.issue.quoting import inline
from careers.hiring.overview.formats import csv_text
from careers.text.columns import columns

Value = str | int | None
FIELDS = ("report", "job", "of", "figure", "value")


@dataclass(frozen=True)
class ReportTable:
    """``keys`` of the columns come first and name what a line is about: the job, and what of it.

    A value that is None is not told: there are too few people behind it.
    """

    name: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[Value, ...], ...]
    keys: int = 1
    note: str = ""


def as_text(tables: Iterable[ReportTable]) -> str:
    """The tables below each other."""
    return "\n".join(map(_text, tables))


def _text(table: ReportTable) -> str:
    note = f"{table.note}\n" if table.note else ""
    if not table.lines:
        return f"{table.title}: nothing to tell yet\n{note}"
    cells = [list(table.heads), *([_shown(value) for value in line] for line in table.lines)]
    return f"{table.title}\n{columns(cells)}{note}"


def as_markdown(table: ReportTable) -> str:
    """A table of GitHub's Markdown below its heading."""
    if not table.lines:
        return f"### {table.title}\n\nNothing to tell yet." + (
            f" {table.note}" if table.note else ""
        )
    ruler = [":--"] * table.keys + ["--:"] * (len(table.heads) - table.keys)
    rows = [table.heads, ruler, *([_marked(value) for value in line] for line in table.lines)]
    made = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"### {table.title}\n\n{made}" + (f"\n\n{table.note}" if table.note else "")


def as_csv(tables: Iterable[ReportTable]) -> str:
    """One line a figure: which report, which job, what of it, the figure's name, its value."""
    return csv_text((line for table in tables for line in _figures(table)), FIELDS)


def _figures(table: ReportTable) -> Iterable[dict[str, Value]]:
    for line in table.lines:
        job, of = line[0], line[1] if table.keys > 1 else ""
        for head, value in zip(table.heads[table.keys :], line[table.keys :], strict=True):
            if value is not None:
                yield dict(zip(FIELDS, (table.name, job, of, head, value), strict=True))


def _shown(value: Value) -> str:
    return "–" if value is None else str(value)  # noqa: RUF001 - a dash, as in tables


def _marked(value: Value) -> str:
    return inline(value) if isinstance(value, str) else _shown(value)
