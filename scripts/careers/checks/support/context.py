"""What a check may know beside its posting."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from careers.checks.support.repository_files import RepositoryFiles
from careers.language.language import primary
from careers.language.vocabulary import Vocabulary, vocabulary
from careers.posting.posting import Posting
from careers.process import Process, read_process
from careers.settings import Settings


@dataclass(frozen=True)
class Context:
    """``postings`` are those of this run, or ``find`` gives each at its path as it is needed.

    ``base`` gives a posting as it stood before the change that is checked, None where it is new;
    it is itself None where there is nothing to compare with. ``files`` is what else there is,
    ``dead_links`` tells why an address of another host leads nowhere. ``latest`` is the last day
    that somebody may call today, where that is another one; ``earlier`` are the paths that a
    posting had before, by its path now.
    """

    settings: Settings
    today: date
    postings: tuple[Posting, ...] = ()
    files: RepositoryFiles = field(default_factory=RepositoryFiles)
    base: Callable[[Posting], Posting | None] | None = None
    dead_links: Mapping[str, str] = field(default_factory=dict)
    find: Callable[[str], Posting | None] | None = None
    latest: date | None = None
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def posting(self, path: str) -> Posting | None:
        """The posting of this run at a path, which is normal and with slashes."""
        return self.find(path) if self.find else self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, Posting]:
        return {normal(posting.path): posting for posting in self.postings}

    def language(self, posting: Posting) -> str | None:
        """The primary tag of a posting's language; None where nobody can tell.

        Where the text leaves it open it is the site's, if the settings write one.
        """
        site = self.settings.site
        written = site.language if "language" in site.model_fields_set else None
        return posting.language.tag or primary(written)

    def vocabulary(self, posting: Posting) -> Vocabulary | None:
        """The words of a posting's language; None where it is unknown or not understood."""
        return vocabulary(self.language(posting))

    def process(self, posting: Posting) -> Process:
        """The posting's interview process, read once."""
        if posting not in self._processes:
            self._processes[posting] = read_process(posting, self.settings)
        return self._processes[posting]

    @cached_property
    def _processes(self) -> WeakKeyDictionary[Posting, Process]:
        return WeakKeyDictionary()


def normal(path: str) -> str:
    """A path as ``Context.posting`` takes it."""
    return posixpath.normpath(path.replace("\\", "/"))
