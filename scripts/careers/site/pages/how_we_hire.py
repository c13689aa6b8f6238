"""A page of how the company hires: each process of its open postings, step by step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from careers.process import APPLIED
from careers.site.content.texts import Texts
from careers.site.content.timeline import TimelineStep
from careers.site.model.job import Job
from careers.site.pages._lists import switch
from careers.site.pages._processes import SharedProcess, processes
from careers.site.templating.publication import Publication

FOLDER = "how-we-hire/"
OWNS = ("how-we-hire",)
MOST_COLUMNS = 7
"""A longer process stands upright."""
_LINK = re.compile(r"</?a\b[^>]*>")
_ABOVE = re.compile(r'(<(?:a|img)(?: [\w-]+="[^"]*")*? (?:href|src)=")(\.\./|#)')


def pages_of_texts(publication: Publication, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """``how-we-hire/index.html``, in each language of the site."""
    site = publication.site
    for edition in site.editions:
        root = f"../{edition.root}"
        found = processes(texts.summaries, edition)
        longest = max((len(process.steps) for process in found), default=0)
        values = {
            "path": FOLDER,
            "processes": [(process, _steps(process, root)) for process in found],
            "columns": longest if longest <= MOST_COLUMNS else 0,
            "switch": switch(site, FOLDER, everywhere=True),
        }
        content = publication.page("how_we_hire.html.j2", root, edition, **values)
        yield f"{edition.prefix}{FOLDER}index.html", content


def _steps(process: SharedProcess, root: str) -> list[tuple[TimelineStep, Markup]]:
    return [(stage, _words(stage, process.example, root)) for stage in process.steps]


def _words(stage: TimelineStep, example: Job, root: str) -> Markup:
    """What happens in a stage, with links that work here: sanitised HTML, its targets led anew."""
    if stage.name == APPLIED:  # its links apply for one job; who reads this page has chosen none
        return Markup(_LINK.sub("", stage.html))  # noqa: S704 - sanitised

    def lead(found: re.Match[str]) -> str:
        return found[1] + (root if found[2] == "../" else f"{root}{example.slug}/#")

    return Markup(_ABOVE.sub(lead, stage.html))  # noqa: S704 - sanitised
