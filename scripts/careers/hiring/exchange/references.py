"""References of an export to its issues, and what was said there, as they are here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from careers.hiring.actions import Continue
from careers.hiring.exchange.dump import DumpedComment
from careers.hiring.issue.quoting import inline, quote
from careers.hiring.issue.sections import section, with_section
from careers.hiring.issue.writer import MORE

_IN_FACTS = re.compile(r"(?<=\| )#(\d+)(?= \|$)", re.MULTILINE)
_IN_LETTERS = re.compile(r"(?<=^\*\*From )#(\d+)(?=\*\*$)", re.MULTILINE)
Numbers = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody comes to: old numbers to new ones, and the newest event of their issue."""

    numbers: Numbers
    seen: int


def renumbered(body: str, numbers: Numbers) -> str:
    """The text with the numbers that other issues have here; others stay as code."""
    for name, pattern in (("facts", _IN_FACTS), ("letters", _IN_LETTERS)):
        text = section(body, name)
        made = pattern.sub(lambda m: _number(int(m[1]), numbers), text)
        if made != text:
            body = with_section(body, name, made)
    return body


def _number(number: int, numbers: Numbers) -> str:
    return f"#{numbers[number]}" if number in numbers else f"`{number}`"


def brought(number: int, was: int, place: int, said: DumpedComment) -> Continue:
    """A comment as it was; what people said is quoted, so that no command in it acts again."""
    if said.by_bot and said.text.startswith(MORE):
        marker = said.text.partition("\n")[0]
        return Continue(number, marker, said.text)
    marker = f"{MORE}brought {was} {place} -->"
    head = f"**{inline(said.who)}, {said.when[:16].replace('T', ' ')} UTC**"
    return Continue(number, marker, f"{marker}\n{head}\n\n{quote(said.text)}")
