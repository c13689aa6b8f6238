"""Markdown as GitHub shows it in issues: tables, task lists, line breaks, nothing that runs."""

import re
import secrets
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

from careers.sandbox.pages.references import references

_TASK = re.compile(r"\[([ xX])\]\s+")

_TAGS = {
    *(
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
    ),
    *(
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "span",
        "strike",
    ),
    *(
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "ul",
        "var",
    ),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "input": {"checked", "value"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "details": {"open"},
}


_LINE = f"{secrets.token_hex(8)}-"
"""Before the number of a box's line: a box that somebody wrote as HTML is none."""
_SHOWN = re.compile(r"<input\b([^>]*)>")
_VALUE = re.compile(rf'value="{_LINE}(\d+)"')


def _tick(token: Token) -> None:
    first = token.children[0] if token.children else None
    mark = _TASK.match(first.content) if first and first.type == "text" else None
    if first and mark and token.children:
        box = Token("html_inline", "", 0)
        line = f'value="{_LINE}{token.map[0] if token.map else 0}"'
        box.content = f"<input checked {line}> " if mark[1] in "xX" else f"<input {line}> "
        first.content = first.content[mark.end() :]
        token.children.insert(0, box)


def _task_lists(state: StateCore) -> None:
    kinds = ["list_item_open", "paragraph_open", "inline"]
    for index in range(len(state.tokens) - 2):
        if [token.type for token in state.tokens[index : index + 3]] == kinds:
            _tick(state.tokens[index + 2])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"breaks": True}).enable(["table", "strikethrough"])
    parser.core.ruler.push("task_lists", _task_lists)
    parser.core.ruler.push("references", references)
    return parser


def render(text: str, environment: dict[str, Any] | None = None, form: str = "") -> Markup:
    """The HTML of a body or a comment, safe to show.

    ``environment`` is what ``references`` needs; ``form`` is the id of the form that
    ticks its boxes, by the number of their line.
    """
    clean = nh3.clean(
        _parser().render(text, environment or {}),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    )
    shown = _SHOWN.sub(lambda found: _button(found, form), clean) if form else clean
    return Markup(shown)  # noqa: S704 - nh3 cleaned it, and the buttons are ours


def _button(box: re.Match[str], form: str) -> str:
    line = _VALUE.search(box[1])
    if not line:
        return box[0]
    ticked = "true" if "checked" in box[1] else "false"
    return (
        f'<button class="box" form="{form}" name="line" value="{line[1]}" '
        f'aria-label="Tick" aria-pressed="{ticked}"></button>'
    )
