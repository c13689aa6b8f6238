"""Asks the detector (CLD3) for the language of a paragraph; docs/decisions/language.md says why it.

It is part of the installation for postings, not of the one for candidates: where it is missing,
nothing is detected.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcld3 import NNetLanguageIdentifier

_SURE = 0.7  # below, CLD3 itself calls its answer unreliable
_READ = 300  # characters; more of a paragraph tell nothing new, and take their time
_BYTES = 4 * _READ
# Codes that ISO 639 has given up, as CLD3 still says them.
_TODAY = {"iw": "he", "jw": "jv", "no": "nb"}


@lru_cache(maxsize=1 << 12)
def detect(paragraph: str) -> str | None:
    """The language of one paragraph (primary subtag of BCP 47), None where that is unsure."""
    detector = _detector()
    words = " ".join(paragraph[:_READ].split())
    if detector is None or not any(map(str.isalpha, words)):
        return None
    found = detector.FindLanguage(words.encode(errors="ignore").decode())
    # "ru-Latn" is Russian in Latin letters: what CLD3 says of lists of names, never of a posting.
    if found.probability < _SURE or "-" in found.language or found.language == "und":
        return None
    return _TODAY.get(found.language, str(found.language))


@cache
def _detector() -> NNetLanguageIdentifier | None:
    try:
        from gcld3 import NNetLanguageIdentifier  # noqa: PLC0415 - only where a text asks for it
    except ImportError:
        return None
    return NNetLanguageIdentifier(0, _BYTES)
