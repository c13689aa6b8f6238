"""What a page shows of a posting's tokens, and what its headings are called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.posting.posting import Posting

DEEPEST = 6
# What the pages themselves call by id; a heading of that name is numbered instead.
PAGE_IDS = ("main", "apply", "facts")

_NOT_IN_ID = re.compile(r"[^\w\- ]")


def without_head(posting: Posting) -> list[Token]:
    """The tokens without what the page's own head shows: the title's heading, a logo above it."""
    tokens = posting.body.tokens
    first = next(iter(posting.body.headings), None)
    if first is None:
        return list(tokens)
    before = tokens[: first.index]
    if _is_logo(before):
        before = []
    title = first.level == 1 or first.text == posting.title
    return [*before, *tokens[first.index + 3 * title :]]


def _is_logo(tokens: list[Token]) -> bool:
    """Whether the tokens are one paragraph of images, the first of them called a logo."""
    if [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return False
    children = tokens[1].children or []
    images = [token for token in children if token.type == "image"]
    words = [t for t in children if t.type in ("text", "code_inline") and t.content.strip()]
    named = f"{images[0].content} {images[0].attrGet('src')}" if images else ""
    return not words and "logo" in named.lower()


@lru_cache(maxsize=1024)
def github_slug(text: str) -> str:
    """The id that GitHub gives to a heading, before it numbers the ones that are equal."""
    return _NOT_IN_ID.sub("", text.strip().lower()).replace(" ", "-")


def placed_headings(posting: Posting, tokens: list[Token]) -> dict[int, tuple[str, str]]:
    """The tag and the id of each heading, by its index: from level 2 down, none skipped."""
    ids, every = _heading_ids(posting), posting.body.tokens
    gone = len(every) - len(tokens)  # all of them before the first heading that is left
    at = [(heading, heading.index - gone) for heading in posting.body.headings]
    found = [(h, index) for h, index in at if index >= 0 and tokens[index] is every[h.index]]
    levels = sorted({heading.level for heading, _ in found})
    made, level = {}, 1
    for heading, index in found:
        level = min(levels.index(heading.level) + 2, level + 1, DEEPEST)
        made[index] = f"h{level}", ids[heading.index]
    return made


def _heading_ids(posting: Posting) -> dict[int, str]:
    """The id of every heading by its index, the title's included: the numbers are GitHub's."""
    counts = dict.fromkeys(PAGE_IDS, 1)
    taken = set(PAGE_IDS)
    ids = {}
    for heading in posting.body.headings:
        slug = github_slug(heading.anchor) or "section"
        name = slug
        while name in taken:
            name = f"{slug}-{counts.get(slug, 0)}"
            counts[slug] = counts.get(slug, 0) + 1
        counts[slug] = counts.get(slug, 0) + (name == slug)
        taken.add(name)
        ids[heading.index] = name
    return ids
