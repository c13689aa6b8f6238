"""The sections of an issue's body that the bot writes, between markers. All else is people's."""

from __future__ import annotations

import re
from functools import cache

_RECORD = re.compile(r"^<!-- careers:record\b", re.MULTILINE)
_ORDER = ("next", "facts", "scorecards", "offer", "application", "letters", "history")
_BEHIND = ("scorecards", "offer")
"""Those that stand behind what is ours, before the team's notes."""
_VERSION_1 = {"candidate": "facts", "process": "next"}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    # The nearest pair: where people deleted one marker, the text up to the next stays theirs.
    marker = rf"^<!-- /?careers:{name} -->$"
    return re.compile(
        rf"^<!-- careers:{name} -->\n((?:(?!{marker}).)*)^<!-- /careers:{name} -->$",
        re.DOTALL | re.MULTILINE,
    )


def section(body: str, name: str) -> str:
    """What stands between a section's markers; nothing where it is gone."""
    found = _pattern(name).search(body)
    return found[1].strip("\n") if found else ""


def with_section(body: str, name: str, content: str) -> str:
    """The body with the section replaced; where it is missing, put before the next one of ours."""
    block = with_markers(name, content)
    body, count = _pattern(name).subn(lambda _: block, body, count=1)
    if count:
        return body
    if name in _BEHIND and (before := _last_before(body, name)):
        return f"{body[:before]}\n\n{block}{body[before:]}"
    later = (_pattern(other) for other in _ORDER[_ORDER.index(name) + 1 :])
    places = (found.start() for p in (*later, _RECORD) if (found := p.search(body)))
    at = next(places, len(body))
    return f"{body[:at].rstrip()}\n\n{block}\n\n{body[at:]}".lstrip("\n")


def _last_before(body: str, name: str) -> int:
    """Where the last section ends that comes before this one; 0 where none is there."""
    earlier = (_pattern(other).search(body) for other in _ORDER[: _ORDER.index(name)])
    return max((found.end() for found in earlier if found), default=0)


def without_section(body: str, name: str) -> str:
    """The body without a section that has nothing to say."""
    found = _pattern(name).search(body)
    if not found:
        return body
    return f"{body[: found.start()].rstrip()}\n\n{body[found.end() :].lstrip()}".lstrip("\n")


def with_markers(name: str, content: str) -> str:
    """A section with its markers. Blank lines keep Markdown's blocks apart from the comments."""
    return f"<!-- careers:{name} -->\n\n{content}\n\n<!-- /careers:{name} -->"


def from_version_1(body: str) -> str:
    """A body with the sections' names of today."""
    for old, new in _VERSION_1.items():
        body = _pattern(old).sub(
            lambda m, new=new: with_markers(new, m[1].strip("\n")),  # type: ignore[misc]
            body,
            count=1,
        )
    return body
