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
    by itself. Of a job in several languages it lists the original alone, unless it has ``texts``
    and its shape says which of them belong together. A site that has not what the feed must say
    is not ``offered`` it.
    """

    path: str
    item: Callable[[Entry], bytes]
    ends: Callable[[Site], tuple[bytes, bytes]]
    between: bytes = b""
    latest: bool = False
    alone: Callable[[Entry], str] | None = None
    texts: bool = False
    offered: Callable[[Site], bool] = lambda _site: True

    def lists(self, site: Site, job: Job) -> bool:
        """Whether a job has an item in it."""
        if job.closed or (self.latest and job.slug not in site.latest):
            return False
        return self.texts or site.original(job).slug == job.slug
