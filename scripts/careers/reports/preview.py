"""What merging does, for people: a sentence, text for a terminal, Markdown for GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from careers.preview import MergePreview, Page, Piece
from careers.preview.words import difference
from careers.reports._markdown import cut
from careers.reports.harmless import coded, harmless

FEEDS = 8
"""Names of feeds that are listed; the artifact's JSON has them all."""

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
_HEADS = {
    "broken": "Cannot be published",
    "published": "Published",
    "reopened": "Reopened",
    "changed": "Changed",
    "closed": "Closed",
    "removed": "Taken off the site",
    "drafted": "Draft",
    "draft-removed": "Draft deleted",
}
_NEXT = {
    "broken": "the site is not built until it can be read",
    "closed": "the page says that applications are closed",
}


def headline(preview: MergePreview) -> str:
    """A sentence without its full stop: ``Merging changes 1 page and adds 1 label``."""
    counts = Counter(page.deed for page in preview.pages)
    parts = [_DEEDS[d].format(_many(n, _THINGS.get(d, "page"))) for d, n in counts.items()]
    moved = sum(page.was is not None and page.address is not None for page in preview.pages)
    labels = preview.labels
    for verb, count, thing in (
        ("moves", moved, "address"),
        ("adds", len(labels.created), "label"),
        ("renames", len(labels.renamed), "label"),
        ("retires", len(labels.retired), "label"),
    ):
        parts += [f"{verb} {_many(count, thing)}"] if count else []
    if waiting := sum(entry.candidates for entry in preview.waiting):
        parts.append(f"takes the stage away from {_many(waiting, 'candidate')}")
    if not parts:
        return "Merging changes nothing that candidates see"
    return f"Merging {', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 'es' if thing.endswith('s') else 's'}"


def text(preview: MergePreview) -> str:
    """The preview for a terminal: what is gone in ``[-…-]``, what is new in ``{+…+}``."""
    return _plain(preview)


def markdown(preview: MergePreview, limit: int) -> str:
    """The preview in Markdown, cut at whole rows to ``limit`` bytes of UTF-8."""
    return cut(f"### {headline(preview)}\n\n", list(_rows(preview)), limit)


def _rows(preview: MergePreview) -> Iterator[str]:
    for page in preview.pages:
        yield f"{_page_line(page)}\n"
        rows = [f"- {row}\n" for row in page_rows(page)]
        yield from [*rows, "\n"] if rows else ()
    if preview.pages_left_out:
        yield f"{_many(preview.pages_left_out, 'more posting')} not shown.\n\n"
    rows = [*_label_rows(preview), *_other_rows(preview)]
    yield from (f"- {row}\n" for row in rows)


def _page_line(page: Page) -> str:
    where = f", at {coded(f'{page.address}/')}" if page.address else ""
    follows = f": {_NEXT[page.deed]}" if page.deed in _NEXT else ""
    return f"**{_HEADS[page.deed]}: {harmless(page.title)}** ({coded(page.path)}{where}){follows}\n"


def page_rows(page: Page) -> Iterator[str]:
    """What becomes of one page, a line each."""
    if page.was is not None:
        yield f"The old address {coded(f'{page.was}/')} dies: links to it answer 404"
    yield from (f"{harmless(change.where)}: {pieces(change.pieces)}" for change in page.changes)
    if page.left_out:
        yield f"and {_many(page.left_out, 'more change')}"
    if page.stages and page.stages.before and page.stages.after:
        yield f"Stages: {pieces(_stages(page))}"
        yield from map(_kept, page.stages.gone)
    elif page.stages and page.stages.after:
        yield f"Stages: {harmless(' → '.join(page.stages.after))}"


def _kept(stage: str) -> str:
    return (
        f"Candidates in {coded(stage)} stay in it. If it only has another name now, say so under"
        " `[labels.renamed]` in `careers.toml`, and they follow"
    )


def _stages(page: Page) -> tuple[Piece, ...]:
    both = page.stages
    if both is None:
        return ()
    return difference(" → ".join(both.before), " → ".join(both.after))


def pieces(found: Iterable[Piece]) -> str:
    """``from ~~90,000~~ **95,000** a year``."""
    marks = {"same": "", "gone": "~~", "new": "**"}
    marked = ((marks[piece.kind], harmless(piece.text)) for piece in found)
    return " ".join(f"{mark}{words}{mark}" for mark, words in marked if words)


def _label_rows(preview: MergePreview) -> Iterator[str]:
    labels = preview.labels
    if labels.created:
        yield f"New labels: {', '.join(map(coded, labels.created))}"
    for pair in labels.renamed:
        names = f"{coded(pair.old)} is {coded(pair.new)} now"
        yield f"Label {names}; its candidates keep it"
    if labels.retired:
        names = ", ".join(map(coded, labels.retired))
        yield f"Labels that no posting asks for any longer: {names}"


def _other_rows(preview: MergePreview) -> Iterator[str]:
    for entry in preview.waiting:
        who = "candidate stands" if entry.candidates == 1 else "candidates stand"
        stage = f"{coded(entry.stage)}, which {coded(entry.path)} loses"
        yield f"{entry.candidates} {who} in {stage}"
    if preview.feeds:
        more = len(preview.feeds) - FEEDS
        names = ", ".join(map(coded, preview.feeds[:FEEDS])) + (f" and {more} more" * (more > 0))
        yield f"Written anew: {names}"


def _plain(preview: MergePreview) -> str:
    lines = [headline(preview)]
    for page in preview.pages:
        lines += ["", f"{_HEADS[page.deed]}: {page.title} ({page.path})"]
        lines += [f"  old address: {page.was}/"] if page.was else []
        lines += [f"  {change.where}: {_marked(change.pieces)}" for change in page.changes]
        lines += [f"  and {_many(page.left_out, 'more change')}"] if page.left_out else []
        if page.stages:
            lines += [f"  stages before: {' → '.join(page.stages.before) or 'none'}"]
            lines += [f"  stages after:  {' → '.join(page.stages.after) or 'none'}"]
    labels = preview.labels
    lines += [""] if preview.pages else []
    lines += [f"new label: {name}" for name in labels.created]
    lines += [f"label renamed: {pair.old} to {pair.new}" for pair in labels.renamed]
    lines += [f"label without a posting: {name}" for name in labels.retired]
    lines += [f"{w.candidates} in {w.stage}, which {w.path} loses" for w in preview.waiting]
    lines += [f"written anew: {', '.join(preview.feeds)}"] if preview.feeds else []
    return "\n".join(lines).rstrip() + "\n"


def _marked(found: Iterable[Piece]) -> str:
    marks = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
    return " ".join(f"{marks[p.kind][0]}{p.text}{marks[p.kind][1]}" for p in found)
