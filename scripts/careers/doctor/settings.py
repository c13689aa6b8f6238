"""The settings can be read, and nothing in them is left of an example."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield what cannot be read, and values of nobody's."""
    for told in facts.unreadable:
        message, _, cure = told.partition("\n")
        yield error(message, cure or "mend it: docs/configuration.md lists every setting")
    if facts.examples:
        said = f"careers.toml still holds example values: {', '.join(facts.examples)}"
        yield error(said, "say there who you are, and where the site is served")
    if not facts.unreadable and not facts.examples:
        yield ok("careers.toml and candidates.toml can be read, no example is left")
