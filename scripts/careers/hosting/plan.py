"""What is to be done so that two repositories are set up; nothing that is there is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careers.hosting.actions import (
    AddRules,
    Commit,
    EnablePages,
    KeepLogs,
    MakeEnvironment,
    MakeRepository,
    SetSecret,
    SetUp,
    StartWorkflow,
)
from careers.hosting.state import Hosted, git_name

KEY = "CAREERS_KEY"
DAYS = 30
"""Logs of a new candidates' repository: GitHub's own default is 90."""


@dataclass(frozen=True)
class SetupPlan:
    """The actions in their order, and what a person has to know or to do."""

    actions: tuple[SetUp, ...]
    notes: tuple[str, ...] = ()


def plan_careers(there: Hosted, files: Mapping[str, str]) -> SetupPlan:
    """What the public repository lacks; ``files`` are those that it should hold."""
    actions: list[SetUp] = [] if there.exists else [MakeRepository(there.name, private=False)]
    # Before the commit: it starts the workflow that publishes.
    if not there.exists or there.pages == "":
        actions.append(EnablePages(there.name))
    actions += _commit(there, files)
    if not there.exists or there.rules == ():
        actions.append(AddRules(there.name))
    return SetupPlan(tuple(actions), tuple(_notes(there, files)))


def plan_candidates(there: Hosted, files: Mapping[str, str], key: str) -> SetupPlan:
    """What the private repository lacks; ``key`` is what CAREERS_KEY becomes where it is not set.

    A repository that is not private gets nothing.
    """
    if there.exists and not there.private:
        return SetupPlan((), (f"{there.name} is not private: nothing is done there",))
    actions: list[SetUp] = []
    if not there.exists:
        actions += [MakeRepository(there.name, private=True), KeepLogs(there.name, DAYS)]
    lacking = there.environments is not None and there.environment is None
    if not there.exists or lacking:
        actions.append(MakeEnvironment(there.name))
    # A key that is there must stay: by it people are known again.
    known = there.secrets is not None and there.environments is not None
    named = {*(there.secrets or ()), *(there.environment.secrets if there.environment else ())}
    if not there.exists or (known and KEY not in named):
        actions.append(SetSecret(there.name, KEY, key))
    commit = _commit(there, files)
    actions += commit
    if commit:
        actions.append(StartWorkflow(there.name, "labels.yml"))
    return SetupPlan(tuple(actions), tuple(_notes(there, files)))


def differing(there: Hosted, files: Mapping[str, str]) -> list[str]:
    """The files that are there with other content: a person's change, or an older version."""
    named = {path: git_name(text) for path, text in files.items()}
    return [path for path, sha in named.items() if (there.files or {}).get(path, sha) != sha]


def _commit(there: Hosted, files: Mapping[str, str]) -> list[SetUp]:
    if there.exists and there.files is None:
        return []
    missing = {path: text for path, text in files.items() if path not in (there.files or {})}
    return [Commit(there.name, missing)] if missing else []


def _notes(there: Hosted, files: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{there.name}: {path} is yours and stays" for path in differing(there, files))
    yield from (f"{there.name}: {what}: {why}" for what, why in there.unknown.items())
