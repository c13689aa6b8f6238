"""Finds the job that a name means: its file's, its page's address, or an earlier one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from careers.posting.posting import Posting, originals
from careers.posting.slugs import address

_GITHUBS = frozenset(
    {"readme", "contributing", "code_of_conduct", "security", "support", "license", "changelog"}
)


def is_known_to_github(posting: Posting) -> bool:
    """Whether it is named as the files are that GitHub shows to people who look into a folder."""
    return posting.slug.casefold() in _GITHUBS


def find_job(postings: Iterable[Posting], name: str) -> Posting | None:
    """The posting that is called ``name``, the original of a translation; None where none is.

    A file's name goes before an address, an address before a name that a posting had.
    """
    every = list(postings)
    wanted = unicodedata.normalize("NFC", name.strip().strip("/"))
    for said, names in product((wanted, address(wanted)), _KINDS):
        for posting in every:
            if said in names(posting):
                return next((p for p in originals(every) if p.job == posting.job), None)
    return None


def _file(posting: Posting) -> Iterator[str]:
    stem = unicodedata.normalize("NFC", posting.slug)
    yield from (stem, f"{stem}.md", posting.job)


def _page(posting: Posting) -> Iterator[str]:
    # Where another page has the address, the job's is beside it.
    yield from (address(posting.slug), f"job-{address(posting.slug)}", address(posting.job))


def _earlier(posting: Posting) -> Iterator[str]:
    for alias in posting.meta.aliases:
        yield from (unicodedata.normalize("NFC", alias), address(alias))


_KINDS: tuple[Callable[[Posting], Iterator[str]], ...] = (_file, _page, _earlier)
