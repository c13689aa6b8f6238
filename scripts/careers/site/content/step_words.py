"""What a step of the process is called on its page, and what is said there already."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from careers.process import APPLIED, spoken
from careers.site.content.durations import duration

if TYPE_CHECKING:
    from careers.site.i18n.words import Words

_MORE = re.compile(r"<(?:a|img|code|table|pre|input)\b")
_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"\s?\(([^()<>]{1,60})\)")
_NAME, _WORDS_OF_A_NAME = 44, 6
_SENTENCE = re.compile(r"[.:;!?<>\u2026\u3002]")
_TAG = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"([^<>:\u2013\u2014\u2192]{2,44}?)(?::|\s+[\u2013\u2014\u2192-])\s+(?=\S)")

# What a label's words alone would not say: here one does what there is done, and a contract is no
# kind of employment.
_NAMES = {APPLIED: "Apply", "contract": "Employment contract"}


def stage_label(name: str | None, words: Words) -> str:
    """A stage's name for people."""
    if not name:
        return ""
    said = spoken(name)
    return words(_NAMES.get(name) or f"{said[:1].upper()}{said[1:]}")


def own_name(html: str) -> str:
    """A step of a few words, which are the name that its readers know; empty where it is more."""
    said = unescape(html).strip()
    few = len(said) <= _NAME and len(said.split()) <= _WORDS_OF_A_NAME
    return "" if not few or _SENTENCE.search(said) else f"{said[:1].upper()}{said[1:]}"


def without_time(takes: str, text: str) -> str:
    """A text without brackets that say how long a step takes: that is said.

    What else stands in brackets at its beginning is kept: `(30 min, by video) We talk`.
    """
    for bracket in _BRACKET.finditer(text) if takes else ():
        before, after = text[: bracket.start()], text[bracket.end() :]
        parts = [bracket[1]] if before else bracket[1].split(", ")
        left = [part for part in parts if not _says(takes, part)]
        if left != parts:
            after = after if before else after.lstrip(" \N{NO-BREAK SPACE}:.\u2013\u2014-")
            return before + (f"({', '.join(left)}) " if left else "") + after
    return text


def _says(takes: str, text: str) -> bool:
    return duration(text) == takes and len(text) <= len(takes) + 1


def named_before(html: str, shown: str) -> tuple[str, str] | None:
    """A step's name as its author spells it, and what stands behind it and a colon or a dash.

    None where a step does not begin so: "Take-home: two hours" does where it is a take-home.
    """
    said = _NAMED.match(html)
    if said is None or _WORD.findall(said[1].lower()) != _WORD.findall(shown.lower()):
        return None
    return unescape(said[1]), html[said.end() :]


def says_no_more(html: str, shown: str, takes: str) -> bool:
    """Whether words are but the name that is shown, and how long it takes."""
    if _MORE.search(html):
        return False
    said = unescape(_TAG.sub(" ", html)).lower()
    said = said.replace(takes.lower(), " ") if takes else said
    return _WORD.findall(said) in ([], _WORD.findall(shown.lower()))
