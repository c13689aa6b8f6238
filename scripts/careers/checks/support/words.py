"""A posting's running text, read once for all the checks that look at its language.

Code, addresses, tags and comments are blanked, so that nobody is corrected for a URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.checks.support.prose import GAP, Kind, Passage, Prose
from careers.checks.support.shape import looks_like_posting
from careers.markdown.document import Markdown
from careers.markdown.inline import Inline, label_end
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

if TYPE_CHECKING:
    from careers.checks.support.context import Context

# Bounded, and begun at the edge of a word only: a stranger's file may be one endless word.
_ADDRESS = re.compile(
    r"(?<!\w)(?:https?://|www\.)[^\s<>()]{1,2000}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
_VISIBLE = re.compile(r"[^\n]")


def english(posting: Posting, context: Context) -> Prose | None:
    """The text of a posting that is known to be English; None for all other files.

    The word lists, and what counts as a long sentence, hold for English alone.
    """
    is_one = context.language(posting) == "en" and looks_like_posting(posting)
    return prose(posting) if is_one else None


def prose(posting: Posting) -> Prose:
    """The running text of a file; checks of one posting share it."""
    place = posting.front.place("title") if posting.front and posting.meta.title else None
    return _read(posting.body, posting.meta.title if place else None, place)


# The checks run posting by posting: more than the last few are never asked for again.
@lru_cache(maxsize=4)
def _read(body: Markdown, title: str | None, place: Span | None) -> Prose:
    passages: list[Passage] = []
    at = 0
    if title:
        passages.append(Passage("title", title, 0, place=place))
        at = len(title) + len(GAP)
    for kind, inline in _inlines(body):
        text = _blank(inline)
        passages.append(Passage(kind, text, at, inline))
        at += len(text) + len(GAP)
    return Prose(tuple(passages))


def _inlines(body: Markdown) -> Iterator[tuple[Kind, Inline]]:
    for index, inline in body.inlines.items():
        before = body.tokens[index - 1].type
        if before == "heading_open":
            yield "heading", inline
        elif before in ("td_open", "th_open"):
            yield "cell", inline
        else:  # deeper than a paragraph of its own: in a list, or in a quotation
            yield "item" if inline.token.level > 1 else "paragraph", inline


def _blank(inline: Inline) -> str:
    """As ``Inline.prose``, in pieces and not by the character: this is where the time goes."""
    content = inline.content
    parts, done = [], 0
    for start, end in sorted(_holes(inline)):
        if end > done:
            hidden = _VISIBLE.sub(" ", content[max(start, done) : end])
            parts += [content[done:start], hidden]
            done = end
    text = "".join((*parts, content[done:])) if parts else content
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


def _holes(inline: Inline) -> Iterator[tuple[int, int]]:
    """What a reader does not read: code, tags, images, and a link but for its label."""
    for token in inline.token.children or []:
        if at := token.meta.get("at"):
            start, end = at
            raw = inline.content[start:end]
            labelled = token.type == "link_open" and raw.startswith("[")
            yield (start + label_end(raw) if labelled else start), end
