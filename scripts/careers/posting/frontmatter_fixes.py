"""What an author intended by a value that is wrong, where there is one answer only.

It is loaded with ``frontmatter_errors``, where there is something to mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from careers.language.phrases import fold
from careers.language.vocabulary import vocabularies
from careers.posting.foreign.names import fields_for, is_unused, plain
from careers.posting.foreign.translation import fits
from careers.posting.named_values import member
from careers.posting.written_days import day
from careers.posting.written_pay import SIGNS, pay
from careers.text.yaml_reader import Path

# Past it nobody wrote a front matter by hand, and comparing each with each would take its time.
_FIELDS = 60
# Names that are near other words, whose values would fit too: `states: [bavaria]`, `is: 4`.
_WORDS = frozenset({"stages", "id"})
_SHORTEST, _TWO = 4, 2
# What others call the parts of pay.
_IN_SALARY = {
    "minimum": "min", "from": "min", "low": "min", "lower": "min", "maximum": "max", "to": "max",
    "high": "max", "upper": "max", "period": "per", "interval": "per", "unit": "per",
    "frequency": "per",
}  # fmt: skip
_LOGIN = re.compile(r"(?:https?://)?(?:www\.)?github\.com/([A-Za-z0-9-]+)/?", re.IGNORECASE)
_BARE_ADDRESS = re.compile(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s<>\"']*)?", re.IGNORECASE | re.ASCII
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([,._ '\u00a0\u202f\u2019])\d{3})(?:\1\d{3})*")

_THOUSAND = re.compile(r"([1-9]\d{0,3})\s?[kK]", re.ASCII)
_PLAIN = re.compile(r"[1-9]\d*(?:\.\d{1,2})?", re.ASCII)
_SIGN = re.compile("|".join(map(re.escape, (*SIGNS, "$"))))


def intended_field(path: Path, names: Iterable[str], siblings: Mapping[str, Any]) -> str | None:
    """The known field that an unknown one stands for, if it is free and the value fits it."""
    unknown, known = str(path[-1]), list(names)
    near = _near(unknown, known) if len(siblings) <= _FIELDS else None
    if near is None:
        return None
    twins = [name for name in siblings if name != unknown and _near(name, known) == near]
    sure = plain(unknown) == near or len(path) > 1 or fits(near, siblings[unknown])
    return near if sure and not twins else None


def _near(name: str, known: list[str]) -> str | None:
    """The field of which a name is a slip of the pen: another word that is near it is none."""
    written = plain(name)
    written = _IN_SALARY.get(written, written) if "currency" in known else written
    if written in known:
        return written
    if fields_for(name) or is_unused(name):
        return None
    near = [field for field in known if field not in _WORDS and _is_slip(written, field)]
    return near[0] if len(near) == 1 else None


def _is_slip(written: str, field: str) -> bool:
    """Whether a letter is missing, one too many, or two have changed places."""
    if sorted(written) == sorted(field):
        differ = [
            at for at, pair in enumerate(zip(written, field, strict=True)) if len({*pair}) > 1
        ]
        return len(differ) == _TWO and differ[1] == differ[0] + 1
    short, long = sorted((written, field), key=len)
    if len(long) != len(short) + 1 or len(short) < _SHORTEST:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def intended_value(path: Path, value: str, allowed: Iterable[str] = ()) -> str | None:
    """How a value is written that is right but for its form; ``allowed`` are an enum's values."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if name in ("status", "employment", "workplace", "per"):
        return member(value, allowed)
    return _FORMS[name](value.strip()) if name in _FORMS else None


def _login(value: str) -> str | None:
    match = _LOGIN.fullmatch(value)
    return match[1] if match else None


def _stage(value: str) -> str | None:
    kebab = re.sub(r"[\s_-]+", "-", value.lower())
    return kebab if re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", kebab) else None


def _currency(value: str) -> str | None:
    if value in SIGNS or value.lower() in {"euro", "euros"}:
        return SIGNS.get(value, "EUR")
    return value.upper() if re.fullmatch("[A-Za-z]{3}", value) else None


def _apply(value: str) -> str | None:
    """A web address that lacks its beginning alone."""
    return f"https://{value}" if _BARE_ADDRESS.fullmatch(value) else None


def _amount(value: str) -> str | None:
    """A sum without what stands between its thousands, without its sign; `55k` is 55000."""
    bare = _SIGN.sub("", value).strip()
    if match := _THOUSAND.fullmatch(bare):
        return f"{match[1]}000"
    if bare != value and _PLAIN.fullmatch(bare):
        return bare
    return re.sub(r"\D", "", bare) if _THOUSANDS.fullmatch(bare) else None


def _salary(value: str) -> str | None:
    found = pay(value)
    return str(found) if found and found.complete else None


def _language(value: str) -> str | None:
    said = fold(value)
    known = (words.tag for words in vocabularies() if said in map(fold, words.names))
    return next(known, None)


_FORMS: dict[str, Callable[[str], str | None]] = {
    "posted": day,
    "closes": day,
    "apply": _apply,
    "hiring_manager": _login,
    "interviewers": _login,
    "stages": _stage,
    "currency": _currency,
    "salary": _salary,
    "language": _language,
    "min": _amount,
    "max": _amount,
}
