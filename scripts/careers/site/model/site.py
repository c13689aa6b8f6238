"""What is published: postings sorted by what their pages are, each at an address of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from posixpath import normpath

from careers.settings import Settings
from careers.site.i18n.words import ENGLISH, Words, words
from careers.site.model import editions as _editions
from careers.site.model.blank_card import blank_card
from careers.site.model.card import Card
from careers.site.model.editions import Edition, Translations
from careers.site.model.image_files import OwnImage, own_image
from careers.site.model.job import Job
from careers.site.model.picture import Picture
from careers.site.model.similar import Similarity

LATEST = 500
"""How many jobs a feed for readers lists: they ask for it by the hour, and refuse large files."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def no_file(_posting: str, _target: str) -> bytes | None:
    """Where no file stands beside the postings."""
    return None


def no_picture(_data: bytes) -> Picture | None:
    """Where images are not measured."""
    return None


@dataclass(frozen=True)
class Site:
    """All that the pages are made of.

    ``drafts`` are the paths of postings that have no page, ``others`` those of files that are no
    postings. ``templates`` maps file names to
    texts; ``image`` gives the bytes of a local image, by the posting's path and the image's
    relative target, or None where there is none to publish. ``changed`` is when a posting was last
    changed, by its path as given, where that is known; ``draw`` makes the image that social
    networks show of a job, None where there are none. ``picture`` measures an image and makes it
    small; ``document`` gives the bytes of a Markdown file that a posting links to, as ``image``
    does.
    """

    settings: Settings
    today: date
    jobs: tuple[Job, ...]
    closed: tuple[Job, ...]
    drafts: tuple[str, ...]
    templates: Mapping[str, str]
    image: Callable[[str, str], bytes | None] = no_file
    changed: Mapping[str, datetime] = field(default_factory=dict)
    draw: Callable[[Card], bytes] | None = None
    picture: Callable[[bytes], Picture | None] = no_picture
    document: Callable[[str, str], bytes | None] = no_file
    others: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address of the first page, with a slash at its end."""
        return self.settings.site.url.rstrip("/") + "/"

    def url_of(self, job: Job) -> str:
        """The canonical address of a job's page."""
        return f"{self.url}{job.slug}/"

    @cached_property
    def logo(self) -> OwnImage | None:
        """The company's logo, where the settings name one that can be shown."""
        return own_image(self.image, self.picture, self.settings.theme.logo)

    @cached_property
    def hero(self) -> OwnImage | None:
        """The picture that takes the place of the drawing, likewise."""
        return own_image(self.image, self.picture, self.settings.theme.hero)

    @cached_property
    def card(self) -> Card:
        """What social networks show, before the words of a page are on it."""
        return blank_card(self.settings, self.templates, self.logo)

    @cached_property
    def unpublished(self) -> frozenset[str]:
        """The files of drafts: no link makes them public."""
        return frozenset(map(normpath, self.drafts))

    def at(self, path: str) -> str | None:
        """The slug of the posting in a file; empty for a draft, None where there is no posting."""
        job = self.by_path.get(path)
        return job.slug if job else "" if path in self.unpublished else None

    @cached_property
    def by_path(self) -> dict[str, Job]:
        """The jobs that have a page, by their file's path."""
        return {normpath(job.posting.path): job for job in (*self.jobs, *self.closed)}

    @cached_property
    def words(self) -> Words:
        """Those of the site's own language."""
        return words(self.templates, self.settings.site.language) or ENGLISH

    @cached_property
    def _groups(self) -> Translations:
        return _editions.by_key(self.jobs)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The site's own language first, then those of open postings that have a catalogue."""
        return _editions.editions(self.jobs, self._groups, self.words)

    def edition_of(self, job: Job) -> Edition:
        """The edition that a job's page belongs to."""
        return _editions.edition_of(self.editions, job)

    def translations(self, job: Job) -> tuple[Job, ...]:
        """The open texts of one job in all their languages, this one among them; none if alone."""
        found = () if job.closed else self._groups[job.key]
        return found if len(found) > 1 else ()

    def original(self, job: Job) -> Job:
        """The open text of which a job's is a translation; itself where it is none."""
        return job if job.closed else self._groups[job.key][0]

    @cached_property
    def _similarities(self) -> dict[str, Similarity]:
        return {edition.prefix: Similarity(edition.jobs, self._groups) for edition in self.editions}

    def similar(self, job: Job) -> list[Job]:
        """The open jobs most like one, open or closed, in the language of its page."""
        return self._similarities[self.edition_of(job).prefix].to(job)

    @cached_property
    def references(self) -> Counter[str | None]:
        """How many jobs have each of the company's own numbers; a translation is no other job."""
        jobs = {(job.key, job.meta.id) for job in (*self.jobs, *self.closed)}
        return Counter(number for _, number in jobs)

    def updated(self, job: Job) -> datetime | None:
        """A job's last change, in UTC; None where it is not known."""
        posted = job.meta.posted
        return self.changed.get(job.posting.path) or (midnight(posted) if posted else None)

    @cached_property
    def latest(self) -> dict[str, datetime | None]:
        """When the open jobs that changed last did (UTC), by slug, the last one first.

        Of each the original, without its translations.
        """
        originals = (group[0] for group in self._groups.values())
        moments = ((self.updated(job), job.slug) for job in originals)
        late = sorted(moments, key=lambda pair: pair[0] or _LONG_AGO, reverse=True)
        return {slug: moment for moment, slug in late[:LATEST]}


def midnight(day: date) -> datetime:
    """The first moment of a day, in UTC."""
    return datetime.combine(day, time(), UTC)
