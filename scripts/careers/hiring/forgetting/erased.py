"""What is left of an application in its issue: that it was made and ended, and when."""

from __future__ import annotations

import re

from pydantic import ValidationError

from careers.hiring.issues import Issue
from careers.hiring.keys import Key, Keys
from careers.hiring.record.block import read_signed, signed
from careers.hiring.record.parts import Day, Part

_BLOCK = re.compile(r"^<!-- careers:erased (\{.*\}) -->$", re.MULTILINE)
_TRIED = 5


class Erased(Part):
    """Days in ISO 8601. ``person`` is the keyed hash where the settings keep one, else empty.

    ``repository`` is that of a scorecard which was kept apart from the candidates.
    """

    issue: int
    applied: Day = ""
    ended: Day = ""
    erased: Day = ""
    person: str = ""
    repository: str = ""

    def block(self, key: Key) -> str:
        """The line that ``read_erased`` reads."""
        fields = {"version": 2, **self.model_dump(exclude_defaults=True)}
        return f"<!-- careers:erased {signed(fields, key)} -->"


def read_erased(issue: Issue, keys: Keys, repository: str = "") -> Erased | None:
    """What we signed for this issue; None where it is not erased."""
    for text in _BLOCK.findall(issue.body)[:_TRIED]:
        fields = read_signed(text, keys)
        if fields is None or fields.pop("version", 0) != 2:  # noqa: PLR2004 - of the format
            continue
        try:
            erased = Erased.model_validate(fields)
        except ValidationError:
            continue
        if (erased.repository, erased.issue) == (repository, issue.number):
            return erased
    return None
