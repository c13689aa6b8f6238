"""A feed: an item for each open job, between a beginning and an end."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from careers.site.feeds.entry import Entry
from careers.site.model.job import Job
from careers.site.model.site import Site


class Feed(NamedTuple):
    """A file that lists the open jobs, in the order of the first page.

    ``item`` makes what it says of a job, ``ends`` what stands before and behind the items. With
    ``latest`` it lists only those that changed last. ``alone`` is the path of a file of the item
    by itself.
    """

    path: str
    item: Callable[[Entry], bytes]
    ends: Callable[[Site], tuple[bytes, bytes]]
    between: bytes = b""
    latest: bool = False
    alone: Callable[[Entry], str] | None = None

    def lists(self, site: Site, job: Job) -> bool:
        """Whether a job has an item in it."""
        return not job.closed and (not self.latest or job.slug in site.latest)
