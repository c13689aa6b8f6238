"""What merging does in one sentence."""

from __future__ import annotations

from collections import Counter

from careers.preview import MergePreview
from careers.text.counted import counted

HEADS = {
    "broken": "Cannot be published",
    "published": "Published",
    "reopened": "Reopened",
    "changed": "Changed",
    "closed": "Closed",
    "removed": "Taken off the site",
    "drafted": "Draft",
    "draft-removed": "Draft deleted",
}
"""What a page's deed is called."""
_DEEDS = {
    "broken": "leaves {} that cannot be published",
    "published": "publishes {}",
    "reopened": "reopens {}",
    "changed": "changes {}",
    "closed": "closes {}",
    "removed": "takes {} off the site",
    "drafted": "changes {}",
    "draft-removed": "deletes {}",
}
_THINGS = {"drafted": "draft", "draft-removed": "draft", "broken": "posting"}


def headline(preview: MergePreview) -> str:
    """A sentence without its full stop: ``Merging changes 1 page and adds 1 label``."""
    counts = Counter(page.deed for page in preview.pages)
    parts = [_DEEDS[d].format(counted(n, _THINGS.get(d, "page"))) for d, n in counts.items()]
    if preview.pages_left_out:
        parts.append(f"touches {counted(preview.pages_left_out, 'more page')}")
    moved = sum(page.was is not None and page.address is not None for page in preview.pages)
    labels = preview.labels
    for verb, count, thing in (
        ("moves", moved, "address"),
        ("adds", len(labels.created), "label"),
        ("renames", len(labels.renamed), "label"),
        ("retires", len(labels.retired), "label"),
    ):
        parts += [f"{verb} {counted(count, thing)}"] if count else []
    if waiting := sum(entry.candidates for entry in preview.waiting):
        parts.append(f"takes the stage away from {counted(waiting, 'candidate')}")
    if not parts:
        return _of_looks(preview)
    return f"Merging {', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]}"


def redrawn_pages(preview: MergePreview) -> list[str]:
    """The addresses of pages that look different although no posting says anything else."""
    lists = (path for path in preview.feeds if path.endswith(".html"))
    return [*lists, *(f"{slug}/" for slug in preview.redrawn)]


def _of_looks(preview: MergePreview) -> str:
    if pages := len(redrawn_pages(preview)):
        return f"Merging changes how {counted(pages, 'page')} look{'s' if pages == 1 else ''}"
    if preview.feeds:
        return f"Merging changes {counted(len(preview.feeds), 'file')} of the site, and no page"
    return "Merging changes nothing that candidates see"
