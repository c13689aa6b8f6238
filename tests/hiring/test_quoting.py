"""What strangers write shows as text, and GitHub acts on none of it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.hiring.issue import quoting

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PLAIN = {
    "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
    "inline", "text", "code_inline", "softbreak", "hardbreak", "text_special",
}  # fmt: skip
NASTY = [
    "@rita", "@example-tools/hiring", "#1", "owner/repo#12", "GH-7", "gh-7", "closes #1",
    "https://github.com/o/r/issues/1", "www.example.com", "HTTPS://x.y/`z", "mailto:a@b.c",
    "3d3c42e5aac5ba805825da76410c181273ba90b1", "deadbee", "<!--", "-->", "<script>", "</details>",
    "<!-- careers:record", "![a](b)", "![a][b]", "[b]: c", "[^1]", "```", "~~~", "`", "# h", "---",
    "===", "- x", "* x", "+ x", "1. x", "2) x", "    x", "\tx", "> q", "| a |", "|-|", ":-", "$x$",
    "&lt;", "&#64;rita", "\\", "\\@rita", "**", "__", "~~", "\u202e", "\u200b", "\u2066", "\r\n",
    "\n", "\n\n", " ", "\x00", "\ud800", "ä", "\U0001f600", "\u200d", "word", ".", "-", "<", "[x]",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(NASTY), max_size=12).map("".join)
)  # fmt: skip


def tokens(markdown: str) -> list[Token]:
    """All tokens, nested ones too."""
    made = MARKDOWN.parse(markdown)
    return [*made, *(child for token in made for child in token.children or [])]


def shown(markdown: str) -> str:
    """The text that GitHub's filters see after rendering: none of it stands in code."""
    return "\n".join(t.content for t in tokens(markdown) if t.type in {"text", "text_special"})


def assert_harmless(markdown: str) -> None:
    """No structure but paragraphs and quotations; nothing that GitHub notifies, links, closes."""
    assert {token.type for token in tokens(markdown)} <= PLAIN
    assert "<!--" not in markdown
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u200e\u200f]", markdown)
    text = shown(markdown)
    assert not re.search(r"@\w", text)
    assert not re.search(r"#\w", text)
    assert not re.search(r"(?i)\bgh-\d", text)
    assert not re.search(r"(?i)\b(https?://|www\.)\w", text)
    assert not re.search(r"(?i)(?<![0-9a-z_])[0-9a-f]{7,40}(?![0-9a-z_])", text)


@given(TEXTS)
def test_a_quotation_is_nothing_but_text(text: str) -> None:
    """Whatever a letter holds, it stays one quotation."""
    made = quoting.quote(text)
    assert_harmless(made)
    assert all(line.startswith(">") for line in made.split("\n"))


@given(TEXTS)
def test_one_line_stays_one_cell(text: str) -> None:
    """A name fills its cell and ends neither the cell nor the row."""
    for made in (quoting.inline(text), quoting.code(text)):
        assert "\n" not in made
        assert "|" not in made
        assert_harmless(f"a {made} b")
        table = MARKDOWN.parse(f"| a | b |\n|---|---|\n| x | {made} |\n| y | z |\n\nend")
        assert sum(token.type == "td_open" for token in table) == 4


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_nothing_that_can_be_seen_is_lost(text: str) -> None:
    """A reader sees every character that was written."""
    made = MARKDOWN.parse(quoting.quote(text))
    children = [child for token in made for child in token.children or []]
    seen = "".join(child.content for child in children if child.type != "softbreak")
    assert seen.replace(quoting.JOINER, "") == text


@given(TEXTS, st.integers(10, 300))
def test_a_title_is_one_line_within_its_limit(text: str, limit: int) -> None:
    """GitHub refuses titles of more than 256 characters."""
    made = quoting.title(text, limit)
    assert len(made) <= limit
    assert "\n" not in made
    assert not re.search(r"@\w|#\w", made)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("I like C++ and well-known tools.", "> I like C++ and well-known tools."),
        ("a\r\n\r\nb", "> a\n>\n> b"),
        # GitHub links these, too: a letter, a digit or `_` before them hides no link.
        ("1https://evil.example", "> 1`https://evil.example`"),
        ("_www.evil.example", "> \\_`www.evil.example`"),
        ("_GH-12", "> \\_GH-\u206012"),
        ("see https://example.com/a_b, please", "> see `https://example.com/a_b`, please"),
        ("  indented", "> \u00a0\u00a0indented"),
        (" " * 40 + "x", "> " + "\u00a0" * 40 + "x"),
        (" " * 90 + "x", "> " + "\u00a0" * 40 + "x"),
        ("\tx", "> " + "\u00a0" * 4 + "x"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647",
            "> \u0645\u06cc\u200c\u062e\u0648\u0627\u0647",
        ),
    ],
)
def test_ordinary_text_reads_as_it_was_written(written: str, expected: str) -> None:
    """Only what would act is escaped; spelling of other scripts is kept."""
    assert quoting.quote(written) == expected
    assert html.unescape(expected) == expected
