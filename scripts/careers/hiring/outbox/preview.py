"""A letter as it will go, shown where a person may still stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter


@dataclass(frozen=True, slots=True)
class Preview:
    """Its words; where placeholders have none, their names, and it cannot go.

    Nor can it where a file of the company's is ``broken``, which says how, and the cure.
    """

    subject: str = ""
    text: str = ""
    missing: tuple[str, ...] = ()
    broken: str = ""


Previews = Callable[[str, Record, Letter], Preview | None]
"""Of an issue's text, a record and one of its letters; None where nothing can be shown."""
