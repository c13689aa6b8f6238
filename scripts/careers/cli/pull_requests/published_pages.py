"""The titles of pages by their addresses, out of the postings as they are here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, posting_paths, read_postings
from careers.posting.frontmatter import Status
from careers.posting.slugs import address
from careers.reports.pull_request.merged import Published

if TYPE_CHECKING:
    from careers.posting.posting import Posting
    from careers.settings import Settings

_ESCAPED = "job-"
"""Stands before an address that a page of the site itself has."""


def on_the_site(slugs: Sequence[str], settings: Settings) -> list[Published]:
    """The pages among these addresses, in their order; a draft or a removed posting has none."""
    url = settings.site.url.rstrip("/")
    return [
        Published(posting.title, f"{url}/{slug}/")
        for slug, posting in _postings(slugs)
        if posting.readable and posting.meta.status is not Status.DRAFT
    ]


def titles(slugs: Sequence[str]) -> list[str]:
    """What the jobs at these addresses are called."""
    return [posting.title for _, posting in _postings(slugs)]


def _postings(slugs: Sequence[str]) -> Iterator[tuple[str, Posting]]:
    """The postings, of thousands only those that are asked for read."""
    every = posting_paths([POSTINGS]) if slugs and Path(POSTINGS).is_dir() else []
    by_address = {address(path.stem): path for path in every}
    for slug in slugs:
        path = by_address.get(slug) or by_address.get(slug.removeprefix(_ESCAPED))
        if path:
            yield from ((slug, posting) for posting in read_postings([path]))
