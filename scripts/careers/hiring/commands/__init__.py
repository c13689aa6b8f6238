"""The commands: one module each, its name the verb, its docstring the help.

A command module holds ``ORDER`` (its place in lists) and ``decide(candidate, request, text)``,
which returns a ``Decision`` or an ``Explanation`` and is pure; ``text`` is what stands behind the
command on its line. It may hold ``ARGUMENTS`` (as lists show them, what may be left out in
brackets), ``ALIASES`` (more names; words behind one are what it stands for: ``resume off``),
``PERMISSION`` (what its writer needs; write access where it says nothing), ``MANAGES`` (whether the
posting's hiring manager may it with less), ``UNDER_WAY`` (whether it is for candidates alone who
have not ended), ``other(text)`` and ``job(text)`` (the issue, the posting that it is about besides,
to be looked up), ``BELOW`` (whether the lines below it are its own, as those of a letter: they
stand in ``text`` behind a line break).

Nothing is registered: a module in this folder is a command; the reader of comments, the hints in
issues and comments, the table of docs/candidates.md and what starts the workflow are made from
them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.request import Permission, Request

_OPTIONAL = re.compile(r"\s*\[[^\]]*\]")


@dataclass(frozen=True)
class Command:
    """One command: ``verb`` first among its ``names``, ``help`` in a sentence.

    ``names`` lead to what each stands for, mostly nothing.
    """

    verb: str
    names: Mapping[str, str]
    arguments: str
    permission: Permission
    manages: bool
    under_way: bool
    below: bool
    help: str
    order: int
    decide: Callable[[Candidate, Request, str], Decision | Explanation]
    other: Callable[[str], int | None]
    job: Callable[[str], str]

    @property
    def usage(self) -> str:
        """How it is written: ``/withdraw [words]``."""
        return f"/{self.verb} {self.arguments}".rstrip()

    @property
    def short_usage(self) -> str:
        """The same without what may be left out: ``/withdraw``."""
        return _OPTIONAL.sub("", self.usage)


@cache
def all_commands() -> tuple[Command, ...]:
    """Every command, in the order of lists."""
    found = (_load(module.name) for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(found, key=lambda command: (command.order, command.verb)))


def _load(name: str) -> Command:
    module = importlib.import_module(f"{__name__}.{name}")
    verb = name.replace("_", "-")
    aliases = (alias.partition(" ") for alias in getattr(module, "ALIASES", ()))
    return Command(
        verb=verb,
        names={verb: "", **{alias: words for alias, _, words in aliases}},
        arguments=getattr(module, "ARGUMENTS", ""),
        permission=getattr(module, "PERMISSION", Permission.WRITE),
        manages=getattr(module, "MANAGES", False),
        under_way=getattr(module, "UNDER_WAY", False),
        below=getattr(module, "BELOW", False),
        help=inspect.getdoc(module) or "",
        order=module.ORDER,
        decide=module.decide,
        other=getattr(module, "other", _no_other),
        job=getattr(module, "job", _no_job),
    )


def _no_other(_text: str) -> int | None:
    return None


def _no_job(_text: str) -> str:
    return ""


@cache
def commands_by_name() -> Mapping[str, Command]:
    """Every command by each of its names."""
    return {name: command for command in all_commands() for name in command.names}


def verbs() -> tuple[str, ...]:
    """Every name that a command answers to, in the order of lists."""
    return tuple(commands_by_name())
