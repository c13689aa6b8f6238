"""The signed mark of an issue that ``tend`` alone writes: a job's, the list of jobs, a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careers.hiring.issues import Issue
from careers.hiring.keys import Key, Keys
from careers.hiring.labels.names import has_label
from careers.hiring.record.block import read_signed, signed

_MARK = re.compile(r"^<!-- careers:(job|report) (\{.*\}) -->$", re.MULTILINE)
_TRIED = 5


def mark(kind: str, name: str, key: Key) -> str:
    """The line that ``marked`` reads: ``kind`` is job or report, ``name`` which of them."""
    return f"<!-- careers:{kind} {signed({'version': 1, 'name': name}, key)} -->"


def marked(issue: Issue, kind: str, label: str, keys: Keys) -> str | None:
    """Which one an issue is; None where it is none of ours, as any that lacks our label."""
    if not has_label(issue.labels, label):
        return None
    for found, text in _MARK.findall(issue.body)[:_TRIED]:
        fields = read_signed(text, keys) if found == kind else None
        if fields and isinstance(name := fields.get("name"), str):
            return name
    return None


def ours_first(issues: Iterable[Issue]) -> list[Issue]:
    """The issues in the order in which one of two with a mark is the one: the oldest of a bot's.

    A mark can be read and copied, and whoever triages sets labels: a person's issue, however old,
    takes the place of a bot's never.
    """
    return sorted(issues, key=lambda issue: (not issue.by_bot, issue.number))
