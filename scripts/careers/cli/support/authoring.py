"""The site as its authors look at it: drafts shown, nothing drawn for social networks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careers.build.inputs import load_templates, read_image
from careers.files.images import measurer
from careers.site import plan

if TYPE_CHECKING:
    from careers.posting.posting import Posting
    from careers.settings import Settings
    from careers.site import Site


def shown(postings: Iterable[Posting], settings: Settings) -> Site:
    """What `publish` would publish today, and the drafts.

    Raises CareersError (status 1) where a posting cannot be read.
    """
    today = date.today()  # noqa: DTZ011 - the day where the author sits
    site = plan(postings, settings, today, load_templates(), read_image, show_drafts=True)
    return replace(site, picture=measurer(), document=read_image)
