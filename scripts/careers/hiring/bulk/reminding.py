"""Names the owners of what is overdue in a job."""

from __future__ import annotations

from collections.abc import Iterable

from careers.hiring.labels.names import OVERDUE, has_label
from careers.hiring.overview.row import CandidateRow

_NAMED = 20
"""Issues that are named of one owner."""


def reminder(rows: Iterable[CandidateRow]) -> str:
    """The owners of what is overdue, with the numbers of issues."""
    owned: dict[str, list[int]] = {}
    for row in rows:
        if row.under_way and has_label(row.issue.labels, OVERDUE):
            owned.setdefault(row.owner, []).append(row.number)
    if not owned:
        return "Nothing is overdue."
    lines = []
    for owner, numbers in sorted(owned.items()):
        listed = ", ".join(f"#{number}" for number in numbers[:_NAMED])
        more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
        lines.append(f"- {f'@{owner}' if owner else 'nobody'}: {listed}{more}")
    return "\n".join(["Overdue:", "", *lines])
