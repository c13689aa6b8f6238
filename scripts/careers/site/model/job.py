"""A posting that has a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from careers.posting.field_types import FORM
from careers.posting.frontmatter import FrontMatter
from careers.posting.posting import Posting
from careers.site.i18n.brief import Badge, JobRow, Pay, badges, row, split_pay
from careers.site.i18n.facts import FACTS, Fact, employment, fact, summary
from careers.site.i18n.words import ENGLISH, Words
from careers.site.model.apply import apply_target
from careers.site.model.filters import values

_KEYS = ("pay", "place", "workplace", "remote", "employment")


@dataclass(frozen=True)
class Job:
    """A posting that has a page. ``slug`` is the page's folder below the site's first page.

    ``words`` are those of its page; ``elsewhere`` is where one applies if the posting says
    nothing; ``receiver`` is where forms of the site are sent, if there may be any. ``aliases`` are
    folders that the page had before, and nobody has now. ``language`` is the text's (BCP 47): as
    the posting writes it, else as it was told.
    """

    posting: Posting
    title: str
    slug: str
    closed: bool = False
    words: Words = ENGLISH
    elsewhere: str | None = None
    receiver: str | None = None
    aliases: tuple[str, ...] = ()
    language: str = "en"

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

    @cached_property
    def _way(self) -> str | None:
        """Where one applies: an address, or ``form``."""
        if self.meta.apply == FORM:
            return FORM if self.receiver else self.elsewhere
        return apply_target(self.posting) or self.elsewhere

    @property
    def form(self) -> str | None:
        """Where the form on its page is sent; None where it has none."""
        return self.receiver if self._way == FORM and not self.closed else None

    @property
    def apply(self) -> str | None:
        """Where one applies, ``#apply`` for the form on its page; None where that is not known.

        A closed job takes no applications.
        """
        if self.closed:
            return None
        return "#apply" if self.form else self._way

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What a candidate wants to know at a glance."""
        return tuple(found for name in FACTS if (found := self.fact(name)))

    @property
    def keys(self) -> list[Fact]:
        """What stands below its title: pay first, then where, how and how much of the time."""
        return [found for name in _KEYS if (found := self.fact(name))]

    @property
    def pay(self) -> Pay | None:
        """What one is paid."""
        return split_pay(self.meta.salary, self.words) if self.meta.salary else None

    @property
    def row(self) -> JobRow:
        """What a list shows of it."""
        return row(self.meta, self.words)

    @property
    def gist(self) -> str:
        """Where, how and how much of the time, as short as can be; may be empty."""
        some = employment(self.meta.employment, self.words)
        return " · ".join(filter(None, (self.row.places, self.row.workplace, some)))

    def badges(self, today: date) -> list[Badge]:
        """What is particular about it on a day."""
        return badges(self.meta, today, self.words)

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
