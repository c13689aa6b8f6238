"""A posting that has a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from careers.posting.frontmatter import FrontMatter
from careers.posting.posting import Posting
from careers.site.i18n.facts import FACTS, Fact, fact, summary
from careers.site.i18n.words import ENGLISH, Words
from careers.site.model.apply import apply_target
from careers.site.model.filters import values


@dataclass(frozen=True)
class Job:
    """A posting that has a page. ``slug`` is the page's folder below the site's first page.

    ``words`` are those of its page; ``elsewhere`` is where one applies if the posting says
    nothing.
    """

    posting: Posting
    title: str
    slug: str
    closed: bool = False
    words: Words = ENGLISH
    elsewhere: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """By what jobs are sorted in lists."""
        return self.title.casefold(), self.slug

    @property
    def key(self) -> str:
        """What a job shares with its translations."""
        folder, slash, _ = self.posting.path.rpartition("/")
        return f"{folder}{slash}{self.posting.job}"

    @property
    def meta(self) -> FrontMatter:
        """The front matter."""
        return self.posting.meta

    @property
    def team(self) -> str:
        """The team that hires; empty where the posting names none."""
        return self.meta.team or ""

    @property
    def language(self) -> str:
        """The language of the text (BCP 47)."""
        return self.meta.language

    @cached_property
    def apply(self) -> str | None:
        """Where one applies; None where that is not known yet, or the job is closed."""
        return None if self.closed else apply_target(self.posting) or self.elsewhere

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What a candidate wants to know at a glance."""
        return tuple(found for name in FACTS if (found := self.fact(name)))

    @cached_property
    def summary(self) -> str:
        """Place, workplace and employment in a line; may be empty."""
        return summary(self.meta, self.words)

    @cached_property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """What it is sorted by: (filter, name in addresses, words)."""
        return tuple(values(self.meta, self.words))

    @property
    def names(self) -> dict[str, str]:
        """The names of its values by filter, in a line, as HTML attributes hold them."""
        found: dict[str, str] = {}
        for kind, name, _ in self.values:
            found[kind] = f"{found[kind]} {name}" if kind in found else name
        return found

    def fact(self, name: str) -> Fact | None:
        """One of the facts, by name."""
        return fact(name, self.meta, self.words)

    def copy(self) -> Job:
        """The same job. What is made of its text from here on goes when the copy goes."""
        return replace(self, posting=self.posting.compact())
