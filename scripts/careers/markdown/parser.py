"""Markdown into tokens: markdown-it's own rules, of which a text meets those that it can use.

Most lines of a posting are plain words. markdown-it offers each to every rule; here a rule whose
sign is nowhere in the text is left out, and the tokens are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import normalize, text_join

from careers.markdown.fast_blocks import plain_block, plain_blocks
from careers.markdown.fast_inlines import is_normal, read_inlines

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

# What begins with each character of a paragraph's text; all others are words.
_BEGUN = {
    "\n": ["newline"],
    "\\": ["escape"],
    "`": ["backticks"],
    "~": ["strikethrough"],
    "*": ["emphasis"],
    "_": ["emphasis"],
    "[": ["link"],
    "!": ["image"],
    "<": ["autolink", "html_inline"],
    "&": ["entity"],
}
_PLACED = ("link", "image", "autolink", "html_inline", "backticks")
# A bracket's end begins nothing, but a label is looked for token by token.
_STOPS = re.compile(r"[\n\\`~*_\[\]!<&]")

# What a text must hold for a rule to find anything. An indent of four columns may stand behind a
# list's marker; it takes a tab, or as many spaces.
_SIGNS = {
    "table": ("|",),
    "code": ("    ", "\t"),
    "fence": ("```", "~~~"),
    "blockquote": (">",),
    "reference": ("]:",),
    "html_block": ("<",),
}
# A line that ends in three marks, and one of dashes: behind the markers of lists and quotes.
_LINES = {
    "hr": re.compile(r"\n[ \t>*_+\-0-9.)]*([-*_])[ \t]*\1[ \t]*\1[ \t]*$", re.MULTILINE),
    "lheading": re.compile(r"\n[ \t>]*(?:-+|=+)[ \t]*$", re.MULTILINE),
}


def parse(text: str, env: MutableMapping[str, Any]) -> list[Token]:
    """The tokens of ``parser().parse``; link definitions are left in ``env``."""
    return parser().parse(text, env)


def parser() -> MarkdownIt:
    """CommonMark with GitHub's tables and strikethrough; inline tokens carry ``meta["at"]``."""
    return _parser(frozenset())


def _idle(text: str) -> frozenset[str]:
    """The rules for blocks that find nothing in a text."""
    idle = {rule for rule, signs in _SIGNS.items() if not any(sign in text for sign in signs)}
    lines = f"\n{text}"
    idle.update(rule for rule, line in _LINES.items() if not line.search(lines))
    return frozenset(idle)


# Addresses come back in posting after posting.
_normalized = lru_cache(maxsize=1024)(normalizeLink)


class _Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's own
        """A link's target, encoded where it has to be."""
        return url if is_normal(url) else _normalized(url)


@cache
def _parser(idle: frozenset[str]) -> MarkdownIt:
    markdown = _Markdown("commonmark").enable(["table", "strikethrough"]).disable(idle)
    core = markdown.core.ruler
    core.at("normalize", _where("\r", "\0", normalize))
    core.at("block", _blocks)
    core.at("inline", read_inlines)
    core.at("text_join", _where("\\", "&", text_join))
    markdown.block.ruler.before("table", "plain", plain_block)
    inline = markdown.inline
    rules: dict[str, Rule] = dict(
        zip(inline.ruler.get_active_rules(), inline.ruler.getRules(), strict=True)
    )
    rules |= {name: _remember_place(rules[name]) for name in _PLACED}
    inline.ruler.push("begun", _begun({c: [rules[n] for n in ns] for c, ns in _BEGUN.items()}))
    inline.ruler.enableOnly(["text", "begun"])
    inline.terminator_re = _STOPS
    return markdown


def _where(sign: str, other: str, rule: Callable[[StateCore], None]) -> Callable[[StateCore], None]:
    """A rule for the texts that hold a sign of what it does."""

    def where(state: StateCore) -> None:
        if sign in state.src or other in state.src:
            rule(state)

    return where


def _blocks(state: StateCore) -> None:
    """markdown-it's own rules begin where the first block stands that is not plain."""
    line = plain_blocks(state.src, state.tokens)
    if line is not None:
        odd = _parser(_idle(state.src))
        blocks = StateBlock(state.src, odd, state.env, state.tokens)
        odd.block.tokenize(blocks, line, blocks.lineMax)


def _begun(rules: dict[str, list[Rule]]) -> Rule:
    """One rule for those that begin with a character of their own."""

    def begun(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
        for rule in rules.get(state.src[state.pos], ()):  # noqa: SIM110 - half as fast with any()
            if rule(state, silent):
                return True
        return False

    return begun


def _remember_place(rule: Rule) -> Rule:
    def remembering(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            for token in state.tokens[before:]:
                if token.type != "text":
                    token.meta = {**token.meta, "at": (start, state.pos)}
                    break
        return found

    return remembering
