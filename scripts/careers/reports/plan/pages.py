"""What becomes of one page, in Markdown: marks at the words that go and come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careers.preview import Page, Piece
from careers.preview.words import difference
from careers.reports.harmless import coded, harmless
from careers.text.counted import counted

TITLE = 80
"""Characters of a title; the posting holds it whole."""
_MARKS = {"same": "", "gone": "~~", "new": "**"}


def title(page: Page) -> str:
    """The job's title, shown as text."""
    return harmless(shortened(page.title, TITLE))


def rows(page: Page) -> Iterator[str]:
    """What becomes of it, a line each: its address, its process, its facts and words."""
    if page.was is not None:
        yield f"Address: {_address(page)}"
    if page.stages and page.stages.after:
        yield f"Process: {pieces(_stages(page))}"
    yield from (f"{harmless(change.where)}: {pieces(change.pieces)}" for change in page.changes)
    if page.left_out:
        yield f"and {counted(page.left_out, 'more change')}"


def _address(page: Page) -> str:
    old = coded(f"{page.was}/")
    if page.address is None:
        return f"{old} answers 404"
    end = "which the old one leads to" if page.leads_on else "and the old one answers 404"
    return f"~~{old}~~ **{coded(f'{page.address}/')}**, {end}"


def _stages(page: Page) -> tuple[Piece, ...]:
    both = page.stages
    if both is None:
        return ()
    before, after = " → ".join(both.before), " → ".join(both.after)
    return difference(before, after) if before else (Piece(kind="same", text=after),)


def pieces(found: Iterable[Piece]) -> str:
    """``from ~~90,000~~ **95,000** a year``."""
    marked = ((_MARKS[piece.kind], harmless(piece.text)) for piece in found)
    return " ".join(f"{mark}{words}{mark}" for mark, words in marked if words)


def shortened(text: str, most: int) -> str:
    """A text by its beginning, in so many characters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
