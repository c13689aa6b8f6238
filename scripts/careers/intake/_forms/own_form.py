"""What the site's own form says besides, in words for whoever reads the issue."""

from __future__ import annotations

_WORDS = {
    "language": "Language of the page",
    "privacy": "Privacy text shown, version",
    "consent": "May be kept and decided about",
}


def in_words(question: str) -> str:
    """The question that an input of the site's form asks; any other as it is."""
    return _WORDS.get(question, question)
