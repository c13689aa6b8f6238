"""What merging does, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careers.preview import MergePreview, Page, Piece
from careers.reports.plan.headline import HEADS, headline
from careers.text.counted import counted

_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


def text(preview: MergePreview) -> str:
    """The preview for a terminal: what is gone in ``[-…-]``, what is new in ``{+…+}``."""
    lines = [headline(preview)]
    for page in preview.pages:
        lines += _page(page)
    labels = preview.labels
    lines += [""] if preview.pages else []
    lines += [f"new label: {name}" for name in labels.created]
    lines += [f"label renamed: {pair.old} to {pair.new}" for pair in labels.renamed]
    lines += [f"label without a posting: {name}" for name in labels.retired]
    lines += [f"{w.candidates} in {w.stage}, which {w.path} loses" for w in preview.waiting]
    lines += [f"written anew: {', '.join(preview.feeds)}"] if preview.feeds else []
    lines += [f"drawn anew: {', '.join(preview.redrawn)}"] if preview.redrawn else []
    return "\n".join(lines).rstrip() + "\n"


def _page(page: Page) -> Iterator[str]:
    yield ""
    yield f"{HEADS[page.deed]}: {page.title} ({page.path})"
    if page.was is not None:
        leads = "leads to the new one" if page.leads_on else "answers 404"
        yield f"  old address: {page.was}/ ({leads})"
    yield from (f"  {change.where}: {_marked(change.pieces)}" for change in page.changes)
    if page.left_out:
        yield f"  and {counted(page.left_out, 'more change')}"
    if page.stages:
        yield f"  stages before: {' → '.join(page.stages.before) or 'none'}"
        yield f"  stages after:  {' → '.join(page.stages.after) or 'none'}"


def _marked(found: Iterable[Piece]) -> str:
    return " ".join(f"{_MARKS[p.kind][0]}{p.text}{_MARKS[p.kind][1]}" for p in found)
