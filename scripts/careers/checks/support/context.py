"""What a check may know beside its posting."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from careers.checks.support.surroundings import Surroundings
from careers.posting.posting import Posting
from careers.process import Process, read_process
from careers.settings import Settings


@dataclass(frozen=True)
class Context:
    """``exists`` tells whether a path, relative as the postings' own are, is a file or folder.

    ``base`` gives a posting as it stood before the change that is checked, None where it is new;
    it is itself None where there is nothing to compare with. ``read`` gives the posting of this run
    at a path; without it, ``postings`` are all that there are.
    """

    settings: Settings
    today: date
    postings: tuple[Posting, ...] = ()
    exists: Callable[[str], bool] = lambda _: True
    base: Callable[[Posting], Posting | None] | None = None
    around: Surroundings = field(default_factory=Surroundings)
    read: Callable[[str], Posting | None] | None = None
    _processes: dict[str, Process] = field(default_factory=dict)

    def beside(self, path: str) -> Posting | None:
        """The posting of this run at a path, which is normal and with slashes."""
        return self.read(path) if self.read else self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Posting]:
        return {normal(posting.path): posting for posting in self.postings}

    def process(self, posting: Posting) -> Process:
        """The posting's interview process, read once."""
        if posting.path not in self._processes:
            self._processes[posting.path] = read_process(posting, self.settings.stages)
        return self._processes[posting.path]


def normal(path: str) -> str:
    """A path as ``Context.beside`` takes it."""
    return posixpath.normpath(path.replace("\\", "/"))
