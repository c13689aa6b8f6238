"""The site as its authors look at it: drafts shown, nothing drawn for social networks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from careers.build.inputs import load_templates, read_image
from careers.cli.support.clock import today
from careers.files.images import measure
from careers.site.selection import site_of

if TYPE_CHECKING:
    from careers.posting.posting import Posting
    from careers.settings import Settings
    from careers.site.model.site import Site


def authors_site(postings: Iterable[Posting], settings: Settings) -> Site:
    """What `publish` would publish today, and the drafts.

    Raises CareersError (status 1) where a posting cannot be read.
    """
    site = site_of(
        postings, settings, today(settings), load_templates(), read_image, show_drafts=True
    )
    return replace(site, picture=measure, document=read_image)
