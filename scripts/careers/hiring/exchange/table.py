"""Reads a table of candidates, whatever its delimiter and its encoding."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from careers.hiring.exchange.columns import IGNORED, PROBLEM, fields_of
from careers.hiring.overview.formats import csv_text
from careers.text.cells import as_it_was
from careers.text.diagnostics import CareersError

_DELIMITERS = ",;\t|"
_NAMED = re.compile(rf"sep=([{_DELIMITERS}])", re.IGNORECASE)
_ARCHIVE = b"PK\x03\x04"
_FIELD_MAX = 1_000_000
"""Characters of one cell."""


@dataclass(frozen=True)
class TableRow:
    """One row: its line, its cells by column, and as fields; ``others`` have no field."""

    line: int
    cells: Mapping[str, str] = field(repr=False)
    fields: Mapping[str, str] = field(repr=False)
    others: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Table:
    """A table as it was read."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def refused(self, problems: Mapping[int, str]) -> str:
        """The rows of these lines as CSV, each with what is wrong with it."""
        rows = [row for row in self.rows if row.line in problems]
        names = [*(name for name in self.header if name != PROBLEM), PROBLEM]
        return csv_text([{**row.cells, PROBLEM: problems[row.line]} for row in rows], names)


def read_table(data: bytes, mapping: Mapping[str, str]) -> Table:
    """The rows of a CSV. Raises CareersError where it is no table."""
    text, delimiter = _delimited(decoded(data))
    csv.field_size_limit(_FIELD_MAX)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check(header)
        known = fields_of(header, mapping)
        if not known:
            raise CareersError("none of its columns is known", "name them: --map COLUMN=FIELD")
        rows = tuple(_row(reader.line_num, header, cells, known) for cells in reader if any(cells))
    except csv.Error as error:
        message = f"this is no CSV: line {reader.line_num}: {error}"
        raise CareersError(message, "look at its quotation marks, or export it anew") from None
    return Table(tuple(header), rows)


def decoded(data: bytes) -> str:
    """The text: by its mark, else UTF-8 where it is that, else as Windows writes it."""
    if data.startswith(_ARCHIVE):
        raise CareersError("this is a spreadsheet, or another archive", "save it as CSV")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimited(text: str) -> tuple[str, str]:
    """The text with plain line ends, and what parts its header into most columns.

    A spreadsheet may have named it on a line of its own: ``sep=;``.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    first, _, rest = text.partition("\n")
    if named := _NAMED.fullmatch(first.strip()):
        return rest, named[1]
    return text, max(
        _DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), []))
    )


def _check(header: Sequence[str]) -> None:
    if not any(header):
        raise CareersError("this table is empty", "its first line names the columns")
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise CareersError(f"two columns are called `{twice}`", "rename one of them")


def _row(
    line: int, header: Sequence[str], cells: Sequence[str], known: Mapping[str, str]
) -> TableRow:
    values = [as_it_was(cell) for cell in cells]
    values += [""] * (len(header) - len(values))
    named = dict(zip(header, values, strict=False))
    fields: dict[str, str] = {}
    for column, value in named.items():
        name = known.get(column, "")
        if name and name != IGNORED and value.strip():
            fields[name] = " ".join(filter(None, (fields.get(name), value.strip())))
    others = {c: value for c, value in named.items() if c not in known and value.strip()}
    return TableRow(line, named, fields, others)
