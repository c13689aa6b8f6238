"""What a mail server thinks of a mail: spam by two signs."""

from __future__ import annotations

import re

from careers.intake._mail.reading.message import Mail
from careers.intake._mail.results import is_failed

_SCORE = re.compile(r"score=(-?\d+(?:\.\d+)?)(?:.*?required=(\d+(?:\.\d+)?))?", re.IGNORECASE)
_TAG = re.compile(r"^\s*(?:\*{2,}\s*spam|\[\s*spam|spam\s*:)", re.IGNORECASE)
_TWICE = 2
_HIGH = 10.0  # of SpamAssassin's points, where it does not tell what it requires
_CERTAIN = 5  # of Microsoft's confidence levels, 0 to 9


def is_marked_spam(mail: Mail) -> bool:
    """Whether the server marked it."""
    return bool(_filters(mail)) or bool(_TAG.match(mail.header("Subject")))


def is_spam(mail: Mail, *, aims: bool) -> bool:
    """Whether a second sign agrees with the server's mark.

    ``aims`` says that it names a job or carries a file, as spam does not.
    """
    if not is_marked_spam(mail):
        return False
    filters = _filters(mail)
    signs = [
        len(set(filters.values())) > 1,
        _is_high(mail),
        is_failed(mail),
        bool(mail.header("List-Unsubscribe")) or mail.header("Precedence").lower() == "bulk",
        len(filters) > 1 and not aims,
    ]
    return any(signs)


def _filters(mail: Mail) -> dict[str, str]:
    """The headers that mark it, each with the filter that writes it."""
    marks = {
        name: "assassin"
        for name in ("X-Spam-Flag", "X-Spam", "X-Spam-Status")
        if mail.header(name).lower().startswith("yes")
    }
    level = re.search(r"-?\d+", mail.header("X-MS-Exchange-Organization-SCL"))
    report = mail.header("X-Forefront-Antispam-Report").upper()
    if (level and int(level[0][:3]) >= _CERTAIN) or "SFV:SPM" in report:
        marks["X-Forefront-Antispam-Report"] = "microsoft"
    return marks


def _is_high(mail: Mail) -> bool:
    found = _SCORE.search(mail.header("X-Spam-Status")[:1_000])
    if not found:
        return False
    least = float(found[2][:9]) * _TWICE if found[2] else _HIGH
    return float(found[1][:9]) >= max(least, 1.0)
