"""The search index, which Pagefind makes of the pages once they are written."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.templating.publication import Publication

FOLDER = "pagefind"
OWNS = (FOLDER,)


def pages(_publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Nothing: see ``build.search``."""
    yield from ()
