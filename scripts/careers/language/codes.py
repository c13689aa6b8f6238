"""The codes of languages (ISO 639), as CLDR knows them."""

from __future__ import annotations

from careers.language.language import primary


def is_language(tag: str) -> bool:
    """Whether a tag of BCP 47 begins with the code of a language."""
    from babel import Locale  # noqa: PLC0415 - for a posting that writes its language

    code = primary(tag)
    return code is not None and code in Locale("en").languages
