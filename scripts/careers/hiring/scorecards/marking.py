"""Writes into a card what a comment said: a tick under its heading, and *Done*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from careers.hiring.scorecards.reading import ALL, SUBMIT, heading_of
from careers.hiring.scorecards.words import IN_ALL, Rating, read_rating

_BOX = re.compile(r"^(\s*(?:[-*+]|\d+[.)])?\s*\[)(.?)(\]\s*)(.*)$")
_SUBMIT_BOX = re.compile(rf"^([ \t]*[-*+] \[)[ xX](\] {re.escape(SUBMIT)})", re.MULTILINE)


def with_done(body: str, *, ticked: bool) -> str:
    """The body with its last box ticked, or not."""
    return _SUBMIT_BOX.sub(rf"\g<1>{'x' if ticked else ' '}\2", body)


def with_ratings(body: str, ratings: Mapping[str, Rating], criteria: Sequence[str]) -> str:
    """The body with these ratings ticked alone; where people took a heading out, it comes back."""
    left = dict(ratings)
    lines, current = [], ""
    for line in body.split("\n"):
        found = heading_of(line, criteria)
        if found is not None:
            current = found
        box = _BOX.match(line)
        said = read_rating(box[4].strip(" *_")) if box else None
        if box and said and current in ratings:
            ticked = said is ratings[current]
            if ticked:
                left.pop(current, None)
            lines.append(f"{box[1]}{'x' if ticked else ' '}{box[3]}{box[4]}")
        else:
            lines.append(line)
    return _with_headings("\n".join(lines), left)


def _with_headings(body: str, ratings: Mapping[str, Rating]) -> str:
    if not ratings:
        return body
    more = "\n\n".join(
        f"### {ALL if name == IN_ALL else name}\n- [x] {rating.words}"
        for name, rating in ratings.items()
    )
    at = _SUBMIT_BOX.search(body)
    place = at.start() if at else len(body)
    return f"{body[:place].rstrip()}\n\n{more}\n\n{body[place:]}"
