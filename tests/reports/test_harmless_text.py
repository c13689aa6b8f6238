"""Strangers' text in a comment: shown, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careers.reports.harmless import coded, harmless, prose

J = "\u2060"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("@rita, look", f"@{J}rita, look"),
        ("closes #12", f"closes #{J}12"),
        ("acme/jobs#7", f"acme/jobs#{J}7"),
        ("GH-12", f"GH-{J}12"),
        ("see https://example.com", f"see https:{J}//example.com"),
        ("www.example.com", f"www{J}.example.com"),
        ("jobs@example.com", f"jobs@{J}example.com"),
        ("[go](javascript:x)", "\\[go\\](javascript:x)"),
        ("![x](http://e/p.png)", f"!\\[x\\](http:{J}//e/p.png)"),
        ("<script>", "&lt;script&gt;"),
        ("<!-- hidden -->", "&lt;!-- hidden --&gt;"),
        ("&copy; &#64;rita", f"&amp;copy; &amp;#{J}64;rita"),
        ("a | b", "a &#124; b"),
        ("*bold* _it_ ~gone~", "\\*bold\\* \\_it\\_ \\~gone\\~"),
        ("`code`", "&#96;code&#96;"),
        ("$x$", "&#36;x&#36;"),
        ("- item", "&#45; item"),
        ("# heading", "&#35; heading"),
        ("1. item", "1\\. item"),
        ("two\n\nlines", "two lines"),
        ("deadbeef1", f"dead{J}beef1"),
        ("so :tada: 1:2", f"so :{J}tada: 1:2"),
        ("a\u202eb\u0000c", "ab c"),
        ("\ud800", "\ufffd"),
        ("plain words, no more", "plain words, no more"),
    ],
)
def test_each_kind_is_made_harmless(text: str, made: str) -> None:
    """What GitHub would act on is broken or escaped; the rest stays as it is."""
    assert harmless(text) == made


@given(st.text(max_size=300))
def test_any_text_is_shown_as_text(text: str) -> None:
    """Markdown makes one paragraph of words out of it: no HTML, link, image, code or emphasis."""
    shown = harmless(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"x {shown}")
    kinds = {child.type for token in tokens for child in token.children or []}
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert kinds <= {"text", "text_special"}
    assert not re.search(r"@\w|://", shown)
    shown.encode()


@given(st.text(max_size=300))
def test_any_sentence_is_shown(text: str) -> None:
    """Names in it may be code, and nothing else is."""
    for made in (prose(text), coded(text)):
        tokens = MarkdownIt("commonmark").parse(f"x {made}")
        kinds = {child.type for token in tokens for child in token.children or []}
        assert kinds <= {"text", "text_special", "code_inline"}


def test_names_are_code() -> None:
    """What a message of ours quotes can be copied, unless it is more than a name."""
    assert prose("write `title: X` at `@rita`") == f"write `title: X` at @{J}rita"
