"""The workflows are there, and none sleeps.

GitHub switches the schedules of a public repository off that has not changed for 60 days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careers.doctor.support.diagnosis import Diagnosis, error, ok, warning
from careers.doctor.support.facts import Facts
from careers.hosting.state import Hosted

_NEEDED = {
    "careers": ("publish.yml", "validate.yml"),
    "candidates": ("intake.yml", "labels.yml", "move.yml", "tend.yml"),
}


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield what is missing or switched off, in each repository."""
    for part, there in (("careers", facts.careers), ("candidates", facts.candidates)):
        if there is not None and there.exists and there.workflows is not None:
            yield from _one(there, there.workflows, _NEEDED[part])


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
