"""A stage in the posting's own words, for letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from careers.markdown.inline import plain
from careers.posting.posting import Posting
from careers.process import APPLIED, read_process, spoken
from careers.settings import Settings

_NAMED = re.compile(r"[\W_]*?(?:\*\*|__)(?P<name>.{1,80}?)(?:\*\*|__)[\s:.\u2013\u2014-]*")
_MINUTES = re.compile(r"(\d{1,3})[\s\u00a0-]*(?:min\b|minut)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a posting calls a stage, what it says of it, and how many minutes it names."""

    name: str
    text: str = ""
    minutes: str = ""


def step_words(posting: Posting | None, settings: Settings) -> dict[str, StepWords]:
    """The stages of a posting's process behind applying, in order."""
    if posting is None:
        return {}
    steps = read_process(posting, settings).steps
    return {s.stage: _words(s.stage, s.text) for s in steps if s.stage and s.stage != APPLIED}


def spelled(stage: str) -> StepWords:
    """A stage of which a posting says nothing."""
    name = spoken(stage)
    return StepWords(name[:1].upper() + name[1:])


def _words(stage: str, markdown: str) -> StepWords:
    found = _NAMED.match(markdown)
    name = found["name"].strip(" :.") if found else spelled(stage).name
    rest = MarkdownIt("commonmark").parseInline(markdown[found.end() :] if found else markdown)
    text = " ".join(plain(rest[0]).split()).rstrip(".") if rest else ""
    minutes = _MINUTES.search(text)
    return StepWords(" ".join(name.split()), text, minutes[1] if minutes else "")
