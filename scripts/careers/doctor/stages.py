"""Every stage that `candidates.toml` has rules for is a stage of some posting."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from careers.doctor.support.diagnosis import Diagnosis, warning
from careers.doctor.support.facts import Facts
from careers.process import TERMINAL


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield rules that nobody can ever come under: most are misspelt."""
    if not facts.stages:  # no posting is at hand
        return
    known = {*facts.stages, *TERMINAL}
    for name in sorted(set(facts.people.stage) - known):
        near = get_close_matches(name, sorted(known), n=1)
        cure = f"did you mean `[stage.{near[0]}]`?" if near else "take it out, or name it in one"
        yield warning(f"candidates.toml: no posting has the stage of `[stage.{name}]`", cure)
