"""Sections that have a heading and nothing below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careers.markdown.document import Heading
from careers.posting.posting import Posting

if TYPE_CHECKING:
    from markdown_it.token import Token

_VISIBLE = re.compile(
    r"<(?:img|picture|video|audio|iframe|object|svg|input|button|form)\b", re.IGNORECASE
)
_WORDS_OF_A_HEADING = 12
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]{0,2000}>", re.DOTALL)


def empty_sections(posting: Posting) -> Iterator[Heading]:
    """The headings that nothing follows before a heading of their own level or above.

    A heading that holds a link, an image or a whole sentence says something by itself; an empty
    one is another check's.
    """
    body = posting.body
    headings = [h for h in body.headings if body.tokens[h.index].level == 0]
    for heading, after in zip(headings, [*headings, None][1:], strict=True):
        if after and after.level > heading.level:
            continue
        content = body.tokens[heading.index + 3 : after.index if after else len(body.tokens)]
        children = body.tokens[heading.index + 1].children or []
        if (
            not heading.text
            or _is_sentence(heading.text)
            or any(t.type in ("link_open", "image") for t in children)
        ):
            continue
        if not has_text(content):
            yield heading


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!")) or len(text.split()) > _WORDS_OF_A_HEADING


def has_text(tokens: Sequence[Token]) -> bool:
    """Whether blocks show anything to a reader: words, code or pictures."""
    for token in tokens:
        if token.type in ("fence", "code_block") and token.content.strip():
            return True
        if token.type == "html_block" and _shows(token.content):
            return True
        if token.type == "inline" and any(_visible(child) for child in token.children or []):
            return True
    return False


def _visible(token: Token) -> bool:
    if token.type in ("image", "code_inline"):
        return True
    if token.type == "html_inline":
        return bool(_VISIBLE.match(token.content))
    return token.type == "text" and bool(token.content.strip())


def _shows(html: str) -> bool:
    return bool(_VISIBLE.search(html) or _HIDDEN.sub("", html).strip())
