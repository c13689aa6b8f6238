"""Markdown into tokens: markdown-it's CommonMark with GitHub's tables and strikethrough.

markdown-it bounds what hostile text costs: blocks and brackets nest 20 deep, deeper ones are text.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

_PLACED = ("link", "image", "autolink", "html_inline", "backticks")


def parse(text: str, env: MutableMapping[str, Any]) -> list[Token]:
    """The tokens of ``parser().parse``; link definitions are left in ``env``."""
    return parser().parse(text, env)


@cache
def parser() -> MarkdownIt:
    """The parser. Links, images, code and raw HTML have their place in their first token.

    It is ``meta["at"]``: where they begin and end in the content of the token that holds them.
    """
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    ruler = markdown.inline.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(), strict=True))
    for name in _PLACED:
        ruler.at(name, _with_place(rules[name]))
    return markdown


def _with_place(rule: Rule) -> Rule:
    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            if token.type != "text":
                token.meta["at"] = start, state.pos
                break
        return True

    return placed
