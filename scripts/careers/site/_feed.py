"""A feed as it is written: an item a job, each made by itself, between a beginning and an end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from careers.site._entry import Entry, entries
from careers.site._site import Site


class Feed(NamedTuple):
    """A file that lists every open job, in the order of the first page.

    ``item`` may look at nothing of another job, so that items are made in any order and kept
    from one build to the next; ``ends`` gives what stands before and behind them.
    """

    path: str
    item: Callable[[Site, Entry], bytes]
    ends: Callable[[Site], tuple[bytes, bytes]]
    between: bytes = b""

    def pages(self, site: Site) -> Iterator[tuple[str, bytes]]:
        """The whole feed."""
        before, after = self.ends(site)
        items = self.between.join(self.item(site, entry) for entry in entries(site))
        yield self.path, before + items + after
