"""What a check may know beside its posting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from careers.posting import Posting
from careers.process import Process, read_process
from careers.settings import Settings


@dataclass(frozen=True)
class Context:
    """``exists`` tells whether a path, relative as the postings' own are, is a file or folder."""

    settings: Settings
    today: date
    postings: tuple[Posting, ...] = ()
    exists: Callable[[str], bool] = lambda _: True
    _processes: dict[str, Process] = field(default_factory=dict)

    def process(self, posting: Posting) -> Process:
        """The posting's interview process, read once."""
        if posting.path not in self._processes:
            self._processes[posting.path] = read_process(posting, self.settings.stages)
        return self._processes[posting.path]
