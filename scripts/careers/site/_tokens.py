"""The tokens of a posting's text, made fit for its page before they are rendered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

if TYPE_CHECKING:
    from careers.posting import Posting

DEEPEST = 6
# What the pages themselves call by id; a heading of that name is numbered instead.
PAGE_IDS = ("main", "apply", "facts")

_NOT_IN_ID = re.compile(r"[^\w\- ]")
_LED = frozenset({"link_open", "link_close", "image"})

Target = Callable[[str], str | None]


def changed(token: Token, **changes: Any) -> Token:
    """A copy of a token with some values of its own; the others are shared."""
    made = Token(
        token.type, token.tag, token.nesting, token.attrs, token.map, token.level, token.children,
        token.content, token.markup, token.info, token.meta, token.block, token.hidden,
    )  # fmt: skip
    for name, value in changes.items():
        setattr(made, name, value)
    return made


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


def github_slug(text: str) -> str:
    """The id that GitHub gives to a heading, before it numbers the ones that are equal."""
    return _NOT_IN_ID.sub("", text.strip().lower()).replace(" ", "-")


def with_headings(posting: Posting, tokens: list[Token]) -> tuple[list[Token], frozenset[str]]:
    """The tokens with headings from level 2 down, none skipped, and the ids that they got."""
    ids = _heading_ids(posting)
    tags = sorted({token.tag for token in tokens if token.type == "heading_open"})
    made = list(tokens)
    level, given = 1, []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            level = min(tags.index(token.tag) + 2, level + 1, DEEPEST)
            given.append(ids[id(token)])
            tag = f"h{level}"
            made[index] = changed(token, tag=tag, attrs={"id": given[-1]})
            if token.tag != tag:  # behind its text, which is one token, it ends
                made[index + 2] = changed(tokens[index + 2], tag=tag)
    return made, frozenset(given)


def _heading_ids(posting: Posting) -> dict[int, str]:
    """The id of every heading, the title's included so that the numbers are GitHub's."""
    seen = Counter(PAGE_IDS)
    taken = set(PAGE_IDS)
    ids = {}
    for heading in posting.body.headings:
        slug = github_slug(heading.text) or "section"
        name = slug
        while name in taken:
            name = f"{slug}-{seen[slug]}"
            seen[slug] += 1
        seen[slug] += name == slug
        taken.add(name)
        ids[id(posting.body.tokens[heading.index])] = name
    return ids


def with_targets(tokens: list[Token], href: Target, src: Target) -> Iterator[Token]:
    """The tokens with links and images led to where the page finds them.

    A link that leads nowhere becomes its text, an image that is not there its description.
    """
    for token in tokens:
        children = token.children
        if (
            children
            and not (len(children) == 1 and children[0].type == "text")
            and (not _LED.isdisjoint([child.type for child in children]))
        ):
            yield changed(token, children=list(_led(children, href, src)))
        else:
            yield token


def _led(children: list[Token], href: Target, src: Target) -> Iterator[Token]:
    open_links: list[bool] = []
    for token in children:
        if token.type == "link_open":
            written = str(token.attrGet("href") or "")
            target = href(written)
            open_links.append(target is not None)
            if target == written:
                yield token
            elif target is not None:
                yield changed(token, attrs={**token.attrs, "href": target})
        elif token.type == "link_close":
            if open_links.pop():
                yield token
        elif token.type == "image":
            target = src(str(token.attrGet("src") or ""))
            if target is None:
                yield changed(token, type="text", tag="", attrs={}, children=None)
            else:
                yield changed(token, attrs={**token.attrs, "src": target})
        else:
            yield token
