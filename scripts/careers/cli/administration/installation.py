"""Gathers what `careers doctor` looks at: this folder, the environment, both repositories."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from careers.cli.support.example_values import example_values
from careers.doctor import Facts
from careers.files.candidates_settings import load_candidates_settings
from careers.files.git import ask, remote_name
from careers.files.installed import source
from careers.files.load import load_settings, read_text
from careers.forms import secret, services
from careers.github.actions import client_for, configured_repository
from careers.github.hosting import Premises
from careers.hiring.settings import CandidatesSettings
from careers.hosting.pins import pin_of
from careers.hosting.state import Hosted
from careers.settings import Settings
from careers.text.diagnostics import CareersError

T = TypeVar("T")

_FOLDER = ".github/workflows"
_FILE = re.compile(rf"{re.escape(_FOLDER)}/[\w.-]+\.ya?ml")


def gather() -> Facts:
    """All that can be known from here."""
    unreadable: list[str] = []
    settings = _tried(load_settings, unreadable) or Settings()
    people = _tried(load_candidates_settings, unreadable) or CandidatesSettings()
    unasked: list[str] = []
    names = (remote_name(ask(Path(), "remote", "get-url", "origin") or ""), _candidates(settings))
    looked = [_tried(partial(_look, name), unasked) if name else None for name in names]
    careers, candidates = (each[1] if each else None for each in looked)
    pins = dict(_local_pins())
    for each in looked:
        pins |= dict(_pins(*each)) if each else {}
    return Facts(
        settings,
        people,
        tuple(unreadable),
        careers,
        candidates,
        unasked[0].partition("\n")[0] if unasked else "",
        frozenset(name for name, value in os.environ.items() if value and name[:8] == "CAREERS_"),
        () if unreadable else tuple(example_values(settings)),
        {name: secret(name) for name in services()},
        pins,
        _tried(source, []),
    )


def _tried(read: Callable[[], T], told: list[str]) -> T | None:
    try:
        return read()
    except CareersError as error:
        told.append(f"{error}\n{error.help}")
        return None


def _candidates(settings: Settings) -> str:
    return _tried(lambda: configured_repository(settings), []) or ""


def _look(name: str) -> tuple[Premises, Hosted]:
    premises = Premises(client_for(name))
    return premises, premises.read()


def _local_pins() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(_FOLDER).glob("*.y*ml")):
        if pin := pin_of(read_text(path)):
            yield path.as_posix(), pin


def _pins(premises: Premises, there: Hosted) -> Iterator[tuple[str, str]]:
    for path, sha in (there.files or {}).items():
        if _FILE.fullmatch(path) and (pin := pin_of(premises.text(sha))):
            yield f"{there.name}/{path}", pin
