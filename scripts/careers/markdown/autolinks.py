"""Addresses that are links as they stand, by the rules of GitHub's own parser, cmark-gfm.

Why no library reads them: docs/decisions/github-markdown.md. No text is looked at twice, whatever
its signs: what a rule looks at ends where the next of its signs begins.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

BARE = "bare"
"""What the tokens of such a link have as their ``info``."""
WWW = r"(?<![^\s*_~(])www\.(?=\w)"
_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME = len(" https")
_HOST = re.compile(r"(?::/)?/?(?P<host>[^\W_][\w.-]*)")
_REST = re.compile(r"[^\s<]*")
_MANY_DOTS = 10
_LOCAL = string.ascii_letters + string.digits + ".+-_"
# An underscore within a word is no emphasis; behind anything else it may be.
_EMPHASIS = re.compile(r".*(?:\A|[.+-])_", re.DOTALL)
_LONGEST_LOCAL = 254  # characters; no address is longer as a whole
# Whole or not at all; `++` would say so, but Python before 3.11.5 reads it wrongly.
_DOMAIN = re.compile(r"@(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))+(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])")
_MAILTO = re.compile(r"(?<![A-Za-z0-9])mailto:\Z")
_ENTITY = re.compile(r"&[A-Za-z]+;\Z")
_LONGEST_ENTITY = 40


def autolinks(markdown: MarkdownIt) -> None:
    """Let a parser make links of ``https://…``, ``www.…`` and ``name@example.com``."""
    inline = markdown.inline
    inline.terminator_re = re.compile(f"{inline.terminator_re.pattern}|{WWW}")
    inline.ruler.push("address", _address)
    inline.ruler.push("www", _www)
    inline.ruler.push("mail", _mail)


def _address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks
    """Read on at the colon of ``https://``."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME:])
    if scheme is None:
        return False
    return _link(state, len(scheme[0]), _end(state.src, state.pos, state.posMax))


def _www(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks
    if silent or state.linkLevel or not state.src.startswith("www.", state.pos):
        return False
    if state.pos and state.src[state.pos - 1] not in " \t\n\r\v\f*_~(":
        return False
    return _link(state, 0, _end(state.src, state.pos, state.posMax), "http://")


def _mail(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks
    """Read on at the ``@``."""
    if silent or state.linkLevel or state.src[state.pos] != "@":
        return False
    before = _passed(state)
    local = before[len(before.rstrip(_LOCAL)) :]
    local = _EMPHASIS.sub("", local)
    domain = _DOMAIN.match(state.src, state.pos, state.posMax) if local else None
    end = domain.start() + len(domain[0].rstrip("_")) if domain else 0
    if domain is None or "." not in domain[0] or not state.src[end - 1].isalpha():
        return False
    scheme = _MAILTO.search(before[: len(before) - len(local)])
    written = len(local) + (len(scheme[0]) if scheme else 0)
    return _link(state, written, end, "" if scheme else "mailto:")


def _passed(state: StateInline) -> str:
    """The end of the text that was passed; an underscore parts it into several tokens."""
    text = state.pending[-_LONGEST_LOCAL:]
    for token in reversed(state.tokens):
        if token.type != "text" or len(text) >= _LONGEST_LOCAL:
            break
        text = token.content + text
    return text


def _take_back(state: StateInline, count: int) -> None:
    """Undo the last ``count`` characters of the text that was passed."""
    kept = max(len(state.pending) - count, 0)
    count -= len(state.pending) - kept
    state.pending = state.pending[:kept]
    while count:
        token = state.tokens[-1]
        kept = max(len(token.content) - count, 0)
        count -= len(token.content) - kept
        token.content = token.content[:kept]
        if not kept:
            state.tokens.pop()
    state.delimiters = [one for one in state.delimiters if one.token < len(state.tokens)]


def _end(text: str, start: int, most: int) -> int:
    """Where a web address ends; ``start`` where it is none."""
    host = _HOST.match(text, start, most)
    if host is None:
        return start
    last = "".join(host["host"].split(".")[-2:])
    if "_" in last and host["host"].count(".") <= _MANY_DOTS:
        return start
    rest = _REST.match(text, host.end(), most)
    return _trimmed(text, start, rest.end() if rest else host.end())


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without what ends the sentence that it stands in."""
    unopened = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ";":
            entity = _ENTITY.search(text[max(start, end - _LONGEST_ENTITY) : end])
            end -= len(entity[0]) if entity else 1
        elif last in "?!.,:*_~'\"":
            end -= 1
        elif last == ")" and unopened > 0:
            end, unopened = end - 1, unopened - 1
        else:
            break
    return end


def _link(state: StateInline, before: int, end: int, scheme: str = "") -> bool:
    """Make a link up to ``end``; the last ``before`` characters that were passed belong to it."""
    if end <= state.pos:
        return False
    start = state.pos - before
    _take_back(state, before)
    written = state.src[start:end]
    opened = state.push("link_open", "a", 1)
    opened.attrs = {"href": state.md.normalizeLink(scheme + written)}
    opened.meta = {"at": (start, end)}
    text = state.push("text", "", 0)
    text.content = written
    closed = state.push("link_close", "a", -1)
    opened.markup = closed.markup = "autolink"
    opened.info = closed.info = BARE
    state.pos = end
    return True
