"""What the site's own form sends besides: traps and tokens, and words for who reads the issue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TRAPS = ("_gotcha", "_honey", "botcheck", "bot-field", "honeypot", "honeypot_field")
"""Inputs that nobody sees: what fills one in is a machine."""
TOKENS = frozenset({"g-recaptcha-response", "h-captcha-response", "cf-turnstile-response"})
_WORDS = {
    "language": "Language of the page",
    "privacy": "Privacy text shown, version",
    "consent": "May be kept and decided about",
}


def in_words(question: str) -> str:
    """The question that an input of the site's form asks; any other as it is."""
    return _WORDS.get(question, question)


def is_trapped(fields: Mapping[str, Any]) -> bool:
    """Whether a machine filled it in."""
    return any(fields.get(trap) for trap in TRAPS)


def without_tokens(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, without what only a program reads."""
    left_out = {*TRAPS, *TOKENS}
    return {in_words(name): value for name, value in fields.items() if name not in left_out}
