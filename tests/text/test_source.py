"""The text of a file and its places."""

from __future__ import annotations

import time

import pytest

from careers.text.diagnostics import Span
from careers.text.source import MAX_BYTES, Source, decode


@pytest.mark.parametrize(
    ("data", "text", "places"),
    [
        (b"", "", []),
        (b"a\nb", "a\nb", []),
        (b"\xef\xbb\xbfa", "a", [(1, 1)]),
        (b"a\r\nb\r\n", "a\nb\n", [(1, 2)]),
        (b"a\nb\r", "a\nb\n", [(2, 2)]),
        (b"a\nb\0\0", "a\nb\ufffd\ufffd", [(2, 2)]),
        (b"ok\r\n\xc3\xa9 \xff\n", "ok\n\xe9 \ufffd\n", [(2, 3)]),
        (b"\x0ca", " a", [(1, 1)]),
    ],
)
def test_decode(data: bytes, text: str, places: list[tuple[int, int]]) -> None:
    """Whatever the bytes, a text comes back, and each flaw has its place."""
    source = decode(data)
    assert source.text == text
    assert [(p.span.line, p.span.column) for p in source.problems] == places


def test_large_file() -> None:
    """A file of 5 MB is refused in no time, at the line where it became too long."""
    begin = time.perf_counter()
    source = decode(b"0123456789\n" * 500_000)
    assert time.perf_counter() - begin < 1
    assert [p.message for p in source.problems] == [
        f"the file has 5,500,000 bytes; a posting may have {MAX_BYTES:,}"
    ]
    assert source.problems[0].span.line == len(source.lines)


def test_span() -> None:
    """Offsets become lines and columns from 1, the end exclusive; only LF ends a line."""
    source = Source("ab\u2028c\n\nde")
    assert source.span(0, 2) == Span(1, 1, 1, 3)
    assert source.span(3, 7) == Span(1, 4, 3, 2)
    assert source.span(8, 8) == Span(3, 3, 3, 3)
    assert source.offset(3) == 6


def test_line_span() -> None:
    """A line's place leaves out its indentation; past the end it is the last line."""
    source = Source("  ab \n \ncd")
    assert source.line_span(1) == Span(1, 3, 1, 5)
    assert source.line_span(2) == Span(2, 2, 2, 2)
    assert source.line_span(9) == Span(3, 1, 3, 3)
