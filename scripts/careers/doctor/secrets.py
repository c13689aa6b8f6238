"""CAREERS_KEY is set, and only the default branch's workflows can read it."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, unasked, warning
from careers.doctor.support.facts import Facts
from careers.hosting.state import ENVIRONMENT, Environment, Hosted

_KEY = "CAREERS_KEY"


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield where the key is, and who could read it."""
    there, named = facts.candidates, facts.secret_named(_KEY)
    if named is None:
        yield unasked(f"whether {_KEY} is set could not be asked")
    elif not named:
        cure = "`openssl rand -hex 32` makes one; `careers init --github` sets it"
        yield error(f"{_KEY} is not set: no application is taken in", cure)
    else:
        yield ok(f"{_KEY} is set")
    if there is not None and there.exists:
        yield from _readers(there)


def _readers(there: Hosted) -> Iterator[Diagnosis]:
    place = f"https://github.com/{there.name}/settings/environments"
    ours = sorted(name for name in there.secrets or () if name.startswith("CAREERS_"))
    if ours:
        yield warning(
            f"{there.name}: {', '.join(ours)}: whoever may push there can read them by a workflow",
            f"where your plan has environments, move them into `{ENVIRONMENT}`: {place}",
        )
    if there.environment:
        yield from _branches(there, there.environment, place)


def _branches(there: Hosted, environment: Environment, place: str) -> Iterator[Diagnosis]:
    if environment.branches is None:
        message = f"{there.name}: every branch gets the secrets of `{ENVIRONMENT}`"
        yield error(message, f"let only `{there.branch}` deploy (Selected branches): {place}")
    elif environment.branches != (there.branch,):
        message = f"{there.name}: {', '.join(environment.branches) or 'no branch'} gets the secrets"
        yield warning(message, f"let only `{there.branch}` deploy (Selected branches): {place}")
    else:
        yield ok(f"only `{there.branch}` gets the secrets of `{ENVIRONMENT}`")
