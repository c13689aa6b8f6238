"""Candidates as a table for a terminal, as JSON, and as CSV that no spreadsheet acts on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careers.hiring.issue.quoting import clean
from careers.hiring.overview.row import CandidateRow
from careers.text.cells import harmless
from careers.text.columns import columns

_CUT = 24
_SHOWN = ("issue", "name", "job", "stage", "waits", "owner", "next", "by")


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
        "next": due.what if due else _held(row),
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
        values = (line[name] for name in names)
        writer.writerow([harmless(v) if isinstance(v, str) else v for v in values])
    return file.getvalue()


def as_table(rows: Sequence[CandidateRow]) -> str:
    """A table for a terminal, and how many there are; the job where there is more than one."""
    if not rows:
        return "No candidate is meant by this.\n"
    one = len({row.record.posting for row in rows}) == 1
    heads = [name for name in _SHOWN if not (one and name == "job")]
    cells = (_cells(row) for row in rows)
    lines = [[cell[name] for name in heads] for cell in cells]
    late = sum(bool(row.late) for row in rows)
    told = f"{len(rows)} candidate{'' if len(rows) == 1 else 's'}"
    told += f", {late} late" if late else ""
    return columns([heads, *lines]) + f"\n{told}\n"


def _cells(row: CandidateRow) -> dict[str, str]:
    fields = fields_of(row)
    shown = {
        "issue": f"#{row.number}",
        "name": _cut(fields["name"]),
        "waits": f"{row.waits} d",
        "owner": row.owner or "nobody",
        "next": _cut(fields["next"]),
        "by": fields["by"] + (f" ({row.late} late)" if row.late else ""),
    }
    return {**{name: str(value) for name, value in fields.items()}, **shown}


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


def _held(row: CandidateRow) -> str:
    """That somebody is on hold, and why."""
    hold = row.record.hold
    return ": ".join(filter(None, ("on hold", hold.why))) if hold else ""


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"
