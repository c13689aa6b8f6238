"""Days as people write them, where they say one day only."""

from __future__ import annotations

import re
from datetime import datetime

_NUMBERED_DAY = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_SPELLED_DAY = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y")


def day(value: str) -> str | None:
    """``2026/3/2``, ``20260302`` and ``2 March 2026`` say one day; ``02/03/2026`` may say two."""
    text = value
    try:
        if match := _NUMBERED_DAY.fullmatch(text):
            year, join, month, number = match.groups()
            whole = len(month) == len(number) == 2  # noqa: PLR2004 - digits of a month
            text = f"{year}-{month:0>2}-{number:0>2}" if join or whole else ""
            return datetime.strptime(text, "%Y-%m-%d").date().isoformat()  # noqa: DTZ007 - a day
    except ValueError:
        return None
    for form in _SPELLED_DAY:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007 - the same
        except ValueError:
            continue
    return None
