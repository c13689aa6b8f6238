"""A page of how the company hires: the stages of its open postings and what happens in each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from careers.process import APPLIED
from careers.site.content.texts import Texts
from careers.site.pages._common_stages import Common, common_stages
from careers.site.pages._lists import switch
from careers.site.templating.publication import Publication

FOLDER = "how-we-hire/"
OWNS = ("how-we-hire",)
_LINK = re.compile(r"</?a\b[^>]*>")
_ABOVE = re.compile(r'(<(?:a|img)(?: [\w-]+="[^"]*")*? (?:href|src)=")(\.\./|#)')


def pages_of_texts(publication: Publication, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """``how-we-hire/index.html``, in each language of the site."""
    site = publication.site
    for edition in site.editions:
        root = f"../{edition.root}"
        found = common_stages(texts.summaries, edition)
        values = {
            "path": FOLDER,
            "stages": [(stage, _words(stage, root)) for stage in found],
            "switch": switch(site, FOLDER, everywhere=True),
        }
        content = publication.page("how_we_hire.html.j2", root, edition, **values)
        yield f"{edition.prefix}{FOLDER}index.html", content


def _words(stage: Common, root: str) -> Markup:
    """What happens in a stage, with links that work here: sanitised HTML, its targets led anew."""
    if stage.name == APPLIED:  # its links apply for one job; who reads this page has chosen none
        return Markup(_LINK.sub("", stage.html))  # noqa: S704 - sanitised

    def lead(found: re.Match[str]) -> str:
        return found[1] + (root if found[2] == "../" else f"{root}{stage.example.slug}/#")

    return Markup(_ABOVE.sub(lead, stage.html))  # noqa: S704 - sanitised
