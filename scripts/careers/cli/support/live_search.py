"""The search index of a site that changes all the time: made when a page asks for it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careers.build.search import index
from careers.text.diagnostics import CareersError


class Search:
    """An index of the pages in ``site``, beside it: a builder finds there what it has written."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._copy = site.with_name(f"{site.name}-indexed")
        self._lock = threading.Lock()
        self._made = False

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While the site changes no index is made of it; the one of before is outdated."""
        with self._lock:
            self._made = False
            yield

    def folder(self) -> Path:
        """The site with its index, as the site is now; without one where none can be made."""
        with self._lock:
            if not self._made:
                self._made = True
                shutil.rmtree(self._copy, ignore_errors=True)
                # Links: a builder puts new files in the place of old ones, and changes none.
                shutil.copytree(self._site, self._copy, copy_function=os.link)
                try:
                    index(self._copy)
                except CareersError as error:
                    sys.stdout.write(f"{error}\n")
            return self._copy
