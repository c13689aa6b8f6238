"""What becomes of each page: which posting was which, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from careers.preview.changes import changes, likeness
from careers.preview.model import CHANGES, LONGEST_NAME, PAGES, TEXT, Deed, Page
from careers.preview.posting_view import PostingView
from careers.preview.stages import move

MOVED = 50
"""Files that are looked at for renamings: new ones times removed ones."""
_MOST = 10_000


def plan_pages(
    before: Sequence[PostingView], after: Sequence[PostingView], renamed: Mapping[str, str]
) -> tuple[tuple[Page, ...], int]:
    """The pages that merging touches, the weightiest deeds first, and how many are left out.

    ``renamed`` is ``[labels.renamed]`` after merging: old names of stages and new ones.
    """
    pages = [page for old, new in pair(before, after) if (page := _page(old, new, renamed))]
    pages.sort(key=lambda page: (_ORDER.index(page.deed), page.path))
    return tuple(pages[:PAGES]), max(0, len(pages) - PAGES)


_ORDER: tuple[Deed, ...] = (
    "broken", "published", "reopened", "changed", "closed", "removed", "drafted", "draft-removed",
)  # fmt: skip


def pair(
    before: Sequence[PostingView], after: Sequence[PostingView]
) -> Iterator[tuple[PostingView | None, PostingView | None]]:
    """Each posting before beside itself after: by its path, else by its id, else by its text."""
    old = {view.path: view for view in before}
    new = {view.path: view for view in after}
    lost = [view for path, view in old.items() if path not in new]
    for path, view in new.items():
        if path in old:
            yield old[path], view
            continue
        found = next((other for other in lost[:MOVED] if _same_job(other, view)), None)
        if found:
            lost.remove(found)
        yield found, view
    yield from ((view, None) for view in lost)


def _same_job(old: PostingView, new: PostingView) -> bool:
    if old.job and new.job:
        return old.job == new.job
    alike = likeness(_whole(old), _whole(new))
    return alike and (old.title == new.title or old.blocks[1:] == new.blocks[1:])


def _whole(view: PostingView) -> str:
    return " ".join(text for _, text in view.blocks)


def _page(
    old: PostingView | None, new: PostingView | None, renamed: Mapping[str, str]
) -> Page | None:
    """What becomes of one; None where nobody can see a difference."""
    deed = _deed(old, new)
    view = new or old
    if view is None or deed is None or old == new:
        return None
    old_page = old if old and old.has_page else None
    found = list(islice(changes(old_page, new), _MOST)) if old_page and new and new.has_page else []
    # A file that cannot be read stops the site from being built: the old page stays.
    stays = old_page and new and (new.state == "broken" or new.address == old_page.address)
    leads_on = bool(old_page and new and old_page.address in new.aliases)
    stages = move(old, new, renamed)
    if deed == "changed" and stays and not (found or stages):
        return None
    return Page(
        path=view.path[-LONGEST_NAME:],
        path_before=old.path[-LONGEST_NAME:] if old and old.path != view.path else None,
        title=view.title[:TEXT],
        deed=deed,
        address=new.address if new and new.has_page else None,
        was=old_page.address if old_page and not stays else None,
        leads_on=leads_on and not stays,
        changes=tuple(found[:CHANGES]),
        left_out=max(0, len(found) - CHANGES),
        stages=stages,
    )


def _deed(old: PostingView | None, new: PostingView | None) -> Deed | None:
    if new is None:
        return "removed" if old and old.has_page else "draft-removed"
    was = old.state if old else None
    if new.state == "broken":
        return "broken"
    if new.state == "draft":
        return "removed" if was in ("open", "closed") else "drafted"
    if was == new.state:
        return "changed"
    if new.state == "closed":
        return "closed"
    return "reopened" if was == "closed" else "published"
