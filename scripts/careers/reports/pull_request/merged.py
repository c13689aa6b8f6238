"""The comment once its pull request is merged: published and where, or what to start again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from careers.reports.harmless import harmless
from careers.reports.plan.pages import TITLE, shortened
from careers.reports.pull_request.marker import PUBLISHED, Marker
from careers.text.counted import counted

MOST = 3


class Published(NamedTuple):
    """A page of the site: its job's title and its address."""

    title: str
    address: str


def published(at: datetime, pages: Sequence[Published], held: Sequence[str]) -> str:
    """It is on the site since a moment (UTC); ``held`` are titles of what was left out."""
    moment = f"{at:%a} {at.day} {at:%b, %H:%M} UTC"
    links = [f"[{_shown(page.title)}]({page.address})" for page in pages[:MOST]]
    more = [f"and {len(pages) - MOST} more"] if len(pages) > MOST else []
    where = f": {', '.join([*links, *more])}" if links else ""
    lines = [f"### ✅ Published {moment}{where}"]
    if held:
        names = ", ".join(map(_shown, held[:MOST]))
        more = [f" and {counted(len(held) - MOST, 'more posting')}"] if len(held) > MOST else []
        errors = "it has errors" if len(held) == 1 else "they have errors"
        lines.append(f"Left out of the site, for {errors}: **{names}**{''.join(more)}")
    return _with(lines, Marker(PUBLISHED))


def failed(run: str, job: str, marker: Marker) -> str:
    """It is not on the site; ``run`` is the address of the run, ``job`` the one that failed."""
    where = f' at "{harmless(job)}"' if job else ""
    line = f"### ❌ Merged, not published: [the run]({run}) failed{where}. Run it again there."
    return _with([line], marker)


def _with(lines: list[str], marker: Marker) -> str:
    return "\n".join([*lines, f"{marker}\n"])


def _shown(title: str) -> str:
    return harmless(shortened(title, TITLE))
