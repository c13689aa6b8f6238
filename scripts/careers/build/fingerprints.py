"""Names what files are made of: where the name is as it was, so is the file.

A job's own files are made of its posting, of what all pages share and of what is around it: the
jobs that its page shows. What they look up beside that, images, linked files and postings, is
noted while they are made (``Watch``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from careers.build.template_scope import sees_all
from careers.site.feeds.entry import Entry, updated
from careers.site.feeds.feed import latest
from careers.site.model.editions import editions, translations
from careers.site.model.similar import similar
from careers.site.model.site import Job, Site
from careers.site.templating.theme import brand
from careers.text.fingerprint import digest

Seen = list[list[str | None]]
"""What was looked up: [what, the posting's path, the target, the digest of the answer]."""


@dataclass(frozen=True)
class Ground:
    """What is under the pages.

    ``rows`` are what other pages may know of a posting without its text, by its path. ``whole``
    names all of them and the settings; ``own`` what every job's own page is made with: the
    settings, and the site's languages.
    """

    rows: Mapping[str, str]
    whole: str
    own: str


def ground(site: Site, code: str, facts: Mapping[str, str]) -> Ground:
    """The ground of a site's pages.

    ``code`` names the program, ``facts`` what each posting says beside its text, by its path.
    """
    setting = _setting(site, code)
    rows = {
        job.posting.path: _row(job, facts[job.posting.path]) for job in (*site.jobs, *site.closed)
    }
    whole = digest(setting, list(rows.values()), sorted(site.unpublished))
    own = digest(setting, [[one.prefix, one.language] for one in editions(site)])
    return Ground(rows, whole, whole if sees_all(site.templates) else own)


# No name of a file has it, and JSON holds it as it is.
_BETWEEN = "\x7f"


def _row(job: Job, facts: str) -> str:
    return _BETWEEN.join((job.posting.path, job.slug, str(job.closed), job.words.language, facts))


def _setting(site: Site, code: str) -> str:
    """All but the postings: the code, settings, templates, the logo.

    The day counts where a template may show it; elsewhere it does by closing postings.
    """
    logo = brand(site)
    return digest(
        code,
        site.settings.model_dump(mode="json"),
        dict(site.templates),
        [logo.path, logo.width, logo.height] if logo else None,
        site.draw is not None,
        site.today if any("today" in text for text in site.templates.values()) else None,
    )


def around(site: Site, job: Job, ground: Ground) -> str:
    """What a job's page shows of others: similar jobs and its translations."""
    return digest(
        [ground.rows[other.posting.path] for other in similar(site, job)],
        [[one.language, site.url_of(one)] for one in translations(site, job)],
    )


def of_job(site: Site, job: Job, ground: Ground, content: str, around: str) -> str:
    """What a job's own files are made of; ``content`` names its posting's bytes."""
    entry = Entry(site, job)
    changed = updated(site, job)
    day = 0 if changed else site.today
    row = ground.rows[job.posting.path]
    late = job.slug in latest(site)
    return digest(ground.own, row, around, content, entry.key, changed, day, late)


def of_lists(ground: Ground, site: Site, texts: str) -> str:
    """What the files that list jobs are made of; ``texts`` names what is kept of the texts."""
    changed = {path: str(moment) for path, moment in site.changed.items()}
    return digest(ground.whole, texts, changed)


class Watch:
    """Notes what a page looks up beside what its key names. ``site`` is what it is made from."""

    def __init__(self, site: Site) -> None:
        self.seen: Seen = []
        self._known: dict[tuple[str, str, str], str | None] = {}
        self.plain = site
        self.site = replace(site, image=self._noting("image"), document=self._noting("document"))

    def _noting(self, what: str) -> Callable[[str, str], bytes | None]:
        ask = getattr(self.plain, what)

        def noting(posting: str, target: str) -> bytes | None:
            found: bytes | None = ask(posting, target)
            self.seen.append([what, posting, target, name_of(found)])
            return found

        return noting

    def follow(self, posting: str, links: Mapping[str, str | None]) -> None:
        """Note the postings that a text leads to: their path, and what the site told of each."""
        self.seen += [["link", posting, path, found] for path, found in links.items()]

    def holds(self, seen: Seen) -> bool:
        """Whether each of these would be answered as it was."""
        return all(self._now(str(w), str(p), str(t)) == answer for w, p, t, answer in seen)

    def _now(self, what: str, posting: str, target: str) -> str | None:
        if what == "link":
            return self.plain.at(target)
        # The answer depends on the posting's folder alone.
        key = (what, posting.rpartition("/")[0], target)
        if key not in self._known:
            self._known[key] = name_of(getattr(self.plain, what)(posting, target))
        return self._known[key]


def name_of(data: bytes | None) -> str | None:
    """A name for the bytes of a file."""
    return None if data is None else sha256(data).hexdigest()[:32]
