"""Markdown into tokens: markdown-it's own rules, of which a text meets those that it can use.

Most lines of a posting are plain words. markdown-it offers each to every rule; here a rule whose
sign is nowhere in the text is left out, and the tokens are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

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
_SPECIAL = re.compile(r"[\n\\`~*_\[\]!<&]")

# What a text must hold for a rule to find anything. An indent of four columns may stand behind a
# list's marker; it takes a tab, or as many spaces.
_SIGNS = {
    "table": ("|",),
    "code": ("    ", "\t"),
    "fence": ("```", "~~~"),
    "blockquote": (">",),
    "reference": ("]:",),
    "html_block": ("<",),
    "text_join": ("\\", "&"),
}
# A line that ends in three marks, and one of dashes: behind the markers of lists and quotes.
_LINES = {
    "hr": re.compile(r"\n[ \t>*_+\-0-9.)]*([-*_])[ \t]*\1[ \t]*\1[ \t]*$", re.MULTILINE),
    "lheading": re.compile(r"\n[ \t>]*(?:-+|=+)[ \t]*$", re.MULTILINE),
}


def parse(text: str, env: MutableMapping[str, Any]) -> list[Token]:
    """The tokens of ``parser().parse``; link definitions are left in ``env``."""
    return _parser(_idle(text)).parse(text, env)


def parser() -> MarkdownIt:
    """CommonMark with GitHub's tables and strikethrough; inline tokens carry ``meta["at"]``."""
    return _parser(frozenset())


def _idle(text: str) -> frozenset[str]:
    """The rules that find nothing in a text."""
    if "\r" in text or "\0" in text:  # lines are not yet what they will be
        return frozenset()
    idle = {"normalize"}
    idle.update(rule for rule, signs in _SIGNS.items() if not any(sign in text for sign in signs))
    lines = f"\n{text}"
    idle.update(rule for rule, line in _LINES.items() if not line.search(lines))
    return frozenset(idle)


@cache
def _parser(idle: frozenset[str]) -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(idle)
    markdown.core.ruler.at("inline", _inlines)
    inline = markdown.inline
    rules: dict[str, Rule] = dict(
        zip(inline.ruler.get_active_rules(), inline.ruler.getRules(), strict=True)
    )
    rules |= {name: _remember_place(rules[name]) for name in _PLACED}
    inline.ruler.push("begun", _begun({c: [rules[n] for n in ns] for c, ns in _BEGUN.items()}))
    inline.ruler.enableOnly(["text", "begun"])
    inline.terminator_re = _SPECIAL
    return markdown


def _inlines(state: StateCore) -> None:
    """As markdown-it's own rule, without its work where there is nothing but words."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        children: list[Token] = []
        token.children = children
        if _SPECIAL.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, children)
        elif token.content:
            children.append(Token("text", "", 0, content=token.content))


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
