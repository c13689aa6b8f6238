"""Markdown: every block, link and word with its place."""

from __future__ import annotations

import pytest

from careers.markdown.document import Markdown
from careers.text.diagnostics import Span
from careers.text.source import Source


def slices(text: str, words: str = "TODO") -> list[tuple[int, int]]:
    """Where each run of text says that ``words`` stands."""
    body = Markdown(Source(text))
    found = []
    for inline in body.inlines.values():
        at = inline.prose.find(words)
        while at >= 0:
            span = inline.span(at, at + len(words))
            found.append((span.line, span.column))
            at = inline.prose.find(words, at + 1)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "# a TODO",
        "TODO\n====",
        "a\nTODO b\n   TODO",
        "1. a\n   TODO\n   - b\n     TODO",
        "1. TODO. 1",
        "> - TODO\n>   TODO",
        "| TODO | TODO |\n|---|---|\n| a \\| TODO | TODO |\n| TODO TODO |",
        "> | a | b |\n> |---|---|\n> | TODO | x TODO |",
        "*TODO* [TODO](https://example.com) ![i](x) TODO",
        "\tcode\n\n-\tTODO",
        "- - TODO",
        "a  \nTODO\\\nTODO",
    ],
)
def test_places(text: str) -> None:
    """Each word of the running text is found where it stands in the file."""
    lines = text.split("\n")
    wanted = [
        (number, at + 1)
        for number, line in enumerate(lines, 1)
        for at in range(len(line))
        if line.startswith("TODO", at)
    ]
    assert sorted(slices(text)) == wanted


def test_prose_leaves_out() -> None:
    """Code, addresses, tags and images are no running text."""
    text = '`TODO` [a](TODO) <b title="TODO"> ![TODO](TODO) <https://TODO> [b][TODO]\n\n[TODO]: x'
    assert slices(text) == []


def test_links() -> None:
    """Links and images have their targets, their words and their whole place."""
    body = Markdown(
        Source("# [a *b*](c)\n\n[d\ne](<f g> 'h') ![i](j) [k][l] <https://m>\n\n[l]: n")
    )
    assert [(k.target, k.text, k.image) for k in body.links] == [
        ("c", "a b", False),
        ("f%20g", "d e", False),
        ("j", "i", True),
        ("n", "k", False),
        ("https://m", "https://m", False),
    ]
    assert body.links[0].span == Span(1, 3, 1, 13)
    assert body.links[1].span == Span(3, 1, 4, 14)


def test_sections() -> None:
    """A section reaches to the next heading of its level or above."""
    body = Markdown(Source("# a\n## b\nx\n### c\n## d\n# e\n"))
    lines = {
        s.heading.text: [body.lines(t)[0] for t in body.tokens[s.start : s.end] if t.map]
        for s in body.sections
    }
    assert lines == {"a": [2, 2, 3, 3, 4, 4, 5, 5], "b": [3, 3, 4, 4], "c": [], "d": [], "e": []}


def test_first_line() -> None:
    """Below front matter, lines count from the file's own first line."""
    body = Markdown(Source("---\n---\n# a\n"), 3)
    assert body.headings[0].span == Span(3, 1, 3, 4)
