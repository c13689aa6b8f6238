"""What is published: postings sorted by what their pages are, each at an address of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from posixpath import normpath
from typing import Any

from careers.posting.posting import Posting
from careers.settings import Settings
from careers.site.i18n.facts import FACTS, Fact, fact, summary
from careers.site.i18n.words import ENGLISH, Words
from careers.site.model.apply import apply_target
from careers.site.model.card import Card
from careers.site.model.filters import values
from careers.site.model.picture import Picture
from careers.text.lazy_property import cached_property


@dataclass(frozen=True)
class Job:
    """A posting that has a page. ``slug`` is the page's folder below the site's first page.

    ``words`` are those of its page; ``elsewhere`` is where one applies if the posting says
    nothing.
    """

    posting: Posting
    slug: str
    closed: bool
    words: Words = ENGLISH
    elsewhere: str | None = None

    @property
    def title(self) -> str:
        """The job's title."""
        return self.posting.title

    @property
    def order(self) -> tuple[str, str]:
        """By what jobs are sorted in lists."""
        return self.title.casefold(), self.slug

    @property
    def team(self) -> str:
        """The team that hires; empty where the posting names none."""
        return self.posting.meta.team or ""

    @property
    def language(self) -> str:
        """The language of the text (BCP 47)."""
        return self.posting.meta.language

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
        return summary(self.posting.meta, self.words)

    @cached_property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """What it is sorted by: (filter, name in addresses, words)."""
        return tuple(values(self.posting.meta, self.words))

    @cached_property
    def sorted_by(self) -> dict[str, list[str]]:
        """What the filters look at: the names of its values, by filter."""
        found: dict[str, list[str]] = {}
        for kind, name, _ in self.values:
            found.setdefault(kind, []).append(name)
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """The same with the names of each filter in a line, as HTML attributes hold them."""
        return {kind: " ".join(names) for kind, names in self.sorted_by.items()}

    def fact(self, name: str) -> Fact | None:
        """One of the facts, by name."""
        known: dict[str, Fact | None] = self.__dict__.setdefault("_known", {})
        if name not in known:
            known[name] = fact(name, self.posting.meta, self.words)
        return known[name]


@dataclass(frozen=True)
class Site:
    """All that the pages are made of.

    ``templates`` maps file names to texts; ``image`` gives the bytes of a local image, by the
    posting's path and the image's relative target, or None where there is none to publish.
    ``changed`` is when a posting was last changed, by its path as given, where that is known;
    ``draw`` makes the image that social networks show of a job, None where there are none.
    ``picture`` measures an image and makes it small; ``document`` gives the bytes of a Markdown
    file that a posting links to, as ``image`` does.
    """

    settings: Settings
    today: date
    jobs: tuple[Job, ...]
    closed: tuple[Job, ...]
    drafts: tuple[Posting, ...]
    templates: Mapping[str, str]
    image: Callable[[str, str], bytes | None] = lambda _posting, _target: None
    changed: Mapping[str, datetime] = field(default_factory=dict)
    draw: Callable[[Card], bytes] | None = None
    picture: Callable[[bytes], Picture | None] = lambda _data: None
    document: Callable[[str, str], bytes | None] = lambda _posting, _target: None

    @cached_property
    def shared(self) -> dict[str, Any]:
        """What several kinds of pages need and only the first of them makes, by name."""
        return {}

    @cached_property
    def url(self) -> str:
        """The address of the first page, with a slash at its end."""
        return self.settings.site.url.rstrip("/") + "/"

    def url_of(self, job: Job) -> str:
        """The canonical address of a job's page."""
        return f"{self.url}{job.slug}/"

    @cached_property
    def unpublished(self) -> frozenset[str]:
        """The files of drafts: no link makes them public."""
        return frozenset(normpath(posting.path) for posting in self.drafts)

    def at(self, path: str) -> str | None:
        """The slug of the posting in a file; empty for a draft, None where there is no posting."""
        job = self.by_path.get(path)
        return job.slug if job else "" if path in self.unpublished else None

    @cached_property
    def by_path(self) -> dict[str, Job]:
        """The jobs that have a page, by their file's path."""
        return {normpath(job.posting.path): job for job in (*self.jobs, *self.closed)}
