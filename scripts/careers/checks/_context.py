"""What a check may know beside its posting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from careers.checks._shape import is_open
from careers.checks._surroundings import Surroundings
from careers.posting import Posting
from careers.process import Process, read_process
from careers.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """``exists`` tells whether a path, relative as the postings' own are, is a file or folder.

    ``base`` gives a posting as it stood before the change that is checked, None where it is new;
    it is itself None where there is nothing to compare with.
    """

    settings: Settings
    today: date
    postings: tuple[Posting, ...] = ()
    exists: Callable[[str], bool] = lambda _: True
    base: Callable[[Posting], Posting | None] | None = None
    around: Surroundings = field(default_factory=Surroundings)
    _processes: dict[str, Process] = field(default_factory=dict)
    # Not an argument, so that a copy with other postings begins with nothing kept.
    _kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def namesakes(self) -> dict[tuple[str, ...], list[Posting]]:
        """The postings by what ought to be theirs alone, in the order given.

        The keys are ("id", id), ("slug", slug) and ("job", title, locations...); only open
        postings stand under the last.
        """
        found: dict[tuple[str, ...], list[Posting]] = {}
        for posting in self.postings:
            for key in identities(posting):
                found.setdefault(key, []).append(posting)
        return found

    def once(self, make: Callable[[Context], T]) -> T:
        """What is made of all postings, made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        made: T = self._kept[make]
        return made

    def process(self, posting: Posting) -> Process:
        """The posting's interview process, read once."""
        if posting.path not in self._processes:
            self._processes[posting.path] = read_process(posting, self.settings.stages)
        return self._processes[posting.path]


def identities(posting: Posting) -> tuple[tuple[str, ...], ...]:
    """The keys of ``Context.namesakes`` that a posting stands under."""
    keys: list[tuple[str, ...]] = [("slug", posting.slug.casefold())]
    if posting.meta.id:
        keys.append(("id", posting.meta.id))
    if is_open(posting):
        where = sorted(str(place).casefold() for place in posting.meta.locations)
        keys.append(("job", " ".join(posting.title.casefold().split()), *where))
    return tuple(keys)
