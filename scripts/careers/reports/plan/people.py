"""Who is under way where a process loses a stage or a job closes: numbers, never names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.preview import MergePreview, Page
from careers.reports.harmless import coded
from careers.reports.plan.pages import title
from careers.text.counted import counted

MOST = 3
"""Postings that are told of; the rest is counted."""
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_NEW_NAME = "its-new-name"
COUNT = "`careers plan --base origin/main --candidates`"
"""What counts them on one's own machine."""


def alert(preview: MergePreview, *, counted_people: bool | None, public: bool = False) -> str:
    """A warning, as GitHub shows one; empty where nobody can be affected.

    ``counted_people`` says whether the preview's ``waiting`` is all who wait; None says nothing of
    how many there are.
    """
    pages = affected(preview)
    if not pages:
        return ""
    lines = [line for page in pages[:MOST] for line in _page(page)]
    if len(pages) > MOST:
        lines.append(f"And {counted(len(pages) - MOST, 'more posting')}, told in the summary.")
    lines += _how_many(preview, pages, counted_people, public=public)
    return "".join(f"> {line}\n" for line in ("[!WARNING]", *lines)) + "\n"


def affected(preview: MergePreview) -> list[Page]:
    """The pages that lose a stage, or that close."""
    return [page for page in preview.pages if _loses(page) or _ends(page)]


def _ends(page: Page) -> bool:
    return page.deed in ("closed", "removed")


def _loses(page: Page) -> bool:
    return bool(page.stages and page.stages.gone) and page.deed != "broken"


def _page(page: Page) -> Iterator[str]:
    if _ends(page):
        closes = "closes" if page.deed == "closed" else "is taken off the site"
        stays = "who is in its process stays in it.** A merge tells nobody no."
        yield f"**{title(page)} {closes}; {stays}"
        return
    gone = page.stages.gone if page.stages else ()
    names = " and ".join(map(coded, gone))
    stage, stands = ("stage", "it") if len(gone) == 1 else ("stages", "one")
    keeps = f"Who stands in {stands} keeps the process they applied to."
    yield f"**{title(page)} loses the {stage} {names}.** {keeps}"
    if all(map(_PLAIN.fullmatch, gone)):
        yield "Only renamed? Add to `careers.toml`, and they follow:"
        yield from ("```toml", "[labels.renamed]")
        yield from (f'{old} = "{new}"' for old, new in zip(gone, _new_names(page), strict=True))
        yield "```"


def _new_names(page: Page) -> list[str]:
    """What the stages that go may be called now: those that come, where there are as many."""
    if not page.stages:
        return []
    before, gone = page.stages.before, page.stages.gone
    come = [stage for stage in page.stages.after if stage not in before]
    fits = len(come) == len(gone) and all(map(_PLAIN.fullmatch, come))
    return come if fits else [_NEW_NAME] * len(gone)


def _how_many(
    preview: MergePreview,
    pages: list[Page],
    counted_people: bool | None,  # noqa: FBT001 - three answers
    *,
    public: bool,
) -> Iterator[str]:
    if counted_people:
        people = sum(entry.candidates for entry in preview.waiting)
        stand = {0: "Nobody stands", 1: "1 person stands"}.get(people, f"{people} people stand")
        yield f"**{stand} in {_them(pages)}.**"
    elif counted_people is not None:
        why = " (this repository is public)" if public else ""
        yield f"How many: {COUNT} on your machine{why}"


def _them(pages: list[Page]) -> str:
    stages = sum(len(page.stages.gone) for page in pages if page.stages)
    return "it" if stages == 1 else "these stages"
