"""Candidates are kept where nobody else can read them."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield whether the candidates' repository is private."""
    there = facts.candidates
    if there is None or not there.exists:
        return
    if there.private:
        yield ok(f"{there.name} is private")
        return
    yield error(
        f"{there.name} is public: everybody reads what candidates wrote",
        f"make it private now: https://github.com/{there.name}/settings (at the bottom), then"
        " docs/runbook.md, “the candidates' repository was public”",
    )
