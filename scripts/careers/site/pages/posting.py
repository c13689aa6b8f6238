"""A page for each open posting: facts at a glance, the text, how to apply, its JobPosting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careers.site.content.render import rendered
from careers.site.content.responsive_images import with_pictures
from careers.site.feeds.entry import entry_of
from careers.site.model.apply import with_subject
from careers.site.model.editions import edition_of, translations
from careers.site.model.filters import FOLDERS
from careers.site.model.similar import similar
from careers.site.model.site import Job, Site
from careers.site.model.source_links import Source, source_of
from careers.site.structured_data.page import of_posting
from careers.site.templating.environment import page


def of(site: Site, job: Job) -> Iterator[tuple[str, bytes]]:
    """``<slug>/index.html`` of an open job."""
    if not job.closed:
        content = page(site, "posting.html.j2", "../", edition_of(site, job), **_values(site, job))
        yield f"{job.slug}/index.html", content


def _values(site: Site, job: Job) -> dict[str, Any]:
    text = rendered(site, job)
    source: Source | None = source_of(site, job)
    return {
        "job": job,
        "text": with_pictures(site, text.drawn(job.words), text.images),
        "jsonld": of_posting(site, job),
        "image": entry_of(site, job).image,
        "apply": with_subject(job.apply, f"{job.title} [{job.posting.job}]") if job.apply else None,
        "links": _links(job),
        "similar": similar(site, job),
        "switch": [(one.language, site.url_of(one)) for one in translations(site, job)],
        "source": source,
    }


def _links(job: Job) -> dict[str, list[tuple[str, str]]]:
    """The pages that list the jobs with the same value of a fact: filter → (words, path)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, name, label in job.values:
        found.setdefault(kind, []).append((label, f"{FOLDERS[kind]}/{name}/"))
    return found
