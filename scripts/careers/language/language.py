"""Tells which language a text is in, before any rule of language is asked."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from careers.language.detector import detect

# A text is in a language where that share of its letters is; English with a German paragraph
# about "(m/w/d)" is English, half and half is neither.
_SHARE = 0.6
_LETTERS = 50  # fewer, such as a title alone, are no evidence
_SHORT = 12  # letters of a paragraph that is passed over: a heading, a name
# ISO 639-2 and -3 codes of languages that have a shorter tag, and are written all the same.
_SHORT_TAGS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "nld": "nl",
    "dut": "nl", "por": "pt", "ita": "it", "jpn": "ja",
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(?=$|[-_])")


class Known(StrEnum):
    """How a language is known."""

    WRITTEN = "written"
    DETECTED = "detected"
    DEFAULT = "default"
    UNSURE = "unsure"


class Language(NamedTuple):
    """``tag`` is the primary subtag of BCP 47 (`en`, `de`); None where nobody can tell.

    ``confidence`` is the least share of the text's letters that is in the language, as far as
    they were looked at; 1 where it is written.
    """

    tag: str | None
    known: Known
    confidence: float = 0.0


def language_of(text: str, written: str | None = None, default: str | None = None) -> Language:
    """The language of a text of plain words, its paragraphs apart by empty lines.

    ``written`` is what the author says (`de-CH` is German) and wins; ``default`` is what the
    settings say, where the text itself leaves it open. Code, links and names are better left out.
    """
    if tag := primary(written):
        return Language(tag, Known.WRITTEN, 1.0)
    tag, share = _detected(text)
    if tag and share >= _SHARE:
        return Language(tag, Known.DETECTED, share)
    if tag := primary(default):
        return Language(tag, Known.DEFAULT, share)
    return Language(None, Known.UNSURE, share)


def primary(tag: str | None) -> str | None:
    """The primary subtag, in lower case; None where that is no tag of a language."""
    found = _TAG.match((tag or "").strip().lower())
    return _SHORT_TAGS.get(found[0], found[0]) if found else None


def _detected(text: str) -> tuple[str | None, float]:
    """The language of most letters, and their share; what nobody can tell counts half.

    The longest paragraphs are asked first, and no more where the others can change nothing.
    """
    counted = [(_letters(paragraph), paragraph) for paragraph in text.split("\n\n")]
    counted = sorted((pair for pair in counted if pair[0] >= _SHORT), reverse=True)
    every = sum(count for count, _ in counted)
    letters: Counter[str | None] = Counter()
    for count, paragraph in counted:
        tag = detect(paragraph)
        letters[tag] += count
        if tag and letters[tag] >= max(_SHARE * every, _LETTERS):
            return tag, letters[tag] / every
    unknown = letters.pop(None, 0)
    if not letters:
        return None, 0.0
    [(tag, most)] = letters.most_common(1)
    share = most / (letters.total() + unknown / 2)
    return (tag, share) if most >= _LETTERS else (None, 0.0)


def _letters(text: str) -> int:
    """Its letters, by their bytes: Japanese says in one what others say in three."""
    return len("".join(filter(str.isalpha, text)).encode(errors="ignore"))
