"""Footnotes: read where they stand, shown last, numbered as they are mentioned first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# The rule of the plugin looks for the end of a label however far off; this does not.
MENTION = re.compile(r"\[\^[^\]\s]{1,100}\]")
OPEN, CLOSE, REF = "footnote_reference_open", "footnote_reference_close", "footnote_ref"


def footnotes(markdown: MarkdownIt) -> None:
    """Let a parser read footnotes: what is written stays where it is.

    Tokens ``footnote_reference_open`` and ``_close`` are around the text of one, and
    ``footnote_ref`` where it is mentioned; ``meta["label"]`` of the first and the last ties them.
    """
    markdown.use(footnote_plugin, inline=False, move_to_end=False)


def scoped(tokens: Iterable[Token], scope: str) -> None:
    """Make the labels of a text those of this text alone."""
    for token in tokens:
        for one in (token, *(token.children or ())):
            if one.type in (OPEN, REF):
                one.meta["label"] = f"{scope}^{one.meta['label']}"


def note_id(number: int) -> str:
    """The id of a footnote; a heading's has no capitals."""
    return f"Note-{number}"


def mention_id(number: int, mention: int) -> str:
    """The id of a place that mentions a footnote, the first of them numbered 1."""
    return f"Ref-{number}" if mention == 1 else f"Ref-{number}-{mention}"


class _Notes:
    """The footnotes of a text, as they come to be mentioned."""

    def __init__(self, back: str) -> None:
        self.back = back
        self.texts: dict[str, list[Token]] = {}
        self.numbers: dict[str, int] = {}
        self.mentions: defaultdict[str, int] = defaultdict(int)

    def taken_out(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens without the footnotes, which are kept; the first of a label counts."""
        places: list[list[Token]] = [[]]
        for token in tokens:
            if token.type == OPEN:
                places.append([])
                self.texts.setdefault(token.meta["label"], places[-1])
            elif token.type == CLOSE:
                places.pop()
            else:
                places[-1].append(token)
        return places[0]

    def mentioned(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens with a link where a footnote is mentioned."""
        for token in tokens:
            if any(child.type == REF for child in token.children or ()):
                children = [new for child in token.children or () for new in self._mention(child)]
                yield token.copy(children=children)
            else:
                yield token

    def _mention(self, token: Token) -> Iterator[Token]:
        if token.type != REF:
            yield token
            return
        label = token.meta["label"]
        if label not in self.texts:  # it stood in what is not shown
            yield Token("text", "", 0, content=f"[^{label.rpartition('^')[2]}]")
            return
        number = self.numbers.setdefault(label, len(self.numbers) + 1)
        self.mentions[label] += 1
        yield Token("sup_open", "sup", 1, attrs={"class": "footnote-ref"})
        here = mention_id(number, self.mentions[label])
        yield from _link(note_id(number), str(number), {"id": here})
        yield Token("sup_close", "sup", -1)

    def last(self) -> Iterator[Token]:
        """The footnotes that are mentioned, as a list; each leads back to where it is."""
        made: dict[str, list[Token]] = {}
        while waiting := [label for label in self.numbers if label not in made]:
            for label in waiting:
                made[label] = list(self.mentioned(self.texts[label]))
        if not made:
            return
        yield Token("footnotes_open", "div", 1, attrs={"class": "footnotes"}, block=True)
        yield Token("ordered_list_open", "ol", 1, block=True)
        for label, number in self.numbers.items():
            attrs = {"id": note_id(number)}
            yield Token("list_item_open", "li", 1, attrs=dict(attrs), block=True)
            yield from self._with_way_back(made[label], label)
            yield Token("list_item_close", "li", -1, block=True)
        yield Token("ordered_list_close", "ol", -1, block=True)
        yield Token("footnotes_close", "div", -1, block=True)

    def _with_way_back(self, tokens: list[Token], label: str) -> list[Token]:
        number = self.numbers[label]
        ways = []
        for mention in range(1, self.mentions[label] + 1):
            name = f"{self.back} {number}" + (f"-{mention}" if mention > 1 else "")
            attrs = {"class": "footnote-backref", "aria-label": name}
            arrow = "\u21a9\ufe0e" + (str(mention) if mention > 1 else "")
            ways.append(Token("text", "", 0, content=" "))
            ways += _link(mention_id(number, mention), arrow, attrs)
        if tokens and tokens[-1].type == "paragraph_close":
            text = tokens[-2]
            children = [*(text.children or ()), *ways]
            return [*tokens[:-2], text.copy(children=children), tokens[-1]]
        paragraph = [Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)]
        return [*tokens, paragraph[0], Token("inline", "", 0, children=ways), paragraph[1]]


def _link(target: str, text: str, attrs: dict[str, str]) -> list[Token]:
    return [
        Token("link_open", "a", 1, attrs={"href": f"#{target}", **attrs}),
        Token("text", "", 0, content=text),
        Token("link_close", "a", -1),
    ]


def with_footnotes_last(tokens: Sequence[Token], back: str = "Back to reference") -> list[Token]:
    """The tokens as they are shown; ``back`` and a number name the way back from a footnote.

    A footnote that is not mentioned is not shown. Those that were given stay as they are.
    """
    if all(token.type != OPEN for token in tokens):
        return list(tokens)
    notes = _Notes(back)
    text = list(notes.mentioned(notes.taken_out(tokens)))
    return [*text, *notes.last()]
