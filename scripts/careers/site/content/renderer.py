"""Tokens as HTML: markdown-it's own renderer, with what a page has otherwise than the text says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from careers.site.content.links import Targets


@dataclass
class Changes:
    """What a page changes; headings and runs of text are known by the index of their token.

    A heading has a tag and an id of its own, a mark stands before a run. Links and images lead to
    where the page finds them: a link that leads nowhere becomes its text, an image that is not
    there its description.
    """

    headings: Mapping[int, tuple[str, str]]
    marks: Mapping[int, str]
    targets: Targets
    open_links: list[bool] = field(default_factory=list)


class Renderer(RendererHTML):
    """Renders as ``RendererHTML`` does, byte for byte, but for the ``changes`` of its ``env``."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        """A text. Its runs of words are escaped all at once: they are many and short."""
        changes: Changes | None = env.get("changes")
        marks = changes.marks if changes else {}
        words = _words(tokens)
        out: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                if index in marks:
                    out.append(marks[index])
                children = token.children or ()
                bare = len(children) == 1 and children[0].type == "text"
                out.append(next(words) if bare else self.renderInline(children, options, env))
            elif token.type in self.rules:
                out.append(self.rules[token.type](tokens, index, options, env))
            elif not token.hidden:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def renderToken(  # noqa: N802 - markdown-it's own
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A tag; one without attributes that opens or closes is made here."""
        token = tokens[idx]
        if token.attrs or not token.nesting:
            return super().renderToken(tokens, idx, options, env)
        if token.hidden:
            return ""
        if token.nesting < 0:
            return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
        if not token.block:
            return f"<{token.tag}>"
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        return f"{before}<{token.tag}>" if _goes_on(tokens, idx) else f"{before}<{token.tag}>\n"

    # No text has task lists: an item is a tag as others are.
    list_item_open = renderToken

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A heading; behind its tag stands its text, which is one token."""
        if "changes" not in env:
            return self.renderToken(tokens, idx, options, env)
        tag, name = env["changes"].headings[idx]
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        return f'{before}<{tag} id="{escapeHtml(name)}">'

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The heading's end."""
        if "changes" not in env:
            return self.renderToken(tokens, idx, options, env)
        return f"</{env['changes'].headings[idx - 2][0]}>\n"

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """A link to where it leads on the page."""
        if "changes" not in env:
            return self.renderToken(tokens, idx, options, env)
        changes: Changes = env["changes"]
        attrs = tokens[idx].attrs
        target = changes.targets.href(str(attrs.get("href") or ""))
        changes.open_links.append(target is not None)
        return "" if target is None else f"<a{_attributes(attrs, href=target)}>"

    def link_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The link's end, where it has a beginning."""
        kept = "changes" not in env or env["changes"].open_links.pop()
        return self.renderToken(tokens, idx, options, env) if kept else ""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """An image, or its description."""
        if "changes" not in env:
            return super().image(tokens, idx, options, env)
        token = tokens[idx]
        target = env["changes"].targets.src(str(token.attrs.get("src") or ""))
        if target is None:
            return escapeHtml(token.content)
        alt = self.renderInlineAsText(token.children, options, env)
        return f"<img{_attributes(token.attrs, src=target, alt=alt)} />"


def _attributes(attrs: Mapping[str, str | int | float], **own: str) -> str:
    return "".join(
        f' {name}="{escapeHtml(str(value))}"' for name, value in {**attrs, **own}.items()
    )


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """The runs that are nothing but words, escaped. No text holds a NUL."""
    runs = (token.children for token in tokens if token.children)
    words = [run[0].content for run in runs if len(run) == 1 and run[0].type == "text"]
    return iter(escapeHtml("\0".join(words)).split("\0"))


def _goes_on(tokens: Sequence[Token], idx: int) -> bool:
    """Whether what follows a block's opening tag stands in its line."""
    if idx + 1 == len(tokens):
        return False
    token, after = tokens[idx], tokens[idx + 1]
    if after.type == "inline" or after.hidden:
        return True
    return after.nesting < 0 and after.tag == token.tag
