"""Days as people write them, where they say one day only."""

from __future__ import annotations

import re
from datetime import date

_NUMBERED_DAY = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
# A day before its month is written with dots, in no other order.
_DOTTED_DAY = re.compile(r"(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?(\d{4})", re.ASCII)
_SLASHED_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", re.ASCII)
_MONTHS_OF_A_YEAR = 12
_SPELLED_DAY = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|[º°o])?[ ]+(?:(?:de|of)[ ]+)?"
    r"(?P<month>[^\W\d_]{3,12})\.?"
    r"|(?P<first>[^\W\d_]{3,12})\.?[ ]+(?P<second>\d{1,2})(?:st|nd|rd|th)?),?[ ]+(?:(?:de|of)[ ]+)?"
    r"(?P<year>\d{4})",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}\S*(?: \S+)?", re.ASCII)
# A month by its first letters, of those seven languages that say no other month with them.
_MONTHS = (
    "jan ene gen", "feb fév fev", "mar mär mrt maa", "apr avr abr", "may mai mei mag",
    "jun juin giu", "jul juil lug", "aug aoû ago", "sep set", "oct okt out ott", "nov",
    "dec dez déc dic",
)  # fmt: skip


def day(value: str) -> str | None:
    """``2026/3/2``, ``2.3.2026`` and ``2 March 2026`` say one day; ``02/03/2026`` may say two.

    ``31/12/2026`` does not. Months are known in seven languages; of a moment the day is taken, as
    it is written.
    """
    text = value
    if match := _MOMENT.fullmatch(text):
        text = match[1]
    try:
        if match := _NUMBERED_DAY.fullmatch(text):
            year, join, month, number = match.groups()
            whole = len(month) == len(number) == 2  # noqa: PLR2004 - digits of a month
            text = f"{year}-{month:0>2}-{number:0>2}" if join or whole else ""
            return date.fromisoformat(text).isoformat()
        if match := _DOTTED_DAY.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        if match := _SLASHED_DAY.fullmatch(text):
            return _either(int(match[1]), int(match[2]), int(match[3]))
        if match := _SPELLED_DAY.fullmatch(text):
            number = int(match["day"] or match["second"])
            return date(int(match["year"]), _month(match), number).isoformat()
    except ValueError:
        return None
    return None


def _either(first: int, second: int, year: int) -> str | None:
    """The day of two numbers of which one is too great for a month; None where neither is."""
    if (first > _MONTHS_OF_A_YEAR) == (second > _MONTHS_OF_A_YEAR):
        return None
    number, month = (first, second) if first > second else (second, first)
    return date(year, month, number).isoformat()


def _month(match: re.Match[str]) -> int:
    """The number of a month by its name; 0, which is none, where that is no month."""
    name = (match["month"] or match["first"]).lower()
    known = (n for n, starts in enumerate(_MONTHS, 1) if name.startswith(tuple(starts.split())))
    return next(known, 0)
