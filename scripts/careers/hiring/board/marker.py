"""The signed mark of an issue that ``tend`` alone writes: a job's, the list of jobs, a report."""

from __future__ import annotations

import re

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
    """Which one an issue is; None where it is none of ours, as any that lacks our label.

    The mark can be read and copied, and whoever triages sets labels: a person's issue is none.
    """
    if not issue.by_bot or not has_label(issue.labels, label):
        return None
    for found, text in _MARK.findall(issue.body)[:_TRIED]:
        fields = read_signed(text, keys) if found == kind else None
        if fields and isinstance(name := fields.get("name"), str):
            return name
    return None
