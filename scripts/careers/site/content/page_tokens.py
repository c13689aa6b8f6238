"""What a page has otherwise than the text says: the tokens of its Markdown, changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from careers.site.content.links import Targets


# The links of footnotes come later: they lead to where this page has them.
_LED = ("link_open", "image")


def page_tokens(
    tokens: Sequence[Token],
    headings: Mapping[int, tuple[str, str]],
    marks: Mapping[int, str],
    targets: Targets,
) -> list[Token]:
    """The tokens as the page shows them; those that were given stay as they are.

    By the index of its token a heading has a tag and an id of its own, and a mark stands before a
    run of text. Links and images lead to where the page finds them: a link that leads nowhere
    becomes its text, an image that is not there its description.
    """
    changed = list(tokens)
    for index, (tag, name) in headings.items():
        changed[index] = tokens[index].copy(tag=tag, attrs={"id": name})
        changed[index + 2] = tokens[index + 2].copy(tag=tag)
    for index, token in enumerate(tokens):
        led = any(child.type in _LED for child in token.children or ())
        if led or index in marks:
            mark = [_text(marks[index])] if index in marks else []
            changed[index] = token.copy(children=[*mark, *_children(token.children or (), targets)])
    return changed


def _children(children: Sequence[Token], targets: Targets) -> Iterator[Token]:
    shown: list[bool] = []
    for token in children:
        if token.type == "link_open":
            target = targets.href(str(token.attrs.get("href") or ""))
            shown.append(target is not None)
            if target is not None:
                yield token.copy(attrs={**token.attrs, "href": target})
        elif token.type == "link_close":
            if shown.pop():
                yield token
        elif token.type == "image":
            source = targets.src(str(token.attrs.get("src") or ""))
            image = token.copy(attrs={**token.attrs, "src": source or ""})
            yield _text(token.content) if source is None else image
        else:
            yield token


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
