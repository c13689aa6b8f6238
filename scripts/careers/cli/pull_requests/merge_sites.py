"""The site before and after a merge, made alike in memory: what differs is what the change does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from careers.build.gate import Gate
from careers.build.inputs import images_at, load_templates, read_image, templates_at
from careers.site.model.site import Site
from careers.site.outputs import build, owned
from careers.site.selection import site_of
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.files.revision import Base
    from careers.posting.posting import Posting
    from careers.settings import Settings
    from careers.site.model.card import Card

_UNDRAWN = b""
"""Stands for a card before the merge: drawing all of them takes longer than the rest."""

Image = Callable[[str, str], bytes | None]


@dataclass(frozen=True)
class Side:
    """The repository on one side of the change."""

    settings: Settings
    postings: tuple[Posting, ...]


@dataclass(frozen=True)
class Built:
    """A site's files by path, and the folders that belong to one posting each."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sites:
    """Both sides; None where the site cannot be built, ``error`` says why not after merging."""

    before: Built | None
    after: Built | None
    error: str = ""

    @property
    def feeds(self) -> list[str]:
        """The files beside the postings' pages that differ, those of few folders first."""
        return sorted(self._differ(posting=False), key=lambda path: (path.count("/"), path))

    @property
    def redrawn(self) -> list[str]:
        """The folders of postings whose page differs, there before and after."""
        pages = (path.split("/") for path in self._differ(posting=True))
        both = self.before and self.after and self.before.folders & self.after.folders
        names = {names[0] for names in pages if names[1:] == ["index.html"]}
        return sorted(names & (both or set()))

    def _differ(self, *, posting: bool) -> Iterator[str]:
        if self.before is None or self.after is None:
            return
        folders = self.before.folders | self.after.folders | {"images"}
        for path in {**self.before.files, **self.after.files}:
            if (path.partition("/")[0] in folders) is posting:
                old, new = self.before.files.get(path), self.after.files.get(path)
                if old != new and not _looks_alike(path, old, new):
                    yield path


def _looks_alike(path: str, old: bytes | None, new: bytes | None) -> bool:
    """Whether two contents that differ are the same to who sees them."""
    if old is None or new is None:
        return False
    return old == _UNDRAWN or (path.endswith(".html") and _words(old) == _words(new))


def _words(page: bytes) -> list[bytes]:
    """A page without its line breaks, those in its structured data too: they are no change."""
    return page.replace(rb"\n", b" ").split()


def sites(base: Base, head: Side, today: date, *, whole: bool) -> Sites:
    """Both sites. With ``whole`` they have their images and cards, as ``publish`` makes them."""
    old = Side(base.settings, base.postings())
    templates = load_templates()
    before, _ = _built(old, today, templates_at(base), images_at(base) if whole else None)
    after, error = _built(head, today, templates, read_image if whole else None, draw=whole)
    return Sites(before, after, error)


def _built(
    side: Side,
    today: date,
    templates: Mapping[str, str],
    image: Image | None,
    *,
    draw: bool = False,
) -> tuple[Built | None, str]:
    door = Gate({}, force=True, taken=owned(templates))
    try:
        site = site_of(door.through(side.postings), side.settings, today, templates)
        site = _with_images(site, image, draw=draw) if image else site
        files = dict(build(site))
    except CareersError as error:
        return None, str(error)
    jobs = (*site.jobs, *site.closed)
    folders = {folder for job in jobs for folder in (job.slug, *job.aliases)}
    return Built(files, frozenset(folders)), ""


def _with_images(site: Site, image: Image, *, draw: bool) -> Site:
    """The site as ``publish`` makes it; what shall only be compared has empty cards."""
    from careers.build.card_png import render
    from careers.files.images import measure
    from careers.files.last_modified import last_changes

    cards = (render if draw else _no_card) if site.settings.site.social_images else None
    # Dates are today's on both sides: when a posting changed is no change of its page.
    changed = last_changes(job.posting.path for job in (*site.jobs, *site.closed))
    return replace(site, image=image, document=image, picture=measure, draw=cards, changed=changed)


def _no_card(_card: Card) -> bytes:
    return _UNDRAWN
