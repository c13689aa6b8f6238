"""What fix, fmt and closing make of a file: cases as files, and properties of any text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from careers.fixes.closing import closed
from careers.fixes.layout import fmt
from careers.markdown.parser import parse, to_html
from careers.posting.reading import read_posting
from fuzz.properties import WORDS, fixed, text_of

HERE = Path(__file__).parent
CHECKS = HERE.parent / "checks"
ENDING = ".expected.md"
CASES = sorted(path for path in HERE.glob("*/*.md") if not path.name.endswith(ENDING))
POSTINGS = sorted([*CASES, *CHECKS.glob("*/*.md")])
MEND: dict[str, Callable[[str, bytes], bytes]] = {
    "fix": fixed,
    "fmt": fmt,
    "closing": lambda path, data: closed(path, data.decode()).encode(),
}


def html(data: bytes) -> str:
    """The body as it renders."""
    posting = read_posting("postings/a.md", data)
    return to_html(parse("\n".join(posting.source.lines[posting.body_line - 1 :]), {}))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path, expected: Callable[[Path, str], None]) -> None:
    """A case becomes the file beside it, where `\u240d` is a carriage return, and stays so."""
    mend = MEND[path.parent.name]
    made = mend(path.name, path.read_bytes())
    expected(path.with_name(f"{path.stem}{ENDING}"), made.decode().replace("\r", "\u240d"))
    assert mend(path.name, made) == made


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fmt_changes_nothing_that_renders(path: Path) -> None:
    """Laying out leaves what renders equal, and the values of the front matter too."""
    data = path.read_bytes()
    made = fmt(path.name, data)
    assert html(made).strip() == html(data).strip()
    before, after = read_posting("a.md", data), read_posting("a.md", made)
    assert (after.front and after.front.raw) == (before.front and before.front.raw)
    assert fmt(path.name, made) == made


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fix_keeps_the_words(path: Path) -> None:
    """Mending leaves every word of the body but a misspelt one, and is done at once.

    A line in bold that becomes a heading loses its colon.
    """
    data = path.read_bytes()
    made = fixed(path.name, data)
    if data != made:
        words = text_of(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", b"", data))
        same = [word.strip(":") for word in text_of(made)] == [word.strip(":") for word in words]
        assert same or path.parent.name in WORDS
    assert fixed(path.name, made) == made


def test_line_ends_are_kept_by_fmt() -> None:
    """A file with CRLF and a byte order mark keeps both: they are for fix."""
    data = b"\xef\xbb\xbf# A\r\n* b\r\n* c\r\n"
    assert fmt("a.md", data) == b"\xef\xbb\xbf# A\r\n\r\n- b\r\n- c\r\n"


def test_an_edit_leaves_line_ends_alone() -> None:
    """Where CRLF is allowed, a mend elsewhere leaves every other byte as it is."""
    data = b"---\r\ntitle: A # careers: allow syntax: x\r\nstatus: Open\r\n---\r\n# A\rb\n"
    kept = data.replace(b"title: A #", b"tema: A #")
    allowed = kept.replace(b"---\r\ntema", b"---\ntema")
    assert fixed("a.md", allowed) == allowed.replace(b"tema", b"team").replace(b"Open", b"open")


@pytest.mark.parametrize("data", [b"\xff\r\n", b"a\r\n" * 200_000], ids=["not UTF-8", "too large"])
def test_what_cannot_be_read_is_left(data: bytes) -> None:
    """A file that was not read whole is not written."""
    assert fixed("a.md", data) == data
    assert fmt("a.md", data) == data
