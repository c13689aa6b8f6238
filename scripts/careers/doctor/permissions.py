"""Each workflow of yours grants what the version that it calls needs.

What a workflow needs are the calls that it makes, as the tests record them (docs/permissions.md).
Dependabot moves a pin and nothing else; what a newer version asks for besides stands in its own
workflows, which `careers upgrade` merges with yours.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield what a job of yours lacks, by workflow."""
    lacking = False
    for path, granted in sorted(facts.granted.items()):
        needed = facts.needed.get(path.rpartition("/")[2], {})
        missing = sorted(grant for grant in needed if not _covers(granted, grant))
        if missing:
            lacking = True
            told = "; ".join(f"{grant} ({needed[grant]})" for grant in missing)
            message = f"{path}: its jobs are not granted {told}"
            yield error(message, "`careers upgrade` takes over what the version needs")
    if facts.granted and not lacking:
        yield ok("every workflow grants its jobs what they need")


def _covers(granted: frozenset[str], grant: str) -> bool:
    """Whether it is granted, or a write that holds a read."""
    return grant in granted or grant.replace(": read", ": write") in granted
