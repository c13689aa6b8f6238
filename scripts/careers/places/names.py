"""Names as they are compared: without accents, capitals, dots and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, and marks that are written in several ways.
_OTHERS = (
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        ".": "",
    }
    | dict.fromkeys("\u2018\u2019\u02bb\u02bc\u00b4`", "'")
    | dict.fromkeys("\u2010\u2011\u2013\u2014-", " ")
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SAINT = re.compile(r"\b(?:st|sankt) ")


def fold(text: str) -> str:
    """Text as it is compared; lines, tabs and what parts names from each other stay."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    for letter, plain in _OTHERS.items():
        bare = bare.replace(letter, plain)
    return _SAINT.sub("saint ", bare)


def same_letters(written: str, name: str) -> bool:
    """Whether ``written`` is a name with accents, capitals or hyphens left out, and no other."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    for letter in "øłđðþæœ\u0131":
        bare = bare.replace(letter, _OTHERS[letter])
    mine = written.casefold()
    return mine == name.casefold() or mine.replace("-", " ") == bare.replace("-", " ")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """One name as it is compared, without blanks around it and without its article."""
    return " ".join(fold(name).replace("|", " ").split()).removeprefix("the ")
