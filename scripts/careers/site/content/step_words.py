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
    """A text without brackets that say how long a step takes and nothing else: that is said."""
    for bracket in _BRACKET.finditer(text) if takes else ():
        if duration(bracket[1]) == takes and len(bracket[1]) <= len(takes) + 1:
            before, after = text[: bracket.start()], text[bracket.end() :]
            return before + after if before else after.lstrip(" \N{NO-BREAK SPACE}:.\u2013\u2014-")
    return text


def says_no_more(html: str, shown: str, takes: str) -> bool:
    """Whether words are but the name that is shown, and how long it takes."""
    if _MORE.search(html):
        return False
    said = unescape(_TAG.sub(" ", html)).lower()
    said = said.replace(takes.lower(), " ") if takes else said
    return _WORD.findall(said) in ([], _WORD.findall(shown.lower()))
