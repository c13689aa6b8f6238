"""What is published was checked, and somebody else looked at it."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, ok, warning
from careers.doctor.support.facts import Facts

_WANTED = {
    "pull_request": "a review",
    "required_status_checks": "the check `validate`",
}


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield what may be merged into the default branch without."""
    there = facts.careers
    if there is None or not there.exists or there.rules is None or there.rules == ("protected",):
        return
    missing = [what for rule, what in _WANTED.items() if rule not in there.rules]
    if missing:
        message = f"{there.name}: {there.branch} takes changes without {' and '.join(missing)}"
        yield warning(message, f"ask for it: https://github.com/{there.name}/settings/rules")
    else:
        yield ok(f"{there.name}: {there.branch} asks for a review and the check `validate`")
