"""A page for each open posting: facts at a glance, the text, how to apply, its JobPosting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careers.site.content.render import Text
from careers.site.model.apply import form_receivers, with_subject
from careers.site.model.filters import FOLDERS
from careers.site.model.job import Job
from careers.site.model.privacy import privacy_version
from careers.site.model.site import Site
from careers.site.model.social_card import image_url
from careers.site.model.source_links import source_of
from careers.site.structured_data.page import of_posting
from careers.site.templating.publication import Publication


def of(publication: Publication, job: Job, text: Text) -> Iterator[tuple[str, bytes]]:
    """``<slug>/index.html`` of an open job."""
    if not job.closed:
        site = publication.site
        values = _values(site, job, text)
        content = publication.page("posting.html.j2", "../", site.edition_of(job), **values)
        yield f"{job.slug}/index.html", content


def _values(site: Site, job: Job, text: Text) -> dict[str, Any]:
    return {
        "job": job,
        "text": text.page,
        "jsonld": of_posting(site, job, text),
        "image": image_url(site, job),
        "form": job.form,
        "receivers": " ".join(form_receivers(site.settings.apply)) if job.form else "",
        "privacy_version": privacy_version(site, job.words) if job.form else "",
        "apply": with_subject(job.apply, f"{job.title} [{job.posting.job}]") if job.apply else None,
        "links": _links(job),
        "similar": site.similar(job),
        "switch": [(text.language, site.url_of(text)) for text in site.translations(job)],
        "source": source_of(site, job),
    }


def _links(job: Job) -> dict[str, list[tuple[str, str]]]:
    """The pages that list the jobs with the same value of a fact: filter → (words, path)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, name, label in job.values:
        found.setdefault(kind, []).append((label, f"{FOLDERS[kind]}/{name}/"))
    return found
