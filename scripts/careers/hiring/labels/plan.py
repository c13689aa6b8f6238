"""Decides how the labels follow the postings: additive, and no issue loses one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from careers.hiring.actions import Action, CreateLabel, DeleteLabel, EditLabel, Plan
from careers.hiring.issues import Label
from careers.hiring.labels.names import BUCKET, PREFIXES, SOURCE, stage_label
from careers.process import current_name


def plan_labels(wanted: Sequence[Label], live: Sequence[Label], renamed: Mapping[str, str]) -> Plan:
    """What makes the live labels those that are wanted. Labels that are not ours are not seen."""
    have = {label.name.casefold(): label for label in live}
    names = {label.name for label in wanted}
    notes: list[str] = []
    sources: dict[str, str] = {}
    for old in renamed:
        old_name, new_name = stage_label(old), stage_label(current_name(old, renamed))
        if old_name not in have:
            continue
        if new_name in have:
            notes.append(_both_exist(old_name, new_name))
        elif old_name in names:
            notes.append(f"{old_name} is not renamed: a posting still has that stage")
        elif new_name in names:
            sources.setdefault(new_name, old_name)
    actions: list[Action] = []
    for label in wanted:
        found = have.get(label.name.casefold()) or have.get(sources.get(label.name, ""))
        if found is None:
            actions.append(CreateLabel(label.name, label.color, label.description))
        elif _differs(found, label):
            actions.append(EditLabel(found.name, label.name, label.color, label.description))
    return Plan(tuple(actions), tuple(notes))


def _both_exist(old: str, new: str) -> str:
    return (
        f"{old} and {new} are both there, so the one cannot be renamed: candidates with {old} "
        f"are moved to {new} as soon as `move` meets them"
    )


def _differs(found: Label, label: Label) -> bool:
    # GitHub gives colours in lower case whatever was sent, and null for no description.
    return (found.name, found.color.lower(), found.description) != (
        label.name,
        label.color.lower(),
        label.description,
    )


def unused_labels(
    wanted: Sequence[Label], live: Sequence[Label], renamed: Mapping[str, str]
) -> list[Label]:
    """Our labels that no posting asks for; a source is one, and a rename keeps its issues."""
    names = {label.name.casefold() for label in wanted}
    names |= {stage_label(old) for old in renamed}
    ours = (label for label in live if label.name.casefold().startswith(PREFIXES))
    return [
        x
        for x in ours
        if x.name.casefold() not in names and not x.name.startswith((SOURCE, BUCKET))
    ]


def prune(plan: Plan, idle: Iterable[Label], in_use: Callable[[str], bool]) -> Plan:
    """The plan with unused labels deleted, each asked for whether an issue carries it."""
    actions: list[Action] = []
    notes: list[str] = []
    for label in idle:
        if in_use(label.name):
            notes.append(f"{label.name} is kept: issues carry it")
        else:
            actions.append(DeleteLabel(label.name))
    return Plan((*plan.actions, *actions), (*plan.notes, *notes))
