"""Runs of text that are nothing but words, or bold ones and words behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careers.tokens import text_token, token

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# A text without any of these is nothing but words; a label's are in bold, and words follow.
_MARKED = re.compile(r"[\n\\`~*_\[<&]")
_WORD = r"[^\n\\`~*_\[<&"
_LABELLED = re.compile(rf"\*\*({_WORD}\s](?:{_WORD}]*{_WORD}\s])?)\*\*((?: {_WORD}]*)?)")
# An asterisk leaves an empty text behind. Nobody changes these three.
_NOTHING = text_token("")
_BOLD = token("strong_open", "strong", 1, markup="**", block=False)
_BOLD_END = token("strong_close", "strong", -1, markup="**", block=False)


def read_inlines(state: StateCore) -> None:
    """As markdown-it's own rule, without its work where there are but words, or bold ones first."""
    for run in state.tokens:
        if run.type != "inline":
            continue
        text = run.content
        if not _MARKED.search(text):
            run.children = [text_token(text)] if text else []
        elif labelled := _LABELLED.fullmatch(text):
            run.children = _labelled(*labelled.groups())
        else:
            run.children = state.md.inline.parse(text, state.md, state.env, [])


def _labelled(bold: str, rest: str) -> list[Token]:
    """What begins in bold: `**Phone screen:** We call you`."""
    return [_NOTHING, _BOLD, text_token(bold, 1), _BOLD_END, text_token(rest)]
