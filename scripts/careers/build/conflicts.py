"""Which file of a site belongs to which kind of page, and which files are new."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from careers.build.cache import Job, Stock
from careers.build.file_stamps import Stamp, stamp
from careers.site import claim
from careers.site.model.urls import is_inside


def claimed(stock: Stock, old: Stock, made: Iterable[Job], fresh: Path) -> dict[str, Stamp]:
    """The files below ``fresh`` that were not so before, by their path in the site.

    ``made`` are the jobs that are new. Raises CareersError where two kinds of page wrote one file.
    """
    every = (*stock.jobs.values(), *stock.lists.values())
    lists = (one for group, one in stock.lists.items() if one != old.lists.get(group))
    new_ones = (*made, *lists)
    shared = _shared(stock, every, new_ones)
    feeds = stock.feeds.items()
    new = {path: told.stamp for path, told in feeds if told is not old.feeds.get(path)}
    for one in new_ones:
        new |= one.files
    # What several jobs show was written more than once; the last time counts for each.
    new |= {path: stamp(fresh / path) for path in shared & new.keys()}
    for one in every if shared else ():
        for path in shared & new.keys() & one.files.keys():
            one.files[path] = new[path]
    return new


def _shared(stock: Stock, every: Iterable[Job], made: Iterable[Job]) -> set[str]:
    """The files that more than one of them wrote."""
    files = [path for one in every for path in one.files]
    apart = len({*stock.feeds, *files}) == len(stock.feeds) + len(files)
    if apart and all(is_inside(path) for one in made for path in one.files):
        return set()
    owners: dict[str, str] = dict.fromkeys(stock.feeds, "feed")
    shared = set()
    for one in every:
        for path, kind in zip(one.files, one.kinds.split(), strict=True):
            if path in owners:
                shared.add(path)
            claim(owners, kind, path)
    return shared
