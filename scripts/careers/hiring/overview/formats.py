"""Candidates as a table for a terminal, as JSON, and as CSV that no spreadsheet acts on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careers.hiring.issue.quoting import clean
from careers.hiring.overview.row import CandidateRow
from careers.text.columns import columns

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001
_NAME = 28


def fields_of(row: CandidateRow) -> dict[str, Any]:
    """A candidate in plain values: days in ISO 8601, nothing that a terminal acts on."""
    due = row.due
    values: dict[str, Any] = {
        "issue": row.number,
        "name": row.name,
        "job": row.record.posting,
        "stage": row.record.stage,
        "since": row.since.isoformat(),
        "waits": row.waits,
        "owner": row.owner,
        "next": due.what if due else row.record.hold.why if row.record.hold else "",
        "by": due.day.isoformat() if due else row.record.hold.until if row.record.hold else "",
        "state": _state(row),
        "reason": row.record.reason,
        "source": row.record.source,
        "url": row.issue.url,
    }
    return {
        name: _line(value) if isinstance(value, str) else value for name, value in values.items()
    }


def as_json(rows: Iterable[CandidateRow]) -> str:
    """A list of objects."""
    return json.dumps([fields_of(row) for row in rows], indent=2, ensure_ascii=False) + "\n"


def as_csv(rows: Sequence[CandidateRow]) -> str:
    """A line a candidate; what a spreadsheet would take for a formula begins with a quote."""
    return csv_text([fields_of(row) for row in rows], FIELDS)


def csv_text(lines: Iterable[Mapping[str, Any]], names: Sequence[str]) -> str:
    """CSV (RFC 4180) of plain values, each cell harmless."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    for line in lines:
        writer.writerow([_cell(line[name]) for name in names])
    return file.getvalue()


def as_table(rows: Sequence[CandidateRow]) -> str:
    """A table for a terminal, and how many there are."""
    if not rows:
        return "No candidate is meant by this.\n"
    heads = ("issue", "name", "job", "stage", "since", "waits", "owner", "next", "by")
    lines = []
    for row in rows:
        fields = fields_of(row)
        by = f" ({row.late} late)" if row.late else ""
        shown = {**fields, "issue": f"#{row.number}", "owner": row.owner or "nobody"}
        shown |= {"name": _cut(fields["name"]), "next": _cut(fields["next"])}
        shown |= {"by": f"{fields['by']}{by}", "waits": f"{row.waits} d"}
        lines.append([str(shown[name]) for name in heads])
    late_ones = sum(bool(row.late) for row in rows)
    told = f"{len(rows)} candidate{'' if len(rows) == 1 else 's'}"
    told += f", {late_ones} late" if late_ones else ""
    return columns([list(heads), *lines]) + f"\n{told}\n"


FIELDS = (
    "issue", "name", "job", "stage", "since", "waits", "owner", "next", "by", "state", "reason",
    "source", "url",
)  # fmt: skip


def _state(row: CandidateRow) -> str:
    if not row.under_way:
        return "ended"
    if row.record.hold:
        return "hold"
    return "late" if row.late else "ours" if row.ours else "theirs"


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _cut(text: str) -> str:
    return text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"


def _cell(value: Any) -> str:
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip().startswith(_FORMULA) else text
