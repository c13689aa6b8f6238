"""The codes of languages (ISO 639), as CLDR knows them: a table that tools/languages.py makes."""

from __future__ import annotations

import pkgutil
from functools import cache

from careers.language.language import primary


def is_language(tag: str) -> bool:
    """Whether a tag of BCP 47 begins with the code of a language."""
    return primary(tag) in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset((pkgutil.get_data("careers.language", "codes.tsv") or b"").decode().split())
