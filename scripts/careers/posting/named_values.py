"""The values of fields that have few, by the names that people give them: `Vollzeit`, `FULL_TIME`.

It is loaded where a value is none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from careers.language.phrases import fold
from careers.language.vocabulary import vocabularies


def member(value: str, allowed: Iterable[str]) -> str | None:
    """The value that is meant: its letters in another form, or its name in a known language."""
    known = list(allowed)
    names = [name for name in known if _letters(name) == _letters(value)]
    return names[0] if len(names) == 1 else _translated(value, known)


def _translated(value: str, allowed: list[str]) -> str | None:
    """The value that a word of one of the known languages says, where all of them agree."""
    said = _letters(value)
    found = {
        name
        for words in vocabularies()
        for name in allowed
        if said in map(_letters, words.values.get(name, ()))
    }
    return found.pop() if len(found) == 1 else None


def _letters(text: str) -> str:
    return re.sub(r"[\s_'-]+", "", fold(text))
