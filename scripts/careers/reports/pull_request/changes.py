"""What changes in at most three short lines: the words themselves, not how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careers.preview import MergePreview, Page, Piece
from careers.reports.harmless import coded
from careers.reports.plan.headline import redrawn_pages
from careers.reports.plan.pages import rows, shortened, title
from careers.reports.plan.people import affected
from careers.reports.pull_request.review import Review
from careers.text.counted import counted

MOST = 3
_OF_PEOPLE = frozenset({"changed", "reopened", "broken"})
"""Deeds of pages that people have applied by."""
_RUNS, _LETTERS = 8, 60
"""Runs of words that a line shows of a change, and characters of each."""
_DEEDS = {
    "closed": "closes",
    "reopened": "opens again",
    "removed": "taken off the site",
    "drafted": "a draft, not published",
    "draft-removed": "its draft is deleted",
    "broken": "cannot be read, and is left out of the site",
}


def lines(review: Review) -> list[str]:
    """What changes, and what that is to candidates under way; empty where they see nothing."""
    preview = review.preview
    made = _pages(review) or _looks(preview)
    if preview.labels.renamed:
        pairs = [f"{coded(p.old)} is {coded(p.new)} now" for p in preview.labels.renamed[:MOST]]
        made.append(f"Candidates under way: {', '.join(pairs)}, and they keep it")
    elif any(map(_keeps_people, preview.pages)) and not affected(preview):
        made.append("Candidates under way: none affected")
    return made


def _keeps_people(page: Page) -> bool:
    """Whether people applied by the page, and an application finds it as before."""
    return page.deed in _OF_PEOPLE and (page.was is None or page.leads_on)


def _pages(review: Review) -> list[str]:
    pages, left = review.preview.pages, review.preview.pages_left_out
    if len(pages) == 1:
        return _alone(pages[0], review)
    shown = pages if len(pages) + left <= MOST else pages[: MOST - 1]
    more = len(pages) - len(shown) + left
    made = [_line(page, review) for page in shown]
    return [*made, f"and {counted(more, 'more page')}"] if more else made


def _alone(page: Page, review: Review) -> list[str]:
    """One page has all the lines to itself."""
    first, *others = list(_parts(page, review))
    shown = others if len(others) < MOST else others[: MOST - 2]
    more = len(others) - len(shown) + page.left_out
    name = title(page)
    made = [f"**{name}** · {part}" for part in (first, *shown)]
    return [*made, f"and {counted(more, 'more change')}"] if more else made


def _line(page: Page, review: Review) -> str:
    first, *others = list(_parts(page, review))
    more = len(others) + page.left_out
    return f"**{title(page)}** · {first}" + (f" · {counted(more, 'more change')}" if more else "")


def _parts(page: Page, review: Review) -> Iterator[str]:
    if page.deed == "published":
        yield f"new: [how it will look]({review.artifact})" if review.site else "new"
        return
    if page.deed in _DEEDS:
        yield _DEEDS[page.deed]
    yield from rows(_shortened(page)) if page.deed not in ("removed", "broken") else ()


def _shortened(page: Page) -> Page:
    """The page with each change cut to what a line holds."""
    changes = tuple(
        change.model_copy(
            update={"where": shortened(change.where, _LETTERS), "pieces": _short(change.pieces)}
        )
        for change in page.changes
    )
    places = {"address": page.address, "was": page.was}
    short = {name: place and shortened(place, _LETTERS) for name, place in places.items()}
    return page.model_copy(update={**short, "changes": changes, "left_out": 0})


def _short(found: Sequence[Piece]) -> tuple[Piece, ...]:
    short = [p.model_copy(update={"text": shortened(p.text, _LETTERS)}) for p in found[:_RUNS]]
    end = [Piece(kind="same", text="…")] if len(found) > _RUNS else []
    return (*short, *end)


def _looks(preview: MergePreview) -> list[str]:
    """Which pages look different; what programs alone read is told in the summary."""
    pages = redrawn_pages(preview)
    if not pages:
        return []
    named = ", ".join(coded(shortened(page, _LETTERS)) for page in pages[:MOST])
    what = named if len(pages) <= MOST else counted(len(pages), "page")
    look = "looks" if len(pages) == 1 else "look"
    return [f"**The site** · {what} {look} different, with the same postings"]
