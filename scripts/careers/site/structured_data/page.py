"""What the pages say about themselves in JSON-LD, beside the JobPosting: who, which site, where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from careers.site.content.render import Text
from careers.site.model.job import Job
from careers.site.model.site import Site
from careers.site.model.titles import site_name
from careers.site.structured_data.job_posting import job_posting, organization, script

_CONTEXT = "https://schema.org/"


def of_first_page(site: Site) -> Markup:
    """The WebSite and, where the company has a name, the Organization."""
    who = organization(site)
    found = [website(site)]
    if who:
        url = site.settings.company.url
        found.append({"@context": _CONTEXT, **who, **({"url": url} if url else {})})
    return _scripts(found)


def of_posting(site: Site, job: Job, text: Text) -> Markup:
    """The JobPosting of an open job and the way to its page."""
    way = breadcrumbs(site, [(job.title, site.url_of(job))])
    return _scripts([job_posting(site, job, text.description), way])


def website(site: Site) -> dict[str, Any]:
    """The careers site."""
    return {"@context": _CONTEXT, "@type": "WebSite", "name": site_name(site), "url": site.url}


def breadcrumbs(site: Site, below: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The way from the first page: (name, address) of each page below it, this one the last."""
    steps = [(site_name(site), site.url), *below]
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def _scripts(found: Iterable[dict[str, Any]]) -> Markup:
    return Markup("\n".join(map(script, found)))  # noqa: S704 - escaped one by one
