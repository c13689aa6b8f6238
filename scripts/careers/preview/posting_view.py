"""What candidates see of a posting, in pieces that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from careers.markdown.document import Markdown
from careers.process import APPLIED

State = Literal["open", "closed", "draft", "broken"]

BLOCKS = 1_000
"""Blocks that are compared; a posting has some hundred."""

APPLY = "Apply at"
"""The fact that a closed page lacks: that it closes says so already."""

Block = tuple[str, str]
"""The heading of the section that it stands in, and its text."""


@dataclass(frozen=True)
class PostingView:
    """A posting as candidates see it. ``facts`` pairs labels with values, in order.

    ``address`` is the page's, empty where it has none; ``aliases`` are earlier ones that lead to
    it; ``job`` is the company's own number.
    """

    path: str
    state: State
    title: str
    address: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    stages: tuple[str, ...] = (APPLIED,)
    job: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def has_page(self) -> bool:
        """Whether the site has a page of it."""
        return self.state in ("open", "closed")


def blocks(body: Markdown) -> tuple[Block, ...]:
    """The text block by block as a reader sees it, then where its links and images lead.

    Formatting is left out; a link that leads elsewhere is a change that a candidate meets.
    """
    made: list[Block] = []
    heading = ""
    for text, is_heading in _texts(body):
        heading = text if is_heading else heading
        made.append((heading, text))
        if len(made) == BLOCKS:
            break
    leads = [("Links", f"{link.text} {link.target}".strip()) for link in body.links[:BLOCKS]]
    return (*made, *leads)


def _texts(body: Markdown) -> Iterator[tuple[str, bool]]:
    for index, token in enumerate(body.tokens):
        if token.type == "inline" and (text := " ".join(body.inlines[index].plain.split())):
            yield text, body.tokens[index - 1].type == "heading_open"
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield " ".join(token.content.split()), False
