"""The workflows are there, none sleeps, and what they call may run.

GitHub switches the schedules of a public repository off that has not changed for 60 days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careers.doctor.support.diagnosis import Diagnosis, error, ok, warning
from careers.doctor.support.facts import Facts
from careers.hosting.state import ActionsPolicy, Hosted

_NEEDED = {
    "careers": ("publish.yml", "validate.yml"),
    "candidates": ("intake.yml", "labels.yml", "move.yml", "tend.yml"),
}


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield what is missing or switched off, in each repository."""
    for part, there in (("careers", facts.careers), ("candidates", facts.candidates)):
        if there is None or not there.exists:
            continue
        if there.workflows is not None:
            yield from _one(there, there.workflows, _NEEDED[part])
        if there.actions is not None:
            yield from _allowed(there.name, there.actions, facts)


def _one(there: Hosted, known: Mapping[str, str], needed: tuple[str, ...]) -> Iterator[Diagnosis]:
    place = f"https://github.com/{there.name}/actions/workflows"
    missing = [name for name in needed if name not in known]
    if missing:
        cure = "`careers init` lays it down"
        yield error(f"{there.name}: {', '.join(missing)} is missing", cure)
    asleep = {name: state for name, state in known.items() if state != "active"}
    for name, state in asleep.items():
        why = {
            "disabled_inactivity": "sleeps: nothing changed there for 60 days",
            "disabled_manually": "was switched off by somebody",
        }.get(state, f"is `{state}`")
        say = error if name in needed or name == "fetch.yml" else warning
        yield say(f"{there.name}: {name} {why}", f"Enable workflow: {place}/{name}")
    if not missing and not asleep:
        yield ok(f"{there.name}: every workflow is there and on")


def _allowed(name: str, policy: ActionsPolicy, facts: Facts) -> Iterator[Diagnosis]:
    cure = f"allow it: https://github.com/{name}/settings/actions"
    if not policy.enabled:
        yield error(f"{name}: Actions are switched off, no workflow runs", cure)
        return
    called = {"actions/checkout", *(pin.partition("@")[0] for pin in facts.pins.values())}
    refused = sorted(action for action in called if not policy.allows(action))
    if refused:
        message = f"{name}: {', '.join(refused)} may not run there, so no workflow does"
        yield error(message, cure)
