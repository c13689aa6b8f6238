"""Builds a site again and again for those who write it: what is as it was is not made anew."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from careers.build import cache as stock
from careers.build.output import publish, target_of
from careers.build.reading import find, read_facts
from careers.build.recheck import Rechecker
from careers.cli.support.authoring import shown
from careers.files.load import load_settings
from careers.files.workers import cores
from careers.posting.frontmatter import Status
from careers.reports.json import as_dict
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.support.live_server import Live
    from careers.settings import Settings
    from careers.site import Site


class Builder:
    """Builds the postings below ``paths`` into the folder of ``live``, and tells the browser."""

    def __init__(self, live: Live, paths: Sequence[str]) -> None:
        self._live = live
        self._paths = paths
        self._rechecker = Rechecker()
        self._pages: dict[str, str] = {}

    def build(self) -> None:
        """Build the site, then check it; where that fails, the site of before stays."""
        try:
            settings = load_settings()
            site = self._publish(settings)
            jobs = (*site.jobs, *site.closed)
            base = self._live.base
            self._pages = {job.posting.path: f"{base}{job.slug}/" for job in jobs}
            drafts = [job.posting.path for job in jobs if job.posting.meta.status is Status.DRAFT]
            self._live.tell([self._pages[path] for path in drafts], None)
            sys.stdout.write(f"Built: {len(jobs)} postings, ")
        except CareersError as error:
            self._live.tell([], "\n".join(filter(None, [str(error), error.help])))
            sys.stdout.write(f"Not built: {error}\n")
        self._check()

    def _check(self) -> None:
        """Tell what `validate` finds, the worst first, each with the page that it is about."""
        try:
            today = datetime.now(UTC).date()
            found = self._rechecker.check(self._paths, load_settings(), today)
        except CareersError as error:
            sys.stdout.write(f"not checked: {error}\n")
            return
        found.sort(key=lambda finding: finding.severity.rank)
        told = [as_dict(one) | {"page": self._pages.get(one.path)} for one in found]
        self._live.found(told)
        sys.stdout.write(f"{len(found)} findings\n")

    def _publish(self, settings: Settings) -> Site:
        with target_of(str(self._live.folder), cores()) as out:
            postings, facts = read_facts(find(self._paths), out.known, cores())
            site = shown(postings, settings)
            with self._live.search.changing():
                publish(site, facts, out, cores())
        return site

    def forget(self) -> None:
        """Delete what is remembered of the site's folder, which is of no use after it."""
        stock.forget(self._live.folder.resolve())
