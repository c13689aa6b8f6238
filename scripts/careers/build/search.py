"""Makes the index that the pages' search reads, by Pagefind, beside a site that is written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from careers.site.assets.search_index import FOLDER
from careers.text.diagnostics import CareersError

_LIMIT = 900
"""Seconds: 10,000 postings take a fraction of them."""
# Its own interface in several sizes: ours is in templates/site.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")


def index(site: Path) -> None:
    """Index the pages in ``site`` that are marked for it; the same pages give the same files.

    Raises CareersError where Pagefind is missing or fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 - arguments of our own
            command, capture_output=True, text=True, timeout=_LIMIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"the search index was not made: {error}"
        raise CareersError(message, "set [site] search = false to do without") from None
    if done.returncode:
        last = (done.stderr or done.stdout).strip().split("\n")[-1]
        message = f"the search index was not made: {last}"
        raise CareersError(message, "set [site] search = false to do without")
    for pattern in _UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    # Pagefind lists the languages in whichever order it met them.
    entry = site / FOLDER / "pagefind-entry.json"
    ordered = json.dumps(json.loads(entry.read_bytes()), sort_keys=True, separators=(",", ":"))
    entry.write_text(ordered, encoding="utf-8")
