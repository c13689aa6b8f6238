"""The words of a question, whatever their letters, accents and marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_LONGEST = 300


@lru_cache(maxsize=4096)
def folded(question: str) -> str:
    """A question in small letters, without accents, marks and what stands in brackets."""
    plain = unicodedata.normalize("NFKD", question[:_LONGEST].casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ß", "ss")
    return " ".join(re.findall(r"[^\W_]+", _BRACKETS.sub(" ", plain)))


def in_brackets(question: str) -> list[str]:
    """What stands in brackets."""
    return [round_ or square for round_, square in _BRACKETS.findall(question[:_LONGEST])]
