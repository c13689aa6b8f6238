"""What becomes of each page: which posting was which, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from careers.preview.changes import changes, likeness
from careers.preview.model import CHANGES, LONGEST_NAME, PAGES, TEXT, Deed, Page
from careers.preview.shown import Shown
from careers.preview.stages import move

MOVED = 50
"""Files that are looked at for renamings: new ones times removed ones."""
_MOST = 10_000


def plan_pages(
    before: Sequence[Shown], after: Sequence[Shown], renamed: Mapping[str, str]
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
    before: Sequence[Shown], after: Sequence[Shown]
) -> Iterator[tuple[Shown | None, Shown | None]]:
    """Each posting before beside itself after: by its path, else by its id, else by its text."""
    old = {shown.path: shown for shown in before}
    new = {shown.path: shown for shown in after}
    lost = [shown for path, shown in old.items() if path not in new]
    for path, shown in new.items():
        if path in old:
            yield old[path], shown
            continue
        found = next((one for one in lost[:MOVED] if _same_job(one, shown)), None)
        if found:
            lost.remove(found)
        yield found, shown
    yield from ((shown, None) for shown in lost)


def _same_job(old: Shown, new: Shown) -> bool:
    if old.job and new.job:
        return old.job == new.job
    alike = likeness(_whole(old), _whole(new))
    return alike and (old.title == new.title or old.blocks[1:] == new.blocks[1:])


def _whole(shown: Shown) -> str:
    return " ".join(text for _, text in shown.blocks)


def _page(old: Shown | None, new: Shown | None, renamed: Mapping[str, str]) -> Page | None:
    """What becomes of one; None where nobody can see a difference."""
    deed = _deed(old, new)
    one = new or old
    if one is None or deed is None or old == new:
        return None
    seen = old if old and old.has_page else None
    found = list(islice(changes(seen, new), _MOST)) if seen and new and new.has_page else []
    # A file that cannot be read stops the site from being built: the old page stays.
    stays = seen and new and (new.state == "broken" or new.address == seen.address)
    stages = move(old, new, renamed)
    if deed == "changed" and stays and not (found or stages):
        return None
    return Page(
        path=one.path[-LONGEST_NAME:],
        path_before=old.path[-LONGEST_NAME:] if old and old.path != one.path else None,
        title=one.title[:TEXT],
        deed=deed,
        address=new.address if new and new.has_page else None,
        was=seen.address if seen and not stays else None,
        changes=tuple(found[:CHANGES]),
        left_out=max(0, len(found) - CHANGES),
        stages=stages,
    )


def _deed(old: Shown | None, new: Shown | None) -> Deed | None:
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
