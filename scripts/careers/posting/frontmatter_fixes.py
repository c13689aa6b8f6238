"""What an author intended by a value that is wrong, where there is one answer only.

It is loaded with ``frontmatter_errors``, where there is something to mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from careers.posting.frontmatter import FrontMatter
from careers.text.yaml_reader import Path

_NEAR = 0.75
# Past it nobody wrote a front matter by hand, and comparing each with each would take its time.
_FIELDS = 60
_LOGIN = re.compile(r"(?:https?://)?(?:www\.)?github\.com/([A-Za-z0-9-]+)/?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:([,_ '])\d{3})(?:\1\d{3})*")
_NUMBERED_DAY = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_SPELLED_DAY = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y")


def intended_field(path: Path, names: Iterable[str], siblings: Mapping[str, Any]) -> str | None:
    """The known field that an unknown one stands for, if it is free and the value fits it."""
    unknown, known = str(path[-1]), list(names)
    near = _near(unknown, known) if len(siblings) <= _FIELDS else None
    if near is None:
        return None
    twins = [name for name in siblings if name != unknown and _near(name, known) == near]
    sure = _joined(unknown) == near or len(path) > 1 or _fits(near, siblings[unknown])
    return near if sure and not twins else None


def _joined(name: str) -> str:
    return re.sub("[- ]", "_", name.strip().lower())


def _near(name: str, known: list[str]) -> str | None:
    plain = _joined(name)
    if plain in known:
        return plain
    near = get_close_matches(plain, known, n=2, cutoff=_NEAR)
    return near[0] if len(near) == 1 else None


def _fits(name: str, value: Any) -> bool:
    try:
        FrontMatter.model_validate({name: value})
    except ValidationError:
        return False
    return True


def intended_value(path: Path, value: str, allowed: Iterable[str] = ()) -> str | None:
    """How a value is written that is right but for its form; ``allowed`` are an enum's values."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if name in ("status", "employment", "workplace", "per"):
        return _member(value, allowed)
    return _FORMS[name](value.strip()) if name in _FORMS else None


def _login(value: str) -> str | None:
    match = _LOGIN.fullmatch(value)
    return match[1] if match else None


def _stage(value: str) -> str | None:
    kebab = re.sub(r"[\s_-]+", "-", value.lower())
    return kebab if re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", kebab) else None


def _currency(value: str) -> str | None:
    return value.upper() if re.fullmatch("[A-Za-z]{3}", value) else None


def _amount(value: str) -> str | None:
    return re.sub(r"\D", "", value) if _THOUSANDS.fullmatch(value) else None


def _member(value: str, allowed: Iterable[str]) -> str | None:
    names = [name for name in allowed if _letters(name) == _letters(value)]
    return names[0] if len(names) == 1 else None


def _letters(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).lower()


def _day(value: str) -> str | None:
    """``2026/3/2``, ``20260302`` and ``2 March 2026`` say one day; ``02/03/2026`` may say two."""
    text = value
    try:
        if match := _NUMBERED_DAY.fullmatch(text):
            year, join, month, day = match.groups()
            whole = len(month) == len(day) == 2  # noqa: PLR2004 - digits of a month
            text = f"{year}-{month:0>2}-{day:0>2}" if join or whole else ""
            return datetime.strptime(text, "%Y-%m-%d").date().isoformat()  # noqa: DTZ007 - a day
    except ValueError:
        return None
    for form in _SPELLED_DAY:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - the same
        except ValueError:
            continue
    return None


_FORMS: dict[str, Callable[[str], str | None]] = {
    "posted": _day,
    "closes": _day,
    "hiring_manager": _login,
    "interviewers": _login,
    "stages": _stage,
    "currency": _currency,
    "min": _amount,
    "max": _amount,
}
