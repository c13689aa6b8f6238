"""Tokens as HTML: markdown-it's own renderer, with less work where a tag or a text is bare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict


class Renderer(RendererHTML):
    """Renders as ``RendererHTML`` does, byte for byte."""

    def renderInline(  # noqa: N802 - markdown-it's own
        self, tokens: Sequence[Token], options: OptionsDict, env: EnvType
    ) -> str:
        """A run of text; where it is nothing but words, they are escaped and no more."""
        if len(tokens) == 1 and tokens[0].type == "text":
            return escapeHtml(tokens[0].content)
        return super().renderInline(tokens, options, env)

    def renderToken(  # noqa: N802 - markdown-it's own
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A tag; one without attributes that opens or closes is made here."""
        token = tokens[idx]
        if token.attrs or not token.nesting:
            return super().renderToken(tokens, idx, options, env)
        if token.hidden:
            return ""
        if token.nesting < 0:
            return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
        if not token.block:
            return f"<{token.tag}>"
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        return f"{before}<{token.tag}>" if _goes_on(tokens, idx) else f"{before}<{token.tag}>\n"


def _goes_on(tokens: Sequence[Token], idx: int) -> bool:
    """Whether what follows a block's opening tag stands in its line."""
    if idx + 1 == len(tokens):
        return False
    token, after = tokens[idx], tokens[idx + 1]
    if after.type == "inline" or after.hidden:
        return True
    return after.nesting < 0 and after.tag == token.tag
