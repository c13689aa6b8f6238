"""The talent pool: who ended and agreed to be kept, by posting, how far they came, and why not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from careers.hiring.issue.quoting import clean
from careers.hiring.overview.formats import csv_text
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.model import Record
from careers.text.columns import columns

POOL_FIELDS = ("issue", "name", "job", "reached", "ended", "reason", "until", "url")
_SHOWN = POOL_FIELDS[:-1]


def in_pool(rows: Iterable[CandidateRow], today: date) -> list[CandidateRow]:
    """Those in it, by posting, who came furthest first."""
    day = today.isoformat()
    kept = (r for r in rows if not r.under_way and r.record.keeping.pool >= day)
    return sorted(
        kept, key=lambda r: (r.record.posting, -r.record.stages.index(reached(r.record)), r.number)
    )


def reached(record: Record) -> str:
    """The last stage of the process in which they stood."""
    passed = (entry.to for entry in reversed(record.history) if entry.to in record.stages)
    return next(passed, record.stages[0])


def pool_as(form: str, rows: Sequence[CandidateRow]) -> str:
    """As a table, JSON or CSV; nothing in it acts on a terminal or in a spreadsheet."""
    lines = [_fields(row) for row in rows]
    if form == "json":
        return json.dumps(lines, indent=2, ensure_ascii=False) + "\n"
    if form == "csv":
        return csv_text(lines, POOL_FIELDS)
    if not lines:
        return "Nobody is in the pool. `/pool UNTIL` keeps somebody, with their consent.\n"
    cells = [[str(line[name]) for name in _SHOWN] for line in lines]
    told = f"{len(lines)} in the pool. `/job SLUG` brings one back."
    return columns([[*_SHOWN], *cells]) + f"\n{told}\n"


def _fields(row: CandidateRow) -> dict[str, Any]:
    record = row.record
    values: dict[str, str] = {
        "name": row.name,
        "job": record.posting,
        "reached": reached(record),
        "ended": record.stage,
        "reason": record.reason,
        "until": record.keeping.pool,
        "url": row.issue.url,
    }
    plain = {name: " ".join(clean(value).split()) for name, value in values.items()}
    return {"issue": row.number, **plain}
