"""Builds a site whenever something changes, and tells the browser; what it read stays in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careers.build.rebuilder import Rebuilder
from careers.build.recheck import Rechecker
from careers.build.update import Updater
from careers.cli.support.authoring import authors_site
from careers.cli.support.clock import today
from careers.files.load import as_posting, digest_of, load_settings, posting_paths, read_bytes
from careers.markdown.includes import SharedText
from careers.posting.frontmatter import Status
from careers.reports.json import as_dict
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.support.live_server import Live
    from careers.posting.posting import Posting
    from careers.settings import Settings
    from careers.site.model.site import Site


class Builder:
    """Builds the postings below ``paths`` into the folder of ``live``, and tells the browser."""

    def __init__(self, live: Live, paths: Sequence[str]) -> None:
        self._live = live
        self._paths = paths
        self._postings = _Postings()
        self._rebuilder = Rebuilder()
        self._touched: set[Path] | None = None
        self._updater = Updater(live.folder)
        self._rechecker = Rechecker()
        self._pages: dict[str, str] = {}

    def build(self, touched: Iterable[Path] = ()) -> None:
        """Build the site, then check it; where that fails, the site of before stays.

        ``touched`` are the files that changed since the last time; none where that is not known.
        """
        known = self._touched is not None and touched
        self._touched = {*(self._touched or ()), *touched} if known else None
        try:
            settings = load_settings()
            site = self._publish(settings)
            jobs = (*site.jobs, *site.closed)
            base = self._live.base
            self._pages = {job.posting.path: f"{base}{job.slug}/" for job in jobs}
            drafts = [job.posting.path for job in jobs if job.posting.meta.status is Status.DRAFT]
            self._live.built([self._pages[path] for path in drafts], None)
            sys.stdout.write(f"Built: {counted(len(jobs), 'posting')}, ")
        except CareersError as error:
            self._live.built([], "\n".join(filter(None, [str(error), error.help])))
            sys.stdout.write(f"Not built: {error}\n")
        self._check()

    def _check(self) -> None:
        """Tell what `validate` finds, the worst first, each with the page that it is about."""
        try:
            settings = load_settings()
            found = self._rechecker.check(self._paths, settings, today(settings))
        except CareersError as error:
            sys.stdout.write(f"not checked: {error}\n")
            return
        found.sort(key=lambda finding: finding.severity.rank)
        self._live.found(
            [as_dict(finding) | {"page": self._pages.get(finding.path)} for finding in found]
        )
        sys.stdout.write(f"{counted(len(found), 'finding')}\n")

    def _publish(self, settings: Settings) -> Site:
        site = authors_site(self._postings.read(self._paths), settings)
        jobs = {Path(job.posting.path).resolve() for job in (*site.jobs, *site.closed)}
        alone = self._touched is not None and self._touched <= jobs
        files = self._rebuilder.files(site, postings_alone=alone)
        with self._live.search.changing():
            self._updater.update(files)
        self._touched = set()
        return site


class _Postings:
    """Reads postings; one whose bytes are what they were is not read anew."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[str, Posting]] = {}

    def read(self, paths: Iterable[str]) -> list[Posting]:
        """Every posting below the paths, as it is now."""
        before, texts = self._known, dict[Path, dict[str, SharedText]]()
        self._known = {}
        for file in posting_paths(paths):
            try:
                data = read_bytes(file)
            except CareersError as error:  # one file stops none of the others
                sys.stdout.write(f"Left out: {error}\n")
                continue
            digest = digest_of(file, data, texts)
            known = before.get(file)
            if known is None or known[0] != digest:
                known = digest, as_posting(file, data, texts)
            self._known[file] = known
        return [posting for _, posting in self._known.values()]
