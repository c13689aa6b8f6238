"""Names what files are made of: where the name is as it was, so is the file.

A job's own files are made of its posting and of all that ``context`` names. What they look up
beside that, images and linked files, is noted while they are made (``Watch``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from careers.site._entry import entry_of
from careers.site._site import Job, Site
from careers.site._theme import brand

Seen = list[list[str | None]]
"""What was looked up: [what, the posting's path, the target, the digest of the answer]."""


def digest(*parts: object) -> str:
    """A name for values that JSON can hold; equal values have equal names, in every run."""
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:32]


def setting(site: Site, code: str) -> str:
    """All but the postings: the code (``code`` names it), settings, templates, the logo.

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


def facts(job: Job, meta: dict[str, Any]) -> list[Any]:
    """What other pages may know of a job without its text; ``meta`` is its front matter as JSON."""
    return [job.posting.path, job.slug, job.closed, job.title, job.words.language, meta]


def context(setting: str, site: Site, known: Iterable[list[Any]]) -> str:
    """What every job's page may depend on; ``known`` are the facts of all jobs in their order."""
    return digest(setting, list(known), sorted(site.unpublished))


def of_job(site: Site, job: Job, context: str, content: str) -> str:
    """What a job's own files are made of; ``content`` names its posting's bytes."""
    entry = entry_of(site, job)
    return digest(
        context, content, entry.key, entry.updated, site.today if not entry.updated else 0
    )


def of_lists(context: str, site: Site, gists: Iterable[str]) -> str:
    """What the files that list jobs are made of; ``gists`` name what is kept of the texts."""
    changed = {path: str(moment) for path, moment in site.changed.items()}
    return digest(context, list(gists), changed)


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

    def holds(self, seen: Seen) -> bool:
        """Whether each of these would be answered as it was."""
        return all(self._now(str(w), str(p), str(t)) == answer for w, p, t, answer in seen)

    def _now(self, what: str, posting: str, target: str) -> str | None:
        # The answer depends on the posting's folder alone.
        key = (what, posting.rpartition("/")[0], target)
        if key not in self._known:
            self._known[key] = name_of(getattr(self.plain, what)(posting, target))
        return self._known[key]


def name_of(data: bytes | None) -> str | None:
    """A name for the bytes of a file."""
    return None if data is None else sha256(data).hexdigest()[:32]
