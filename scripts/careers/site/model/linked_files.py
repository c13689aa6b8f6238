"""Files among the postings that are none: the exercises that postings link to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from careers.posting.frontmatter import FrontMatter
from careers.process import read_process
from careers.site.model.apply import apply_target

if TYPE_CHECKING:
    from careers.posting.posting import Posting
    from careers.settings import Settings

_NOTHING = FrontMatter()
_TARGET = re.compile(r"[^\s()<>\"'\[\]]{1,500}\.md\b")


def exercises(postings: Iterable[Posting], settings: Settings) -> frozenset[str]:
    """The paths of those that another one links to and that say nothing of a job.

    They have no front matter, no interview process and no way to apply. A site whose postings
    all have front matter is not looked at any further.
    """
    postings = tuple(postings)
    bare = {normpath(posting.path): posting for posting in postings if posting.meta == _NOTHING}
    if not bare:
        return frozenset()
    linked = {path for posting in postings for path in _linked(posting)}
    found = [posting for path, posting in bare.items() if path in linked]
    return frozenset(posting.path for posting in found if not _is_job(posting.compact(), settings))


def _linked(posting: Posting) -> set[str]:
    """The Markdown files that a text names, whatever for; never itself."""
    folder, text = dirname(posting.path), posting.source.text
    targets = map(unquote, _TARGET.findall(text)) if ".md" in text else ()
    return {normpath(join(folder, target)) for target in targets} - {normpath(posting.path)}


def _is_job(posting: Posting, settings: Settings) -> bool:
    return bool(
        posting.front is not None
        or apply_target(posting)
        or read_process(posting, settings).section
    )
