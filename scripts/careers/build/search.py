"""Makes the index that the pages' search reads, by Pagefind, beside a site that is written."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, STDOUT

from careers.site.assets.search_index import FOLDER
from careers.text.diagnostics import CareersError

PAGES = "pages.json"
_LIMIT = 900
"""Seconds: 10,000 postings take a fraction of them."""
# Its own interface in several sizes: ours is in templates/site.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")


def index(site: Path) -> None:
    """Index the pages in ``site`` that are marked for it; the same pages give the same files.

    Raises CareersError where Pagefind is missing or fails.
    """
    with indexing(site):
        pass


@contextmanager
def indexing(site: Path) -> Iterator[None]:
    """The same while other work is done; what it makes is there at the end."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"]
    try:
        pagefind = subprocess.Popen(command, stdout=PIPE, stderr=STDOUT, text=True)  # noqa: S603 - arguments of our own
    except OSError as error:
        raise _not_made(error) from None
    with pagefind:
        try:
            yield
            said, _ = pagefind.communicate(timeout=_LIMIT)
        except subprocess.TimeoutExpired as error:
            raise _not_made(error) from None
        finally:
            pagefind.kill()
    if pagefind.returncode:
        raise _not_made(said.strip().split("\n")[-1])
    _tidy(site)


def _not_made(why: object) -> CareersError:
    message = f"the search index was not made: {why}"
    return CareersError(message, "set [site] search = false to do without")


def _tidy(site: Path) -> None:
    """Take away what is not used, and write the same in each run."""
    for pattern in _UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    # Pagefind lists the languages in whichever order it met them.
    entry = site / FOLDER / "pagefind-entry.json"
    _write(entry, json.loads(entry.read_bytes()))
    _write(site / FOLDER / PAGES, _pages(site / FOLDER / "fragment"))


def _pages(fragments: Path) -> dict[str, str]:
    """The path of each page below the site's first page, by what Pagefind calls it.

    Our scripts hold results against a page's filters by it. Those of Pagefind itself are written
    in another order in every run.
    """
    found = {}
    for path in fragments.iterdir():
        text = gzip.decompress(path.read_bytes()).partition(b"{")
        found[path.stem] = json.loads(text[1] + text[2])["url"].lstrip("/")
    return found


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")), encoding="utf-8")
