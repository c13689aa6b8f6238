"""What a build keeps of a job's text once its own files are made: what the lists look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from careers.site.content.render import rendered
from careers.site.feeds.entry import entry_of
from careers.site.feeds.feed import latest
from careers.site.model.editions import translations
from careers.site.model.similar import similar
from careers.site.model.site import Job, Site
from careers.text.json_text import encoded

Gist = dict[str, Any]
"""``stages`` with a name (JSON of [name, how long it takes, HTML]), ``documents`` that the text
links to (path: bytes as latin-1), and ``apply``, where one applies, if only the text says so. What
there is none of is not in it."""


def gist(site: Site, job: Job) -> Gist:
    """What the lists want to know of a job that takes reading its text, as JSON holds it."""
    text = rendered(site, job)
    made: Gist = {}
    stages = [one for one in text.stages(job.words) if one.name]
    if stages:
        # Of thousands of stages few are looked at: they are loaded as one text.
        made["stages"] = encoded([[s.name, s.takes, str(s.html)] for s in stages]).decode()
    if not (job.closed or job.posting.meta.apply):
        made["apply"] = job.apply
    if text.documents:
        made["documents"] = {p: data.decode("latin-1") for p, data in text.documents.items()}
    return made


def gist_of(site: Site, job: Job) -> Gist:
    """The gist of a job: as it was kept, else made of its text, once."""
    known: dict[str, Gist] = site.shared.setdefault("gists", {})
    if job.slug not in known:
        known[job.slug] = gist(site, job)
    return known[job.slug]


def remember(site: Site, kept: Iterable[tuple[Job, Gist]]) -> None:
    """Let the lists find the gist of each job."""
    site.shared["gists"] = found = {}
    for job, one in kept:
        found[job.slug] = one
        if "apply" in one:
            vars(job)["apply"] = one["apply"]


def forget(site: Site, job: Job) -> None:
    """Drop a job's text and what was made of it."""
    for name in ("texts", "descriptions", "entries"):
        site.shared.get(name, {}).pop(job.slug, None)


def prepare(site: Site, job: Job) -> None:
    """Look once at what every job's page looks at, so that each process need not."""
    similar(site, job)
    translations(site, job)
    entry_of(site, job)
    latest(site)
    _ = (site.by_path, site.unpublished)
