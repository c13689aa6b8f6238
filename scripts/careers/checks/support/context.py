"""What a check may know beside its posting."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from careers.checks.support.repository_files import RepositoryFiles
from careers.posting.posting import Posting
from careers.process import Process, read_process
from careers.settings import Settings


@dataclass(frozen=True)
class Context:
    """``postings`` are those of this run, or ``find`` gives each at its path as it is needed.

    ``base`` gives a posting as it stood before the change that is checked, None where it is new;
    it is itself None where there is nothing to compare with. ``files`` is what else there is,
    ``dead_links`` tells why an address of another host leads nowhere.
    """

    settings: Settings
    today: date
    postings: tuple[Posting, ...] = ()
    files: RepositoryFiles = field(default_factory=RepositoryFiles)
    base: Callable[[Posting], Posting | None] | None = None
    dead_links: Mapping[str, str] = field(default_factory=dict)
    find: Callable[[str], Posting | None] | None = None

    def posting(self, path: str) -> Posting | None:
        """The posting of this run at a path, which is normal and with slashes."""
        return self.find(path) if self.find else self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Posting]:
        return {normal(posting.path): posting for posting in self.postings}

    def process(self, posting: Posting) -> Process:
        """The posting's interview process, read once."""
        if posting not in self._processes:
            self._processes[posting] = read_process(posting, self.settings.stages)
        return self._processes[posting]

    @cached_property
    def _processes(self) -> WeakKeyDictionary[Posting, Process]:
        return WeakKeyDictionary()


def normal(path: str) -> str:
    """A path as ``Context.posting`` takes it."""
    return posixpath.normpath(path.replace("\\", "/"))
