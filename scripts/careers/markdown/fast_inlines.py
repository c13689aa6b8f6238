"""Runs of text that are nothing but words, words behind a bold label, or words and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careers.markdown.tokens import text_token, token

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# A text without any of these is nothing but words; a label's are in bold, and words follow.
_MARKED = re.compile(r"[\n\\`~*_\[<&]")
_WORD = r"[^\n\\`~*_\[<&"
_LABELLED = re.compile(rf"\*\*({_WORD}\s](?:{_WORD}]*{_WORD}\s])?)\*\*((?: {_WORD}]*)?)")
# An address that stays as it is when it is normalised.
_ADDRESS = r"https?://(?:[a-z0-9]+[.-])+[a-z]+(?:/[A-Za-z0-9_./~?=#-]*)?"
_NORMAL = re.compile(_ADDRESS)
_BARE = r"[^\n\\`~*_\[\]<&!]"
_LINK = re.compile(rf"\[({_BARE}+)\]\(({_ADDRESS})\)")
_LINKED = re.compile(rf"{_BARE}*(?:{_LINK.pattern}{_BARE}*)+")
# An asterisk leaves an empty text behind. Nobody changes these tokens.
_NOTHING = text_token("")
_BOLD = token("strong_open", "strong", 1, markup="**", block=False)
_BOLD_END = token("strong_close", "strong", -1, markup="**", block=False)
_LINK_END = token("link_close", "a", -1, block=False)


def is_normal(url: str) -> bool:
    """Whether an address is known to be as markdown-it would write it."""
    return bool(_NORMAL.fullmatch(url))


def read_inlines(state: StateCore) -> None:
    """As markdown-it's own rule, without its work where a run is plain."""
    for run in state.tokens:
        if run.type != "inline":
            continue
        text = run.content
        if not _MARKED.search(text):
            run.children = [text_token(text)] if text else []
        elif labelled := _LABELLED.fullmatch(text):
            run.children = _labelled(*labelled.groups())
        elif _LINKED.fullmatch(text):
            run.children = _linked(text)
        else:
            run.children = state.md.inline.parse(text, state.md, state.env, [])


def _labelled(bold: str, rest: str) -> list[Token]:
    """What begins in bold: `**Phone screen:** We call you`."""
    return [_NOTHING, _BOLD, text_token(bold, 1), _BOLD_END, text_token(rest)]


def _linked(text: str) -> list[Token]:
    """Words and links: each knows where it stands."""
    made: list[Token] = []
    at = 0
    for link in _LINK.finditer(text):
        start, end = link.span()
        opening = token("link_open", "a", 1, block=False)
        opening.attrs, opening.meta = {"href": link[2]}, {"at": (start, end)}
        made += [text_token(text[at:start])] if start > at else []
        made += opening, text_token(link[1], 1), _LINK_END
        at = end
    return [*made, text_token(text[at:])] if at < len(text) else made
