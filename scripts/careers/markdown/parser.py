"""Markdown into tokens, as GitHub reads it: CommonMark, tables, footnotes, boxes, alerts, emoji.

markdown-it bounds what hostile text costs: blocks and brackets nest 20 deep, deeper ones are text.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from careers.markdown.autolinks import autolinks
from careers.markdown.emoji import emoji
from careers.markdown.footnotes import MENTION, footnotes, with_footnotes_last

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]
    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_PLACED = ("link", "image", "autolink", "html_inline", "backticks", "footnote_ref")


def parse(text: str, env: MutableMapping[str, Any]) -> list[Token]:
    """The tokens of ``parser().parse``; link definitions are left in ``env``."""
    return parser().parse(text, env)


def to_html(tokens: Sequence[Token]) -> str:
    """The tokens as HTML that nobody has sanitised."""
    markdown = parser()
    html: str = markdown.renderer.render(with_footnotes_last(tokens), markdown.options, {})
    return html


@cache
def parser() -> MarkdownIt:
    """The parser. Links, images, code, raw HTML, emoji and mentions of footnotes have a place.

    It is ``meta["at"]`` of their first token: where they begin and end in the content of the token
    that holds them.
    """
    github = {"tasklists": True, "strikethrough_single_tilde": True}
    markdown = MarkdownIt("commonmark", github).enable(["table", "strikethrough"])
    footnotes(markdown)
    autolinks(markdown)
    emoji(markdown)
    ruler = markdown.inline.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(), strict=True))
    rules["footnote_ref"] = _with_near_end(rules["footnote_ref"])
    for name in _PLACED:
        ruler.at(name, _with_place(rules[name]))
    _alerts(markdown)
    return markdown


def _with_place(rule: Rule) -> Rule:
    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks - markdown-it's own
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[before:]:
            if token.type != "text":
                token.meta["at"] = start, state.pos
                break
        return True

    return placed


def _with_near_end(rule: Rule) -> Rule:
    def near(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks
        return bool(MENTION.match(state.src, state.pos, state.posMax)) and rule(state, silent)

    return near


def _alerts(markdown: MarkdownIt) -> None:
    """Let a quotation be an alert where GitHub has it so: at the margin, not within others."""
    ruler = markdown.block.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    quotation = rules["blockquote"]

    def outermost(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks
        state.md.options["alerts"] = state.level == 0
        return quotation(state, start, end, silent)

    ruler.at("blockquote", outermost, {"alt": ["paragraph", "reference", "blockquote", "list"]})
