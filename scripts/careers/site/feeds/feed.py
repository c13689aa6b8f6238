"""A feed as it is written: an item a job, each made by itself, between a beginning and an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from careers.site.feeds.entry import Entry, entries, updated
from careers.site.model.site import Site

LATEST = 500
"""How many jobs a feed for readers lists: they ask for it by the hour, and refuse large files."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Feed(NamedTuple):
    """A file that lists the open jobs, in the order of the first page.

    ``item`` may look at nothing of another job, so that items are made in any order and kept
    from one build to the next; ``ends`` gives what stands before and behind them. With ``latest``
    it lists only the ``LATEST`` that changed last.
    """

    path: str
    item: Callable[[Site, Entry], bytes]
    ends: Callable[[Site], tuple[bytes, bytes]]
    between: bytes = b""
    latest: bool = False

    def lists(self, entry: Entry) -> bool:
        """Whether an open job has an item in it."""
        return not self.latest or entry.job.slug in latest(entry.site)

    def pages(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The whole feed."""
        before, after = self.ends(site)
        listed = filter(self.lists, entries(site))
        items = self.between.join(self.item(site, entry) for entry in listed)
        yield self.path, before + items + after


def latest(site: Site) -> Mapping[str, datetime | None]:
    """When the ``LATEST`` open jobs that changed last did (UTC), by slug, the last one first."""
    if "latest" not in site.shared:
        moments = ((updated(site, job), job.slug) for job in site.jobs)
        late = sorted(moments, key=lambda one: one[0] or _LONG_AGO, reverse=True)
        site.shared["latest"] = {slug: moment for moment, slug in late[:LATEST]}
    found: Mapping[str, datetime | None] = site.shared["latest"]
    return found
