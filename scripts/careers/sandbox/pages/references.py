"""What GitHub makes of text: `#41` a link, alone in a list item with its title; an alert's word."""

import re
from collections.abc import Callable

from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import escape

_REFERENCE = re.compile(r"(?<![\w/#&.-])#(\d{1,9})\b")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]")
TITLES = "titles"
"""In the environment of a rendering: the title of an issue by its number, None where it is gone."""
ISSUES = "issues"
"""There too: the path of the repository's issues."""


def references(state: StateCore) -> None:
    """Make them, where the environment says how issues are called."""
    title_of = state.env.get(TITLES)
    quoted = 0
    for index, token in enumerate(state.tokens):
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type != "inline" or not token.children:
            continue
        if quoted:
            _alert(token)
        if title_of:
            in_list = index > 1 and state.tokens[index - 2].type == "list_item_open"
            _link(token, title_of, state.env[ISSUES], in_list=in_list)


def _alert(token: Token) -> None:
    first = token.children[0] if token.children else None
    if first and first.type == "text" and (found := _ALERT.fullmatch(first.content)):
        first.type, first.content = "html_inline", f"<strong>{found[1].capitalize()}</strong>"


def _link(token: Token, title_of: Callable[[int], str | None], path: str, *, in_list: bool) -> None:
    made: list[Token] = []
    linked = 0
    for place, child in enumerate(token.children or []):
        linked += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type != "text" or linked:
            made.append(child)
            continue
        alone = in_list and not place
        made += _split(child, title_of, path, alone=alone)
    token.children = made


def _split(
    child: Token, title_of: Callable[[int], str | None], path: str, *, alone: bool
) -> list[Token]:
    made, end = [], 0
    for found in _REFERENCE.finditer(child.content):
        number = int(found[1])
        title = title_of(number)
        if title is None:
            continue
        whole = alone and found.span() == (0, len(child.content))
        shown = f"{escape(title)} #{number}" if whole else f"#{number}"
        link = Token("html_inline", "", 0)
        link.content = f'<a href="{path}/{number}">{shown}</a>'
        made += [_text(child.content[end : found.start()]), link]
        end = found.end()
    return [*made, _text(child.content[end:])]


def _text(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token
