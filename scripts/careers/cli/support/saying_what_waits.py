"""Writes an issue that says what waits; what it has just opened it signs for its number."""

from __future__ import annotations

from collections.abc import Callable

from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Plan
from careers.hiring.issues import Issue


def say(
    repository: Repository, there: Issue | None, planned: Callable[[Issue | None], Plan]
) -> bool:
    """Carry out what ``planned`` makes of the issue that is there, if any; whether it said more."""
    plan = planned(there)
    if not plan.actions:
        return False
    print_plan(repository, plan, dry_run=False)
    for action in plan.actions:
        opened = repository.apply(action)
        for more in planned(opened).actions if opened and there is None else ():
            repository.apply(more)
    return True
