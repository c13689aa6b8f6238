"""What GitHub adds to Markdown, in the tags and classes that a page keeps: boxes, alerts, columns.

GitHub's own box is a form's field, which nobody could use here: it is a character instead.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from careers.site.i18n.words import Words

KINDS = ("note", "tip", "important", "warning", "caution")
COLUMNS = ("left", "center", "right")
# Each is one that only a text's own marks have: no style of a page's own parts goes by it.
CLASSES: dict[str, set[str]] = {
    "a": {"footnote-backref"},
    "div": {"footnotes", "markdown-alert", *(f"markdown-alert-{kind}" for kind in KINDS)},
    "li": {"task-list-item"},
    "p": {"markdown-alert-title"},
    "sup": {"footnote-ref"},
    "td": {f"column-{side}" for side in COLUMNS},
    "th": {f"column-{side}" for side in COLUMNS},
}
OPEN, DONE = "\u2610 ", "\u2611\ufe0e "
BACK = "Back to reference"


def with_markup(tokens: Sequence[Token], steps: Container[int], words: Words) -> list[Token]:
    """The tokens with each box, alert and column as the page has it.

    ``steps`` are the indexes of the texts of the interview process: a step has no box.
    """
    made = list(tokens)
    for index, token in enumerate(tokens):
        if token.type == "list_item_open" and "checked" in token.meta:
            made[index] = token.copy(meta={}, attrs={"class": "task-list-item"})
            text = index + 2
            if text in steps:
                made[index] = token.copy(meta={}, attrs={})
            elif text < len(tokens) and tokens[text].type == "inline":
                box = Token("text", "", 0, content=DONE if token.meta["checked"] else OPEN)
                made[text] = tokens[text].copy(children=[box, *(tokens[text].children or ())])
        elif token.type == "alert_title_open":
            title = Token("text", "", 0, content=words(tokens[index + 1].content))
            made[index + 1] = tokens[index + 1].copy(children=[title])
        elif token.type in ("td_open", "th_open") and token.attrs:
            side = str(token.attrs.get("style", "")).removeprefix("text-align:")
            made[index] = token.copy(attrs={"class": f"column-{side}"})
        elif token.attrs.get("class") == "contains-task-list":
            made[index] = token.copy(attrs={k: v for k, v in token.attrs.items() if k != "class"})
    return made
