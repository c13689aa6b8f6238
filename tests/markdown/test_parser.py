"""Markdown is read as markdown-it reads it, and what is no prose knows its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from careers.markdown.parser import parser
from careers.text.source import MAX_BYTES
from fuzz.inputs import seeds

HOSTILE = sorted((Path(__file__).parents[1] / "site" / "hostile").glob("*.md"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see [us](/a) now", ["[us](/a)"]),
        ("a ![b *c*](/d.png 'e') f", ["![b *c*](/d.png 'e')"]),
        ("`a` and ``b ` c``", ["`a`", "``b ` c``"]),
        ("<https://a.example> <b>c</b>", ["<https://a.example>", "<b>", "</b>"]),
        ("[a `b` c][d]\n\n[d]: /e", ["[a `b` c][d]", "`b`"]),
        ("two\nlines [a\nb](/c)", ["[a\nb](/c)"]),
        ("`open and [a](", []),
    ],
)
def test_places(text: str, written: list[str]) -> None:
    """Links, images, code and raw HTML say where they begin and end in their run of text."""
    run = next(token for token in parser().parse(text) if token.type == "inline")
    places = [token.meta["at"] for token in run.children or [] if "at" in token.meta]
    assert [run.content[start:end] for start, end in places] == written


def test_html() -> None:
    """To know the places changes nothing of what renders."""
    options = {"tasklists": True, "strikethrough_single_tilde": True}
    plain = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    for text in [*seeds(), *(path.read_text("utf-8") for path in HOSTILE)]:
        words = text.translate(dict.fromkeys(map(ord, ":@^!"), "x")).replace("www.", "x")
        assert parser().render(words) == plain.render(words)


MARKS = ["[", "> ", "- ", "*a_", "`", "<", "![](", "|-", "[a](b", "&a;"]
GITHUB = [
    ":", "://", "http://", "*http://_", "*www.a_", " www.a_.", "a@", "a_b@", "(a@b.", "mailto:a@b.",
    "https://a.b)", "https://a.b;", "[^", "[^1]", "[^1]: ", "- [x] ", "> [!NOTE]\n", ":a:", "~",
]  # fmt: skip


@pytest.mark.parametrize("mark", [*MARKS, *GITHUB])
def test_hostile_text_is_bounded(mark: str) -> None:
    """Marks that nest or never close take a time that grows with the text, not with its square."""
    start = time.process_time()
    parser().parse("[^1]: x\n\n" + mark * (MAX_BYTES // 8 // len(mark)))
    assert time.process_time() - start < 5  # seconds; a tenth of it is usual
