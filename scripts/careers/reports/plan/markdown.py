"""What merging does, page by page, in Markdown for GitHub."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from careers.preview import MergePreview, Page
from careers.reports._markdown import cut, folded
from careers.reports.harmless import coded
from careers.reports.plan.headline import HEADS, headline
from careers.reports.plan.pages import rows, title
from careers.reports.plan.people import alert
from careers.text.counted import counted

_NEXT = {
    "broken": "it is left out of the site until it can be read",
    "closed": "the page says that applications are closed",
}

Link = Callable[[str], str]
"""Shows the path of a file, as code or as a link to it."""


def markdown(preview: MergePreview, limit: int) -> str:
    """All of it under a sentence, cut at whole rows to ``limit`` bytes of UTF-8."""
    warning = alert(preview, counted_people=None)
    head = f"{headline(preview)}.\n\n{warning}"
    text = cut(head, list(pages(preview)), limit * 3 // 4) + files(preview, limit // 4)
    return f"{text.rstrip()}\n"


def pages(preview: MergePreview, link: Link = coded) -> Iterator[str]:
    """The pages: what becomes of each, and what changes on it, in rows that end their lines."""
    for page in preview.pages:
        yield f"{_page_line(page, link)}\n"
        made = [f"- {row}\n" for row in rows(page)]
        yield from [*made, "\n"] if made else ()
    if preview.pages_left_out:
        yield f"{counted(preview.pages_left_out, 'more posting')} not shown.\n\n"


def _page_line(page: Page, link: Link) -> str:
    where = f" · {coded(f'{page.address}/')}" if page.address else ""
    follows = f": {_NEXT[page.deed]}" if page.deed in _NEXT else ""
    shown = coded if page.deed in ("removed", "draft-removed") else link
    return f"**{HEADS[page.deed]}: {title(page)}** · {shown(page.path)}{where}{follows}\n"


def files(preview: MergePreview, limit: int) -> str:
    """Labels, feeds and pages that are drawn anew, folded; empty where there are none."""
    every = [f"- {row}\n" for row in (*_labels(preview), *_files(preview))]
    return folded("Labels and files", cut("", every, limit)) if every else ""


def _labels(preview: MergePreview) -> Iterator[str]:
    labels = preview.labels
    if labels.created:
        yield f"New labels: {', '.join(map(coded, labels.created))}"
    for pair in labels.renamed:
        names = f"{coded(pair.old)} is {coded(pair.new)} now"
        yield f"Label {names}; its candidates keep it"
    if labels.retired:
        names = ", ".join(map(coded, labels.retired))
        yield f"Labels that no posting asks for any longer: {names}"


def _files(preview: MergePreview) -> Iterator[str]:
    if preview.feeds:
        yield f"Written anew: {', '.join(map(coded, preview.feeds))}"
    if preview.redrawn:
        names = ", ".join(coded(f"{name}/") for name in preview.redrawn)
        yield f"Drawn anew, with the same words: {names}"
