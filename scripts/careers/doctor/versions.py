"""All workflows call one version of this program, the one that people have installed."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, ok, warning
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield where workflows differ among themselves or from what is installed."""
    called = sorted(set(facts.pins.values()))
    if not called:
        return
    if len(called) > 1:
        shown = ", ".join(f"{pin[-40:][:12]} ({_where(facts, pin)})" for pin in called)
        cure = "`careers upgrade` moves all to one"
        yield warning(f"workflows call different versions: {shown}", cure)
    elif facts.installed and facts.installed != called[0]:
        message = f"workflows call {called[0]}, installed is {facts.installed}"
        yield warning(message, "`careers upgrade` moves them to what is installed")
    else:
        yield ok(f"workflows call {called[0]}")


def _where(facts: Facts, pin: str) -> str:
    return ", ".join(sorted(path for path, called in facts.pins.items() if called == pin))
