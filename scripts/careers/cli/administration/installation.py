"""Gathers what `careers doctor` looks at: this folder, the environment, both repositories."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from careers.cli.support.candidates import job_stages, postings_in
from careers.cli.support.example_values import example_values
from careers.doctor import Facts
from careers.doctor.letters import PASSWORD, dns_names
from careers.files.candidates_settings import (
    NAME,
    candidates_settings_file,
    load_candidates_settings,
)
from careers.files.company_repositories import CANDIDATES, CAREERS, workflows
from careers.files.git import ask, remote_name
from careers.files.installed import source
from careers.files.load import POSTINGS, SETTINGS, load_settings, read_text
from careers.files.mail_templates import load_letters
from careers.forms import secret, services
from careers.github.actions import client_for, configured_repository
from careers.github.hosting import Premises
from careers.hiring.settings import CandidatesSettings, read_candidates_settings
from careers.hosting.pins import grants_of, pin_of, reasons_of
from careers.hosting.state import Hosted
from careers.mail.smtp import MailServer, Server
from careers.settings import Settings
from careers.text.diagnostics import CareersError
from careers.web import dns

T = TypeVar("T")

_ELSEWHERE = "run it in a clone of the careers repository; `careers init` lays one down"
_FOLDER = ".github/workflows"
_FILE = re.compile(rf"{re.escape(_FOLDER)}/[\w.-]+\.ya?ml")


def gather() -> Facts:
    """All that can be known from here."""
    unreadable: list[str] = []
    if not Path(SETTINGS).exists():
        unreadable.append(f"there is no {SETTINGS} here\n{_ELSEWHERE}")
    settings = _tried(load_settings, unreadable) or Settings()
    unasked: list[str] = []
    here = remote_name(ask(Path(), "remote", "get-url", "origin") or "")
    names = (here or settings.site.repository or "", _candidates(settings))
    looked = [_tried(partial(_look, name), unasked) if name else None for name in names]
    careers, candidates = (each[1] if each else None for each in looked)
    people = _tried(partial(_people, looked[1]), unreadable) or CandidatesSettings()
    texts = dict(_local_workflows())
    for each in looked:
        texts |= dict(_workflows(*each)) if each else {}
    pins = {path: pin for path, text in texts.items() if (pin := pin_of(text))}
    return Facts(
        settings,
        people,
        tuple(unreadable),
        careers,
        candidates,
        unasked[0].partition("\n")[0] if unasked else "",
        *_given(),
        () if unreadable else tuple(example_values(settings)),
        {name: secret(name) for name in services()},
        pins,
        _tried(source, []),
        {path: grants_of(texts[path]) for path in pins},
        _needed(),
        _mail_server(people),
        _dns(people),
        _stages(settings),
        tuple((str(x), x.help) for x in load_letters().broken(people.letters.send)),
    )


def _stages(settings: Settings) -> frozenset[str]:
    postings = _tried(partial(postings_in, POSTINGS, needed=False), []) or ()
    return frozenset(stage for job in job_stages(postings, settings) for stage in job.stages)


def _given() -> tuple[frozenset[str], frozenset[str]]:
    """The variables that are set, and those that are not: a workflow tells only that of some."""
    found = {n: v for n, v in os.environ.items() if n.startswith("CAREERS_") and v}
    missing = frozenset(name for name, value in found.items() if value == "false")
    return frozenset(found) - missing, missing


def _mail_server(people: CandidatesSettings) -> str | None:
    letters, password = people.letters, os.environ.get(PASSWORD, "")
    if not letters.send or not password:
        return None
    user = letters.user or letters.address
    server = MailServer(Server(letters.server, letters.port, letters.security, user, password))
    told: list[str] = []
    with server:
        _tried(server.connect, told)
    return told[0].partition("\n")[0] if told else ""


def _dns(people: CandidatesSettings) -> Mapping[str, tuple[str, ...]] | None:
    domain = people.letters.address.rpartition("@")[2]
    return dns.texts(*dns_names(domain)) if people.letters.send else {}


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


def _people(there: tuple[Premises, Hosted] | None) -> CandidatesSettings:
    """The settings about people that lie here, else those of the candidates' repository."""
    if there and not candidates_settings_file() and (sha := (there[1].files or {}).get(NAME)):
        return read_candidates_settings(there[0].text(sha), f"{there[1].name}/{NAME}")
    return load_candidates_settings()


def _local_workflows() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(_FOLDER).glob("*.y*ml")):
        yield path.as_posix(), read_text(path)


def _workflows(premises: Premises, there: Hosted) -> Iterator[tuple[str, str]]:
    for path, sha in (there.files or {}).items():
        if _FILE.fullmatch(path):
            yield f"{there.name}/{path}", premises.text(sha)


def _needed() -> dict[str, dict[str, str]]:
    """What the workflows of this version grant, by file name: no two parts have one of a name."""
    ours = {**workflows(CAREERS, "", ""), **workflows(CANDIDATES, "", "")}
    return {name: reasons_of(text) for name, text in ours.items()}
