"""Sets one stage label on an issue in place of the others."""

from __future__ import annotations

from careers.hiring.actions import Action, AddLabel, Issue, RemoveLabel
from careers.hiring.labels.names import has_label, other_stage_labels


def set_stage_label(issue: Issue, name: str) -> list[Action]:
    """Add first, then remove: the issue is never without a stage."""
    add: list[Action] = [] if has_label(issue.labels, name) else [AddLabel(issue.number, name)]
    remove = (RemoveLabel(issue.number, x) for x in other_stage_labels(issue.labels, name))
    return [*add, *remove]
