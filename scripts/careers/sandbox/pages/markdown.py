"""Markdown as GitHub shows it in issues: tables, task lists, line breaks, nothing that runs."""

import re
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup

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
    "input": {"checked"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "details": {"open"},
}


def _tick(token: Token) -> None:
    first = token.children[0] if token.children else None
    mark = _TASK.match(first.content) if first and first.type == "text" else None
    if first and mark and token.children:
        box = Token("html_inline", "", 0)
        box.content = "<input checked> " if mark[1] in "xX" else "<input> "
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
    return parser


def render(text: str) -> Markup:
    """The HTML of a body or a comment, safe to show."""
    clean = nh3.clean(
        _parser().render(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
        set_tag_attribute_values={"input": {"type": "checkbox", "disabled": ""}},
    )
    return Markup(clean)  # noqa: S704 - nh3 cleaned it in the line before
