"""What an exchange with GitHub comes to, without what a description cannot tell apart.

Two exchanges of one shape are described or not described alike: the same call, the same fields,
each of the same type and kind. Words of a vocabulary stay as they are, since there are lists of
them; of other texts the kind and, roughly, the length stays, of numbers the sign.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from careers.sandbox import Recorded

_WORD = re.compile(r"[A-Za-z][A-Za-z_ ./;=+-]{0,60}")
_KINDS = {
    "time": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "address": re.compile(r"https?://[!-~]+"),
    "digest": re.compile(r"[0-9a-f]{40}"),
    "number": re.compile(r"-?\d+"),
    "colour": re.compile(r"[0-9a-f]{6}"),
    "mail": re.compile(r"[!-~]+@[!-~]+"),
}
_LENGTHS = (0, 50, 100, 255, 1_000, 65_536, 1 << 60)
"""Up to which lengths texts are alike: GitHub's own limits are among them."""


def shape_of(recorded: Recorded) -> Hashable:
    """The shape of an exchange."""
    target = urlsplit(recorded.target)
    path = re.sub(r"(?<=/)\d+(?=/|$)", "0", target.path)
    return (
        recorded.method,
        path,
        _shape(dict(parse_qsl(target.query, keep_blank_values=True))),
        recorded.status,
        recorded.fault,
        _shape(recorded.headers),
        _shape(recorded.body),
        _shape(recorded.response_headers),
        _shape(recorded.response),
    )


def _shape(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple(
            sorted((name, _shape(each)) for name, each in value.items()),
        )
    if isinstance(value, list):
        return ("list", frozenset(map(_shape, value)))
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool) or value is None:
        return ("is", str(value))
    return (type(value).__name__, value > 0, value == 0)


def _text(text: str) -> Hashable:
    if _WORD.fullmatch(text):
        return ("word", text)
    kind = next((name for name, pattern in _KINDS.items() if pattern.fullmatch(text)), "text")
    return (kind, next(most for most in _LENGTHS if len(text) <= most))
