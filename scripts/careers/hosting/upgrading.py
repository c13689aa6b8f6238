"""What becomes of a company's workflows where it takes another version of this program."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from careers.hosting.pins import pin_of, with_pin

Merge = Callable[[str, str, str], str | None]
"""Yours, what it was made from, ours: all three in one; None where they contradict each other."""

_SECTION = re.compile(r"(?m)^(?=## \S)")


class Upgraded(NamedTuple):
    """A file as it is to be; ``told`` says what a person has to look at, or nothing."""

    text: str
    told: str = ""


def upgraded(
    yours: Mapping[str, str],
    base: Mapping[str, str],
    ours: Mapping[str, str],
    action: str,
    merge: Merge,
) -> dict[str, Upgraded]:
    """The files that change, by path.

    ``base`` are ours at the version that they call now, as far as it is known. Where a file was
    never changed it becomes ours; a change of yours stays, and where ours changed at the same
    place it stays alone, at the new pin.
    """
    found = {path: Upgraded(text) for path, text in ours.items() if path not in {*yours, *base}}
    for path, text in yours.items():
        if pin_of(text):
            made = _one(text, base.get(path), ours.get(path), action, merge)
            if made.text != text or made.told:
                found[path] = made
    return found


def _one(yours: str, base: str | None, ours: str | None, action: str, merge: Merge) -> Upgraded:
    """Compared at one pin, so that it is no change of its own."""
    mine = with_pin(yours, action)
    if ours is None:
        return Upgraded(mine)
    if base is None:
        told = "" if mine == ours else "only its pin was moved; it differs from ours"
        return Upgraded(mine, told)
    before = with_pin(base, action)
    if mine in (before, ours):
        return Upgraded(ours)
    merged = merge(mine, before, ours)
    if merged is None:
        return Upgraded(mine, "ours changed where you did; only its pin was moved")
    return Upgraded(merged)


def changelog_between(changelog: str, version: str) -> str:
    """What is new since a version: the sections above its own that say anything.

    All of them where it has no section.
    """
    news = []
    for section in _SECTION.split(changelog)[1:]:
        heading, _, text = section.partition("\n")
        if version and heading.split()[1].strip("[]v") == version:
            break
        news += [section.strip()] if text.strip() else []
    return "\n\n".join(news)
