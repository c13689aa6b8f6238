"""Both repositories are there, and can be asked how they are set up."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, unasked, warning
from careers.doctor.support.facts import Facts
from careers.hosting.state import Hosted


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield which is missing, and what could not be asked of each, by which permission."""
    if facts.unasked:
        cure = "an administrator's: GITHUB_TOKEN=$(gh auth token) careers doctor"
        yield unasked(f"GitHub was not asked: {facts.unasked}", cure)
    for there in (facts.careers, facts.candidates):
        if there is not None:
            yield from _one(there)


def _one(there: Hosted) -> Iterator[Diagnosis]:
    if not there.exists:
        cure = "`careers init --github` makes it; or give the token access to it"
        yield error(f"{there.name} is not there, or the token cannot see it", cure)
        return
    if there.branch != "main":
        cure = f"rename the branch: https://github.com/{there.name}/branches"
        yield warning(f"{there.name}: workflows wait for `main`, it has `{there.branch}`", cure)
    for what, why in there.unknown.items():
        yield unasked(f"{there.name}: {what} could not be asked: {why}")
    yield ok(f"{there.name} is there; the token's holder may {there.role or 'read'}")
