"""A page that says what becomes of a candidate's data, as the settings have it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.site.model.editions import editions
from careers.site.model.site import Site
from careers.site.templating.environment import page

FOLDER = "privacy/"
OF_TEXTS = True


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``privacy/index.html``, in each language of the site."""
    for edition in editions(site):
        values = {
            "path": FOLDER,
            "hosts": _hosts(site),
            "by_mail": any((job.apply or "").startswith("mailto:") for job in site.jobs),
            "switch": [(e.language, e.address(site, FOLDER)) for e in editions(site)]
            if len(editions(site)) > 1
            else [],
        }
        root = "../" + "../" * bool(edition.prefix)
        content = page(site, "privacy.html.j2", root, edition, **values)
        yield f"{edition.prefix}{FOLDER}index.html", content


def _hosts(site: Site) -> list[str]:
    """Where the forms are that postings lead to."""
    ways = [site.settings.apply.general, *(job.apply for job in site.jobs)]
    # Thousands of jobs lead to few hosts: what stands behind a host is not looked at.
    begun = {"/".join(way.split("/", 3)[:3]) for way in ways if way and way.startswith("http")}
    return sorted({urlsplit(way).hostname or "" for way in begun} - {""})
