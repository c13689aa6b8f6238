"""Whose file is whose: by the address or the whole name in a file's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from careers.hiring.hashes import normalize_name


def papers_of(people: Mapping[int, tuple[str, str]], files: Iterable[str]) -> dict[int, list[str]]:
    """The files of each, by line; ``people`` are names and addresses. Where two fit, nobody's."""
    found: dict[int, list[str]] = {}
    words = {line: set(normalize_name(name).split()) for line, (name, _) in people.items()}
    for file in sorted(files):
        theirs = _by_address(file, people) or _by_name(file, words)
        if len(theirs) == 1:
            found.setdefault(theirs[0], []).append(file)
    return found


def _by_address(file: str, people: Mapping[int, tuple[str, str]]) -> list[int]:
    text = file.casefold()
    return [line for line, (_, mail) in people.items() if mail and mail.casefold() in text]


def _by_name(file: str, words: Mapping[int, set[str]]) -> list[int]:
    """Those all of whose names stand in it; of a longer and a shorter name the longer."""
    said = set(normalize_name(str(PurePath(file).with_suffix(""))).split())
    fit = {line: len(names) for line, names in words.items() if names and names <= said}
    most = max(fit.values(), default=0)
    return [line for line, count in fit.items() if count == most]
