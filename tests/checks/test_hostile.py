"""Whatever a file holds, every check ends soon, raises nothing, and points into the file."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.checks import Context, RepositoryFiles, check_all
from careers.checks.support.repository_files import ImageSize
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.reports.text import render
from careers.settings import Settings
from careers.text.diagnostics import Finding
from careers.text.source import decode

CASES = sorted(Path(__file__).parent.glob("*/*.md"))
SHARED = {
    "about-us": SharedText("about-us", "postings/_shared/about-us.md", decode(b"We are we.\n" * 99))
}
OWNERS = SharedText("CODEOWNERS", "CODEOWNERS", decode(b"**/a/**/b*c*d*e @x\n" * 99))
SECONDS = 6.0  # of the processor; 2 are promised on a quiet machine

HOSTILE = {
    "brackets": b"[" * 100_000,
    "link openings": b"[x](" * 30_000,
    "image openings": b"![[" * 30_000,
    "balanced brackets": b"[" * 50_000 + b"]" * 50_000,
    "quotes in quotes": b">" * 100_000 + b" x",
    "nested lists": b"\n".join(b" " * min(2 * n, 200) + b"- x" for n in range(5_000)),
    "list markers": b"- " * 5_000 + b"x",
    "asterisks": b"*a " * 50_000,
    "backticks": b"".join(b"`" * n + b" " for n in range(600)),
    "tags": b"<a " * 50_000,
    "tags in a block": b"<div>\n" + b"<a " * 50_000,
    "comments": b"x <!--a" * 30_000,
    "quoted attributes": b'<div>\n<a b="' * 10_000,
    "links": b"[a](b) " * 20_000,
    "links to nowhere": b"[a]() [b](TODO)\n" * 5_000,
    "words": b"TODO " * 20_000,
    "words on lines": b"TODO\n\n" * 10_000,
    "a long line": b"x" * 200_000,
    "addresses": b"https://TODO " * 10_000,
    "an address": b"https://" + b"TODO/" * 30_000,
    "template gaps": b"{{ " * 40_000,
    "insert": b"<insert " * 20_000 + b"[insert " * 10_000,
    "lorem": b"lorem " * 30_000,
    "apply": b"apply " * 30_000 + b"[here](x)",
    "apply to": b"to " * 30_000 + b"[" + b"to " * 20_000 + b"apply](x)",
    "headings": b"# a\n" * 15_000,
    "headings of all levels": b"".join(b"#" * (1 + n % 6) + b" a\n" for n in range(10_000)),
    "parentheses in the title": b"# " + b"(" * 200_000 + b"\n## Qualifications",
    "marks in a heading": b"# " + b"!" * 200_000 + b"a\n## Qualifications",
    "spaces in a heading": b"# a" + b" !" * 100_000 + b"a\n## Qualifications",
    "groups of digits": b"XXX." * 60_000 + b"a",
    "many X": b"X" * 200_000 + b"a",
    "written addresses": b"apply " * 1_000 + b"x" * 200_000,
    "a reason of spaces": b"<!-- careers: allow title:" + b" " * 200_000 + b"x",
    "identities": b"id = " * 40_000,
    "table": b"|a|b|\n|-|-|\n" + b"|TODO|d|\n" * 3_000,
    "definitions": b"".join(b"[a%d]: TODO\n" % n for n in range(10_000)),
    "openings of definitions": b"[a\n\n" * 60_000 + b"]: b",
    "five megabytes": b"TODO [a]()\n" * 500_000,
    "openings of shared texts": b'{{ shared("' * 20_000,
    "shared texts": b'{{ shared("about-us") }}\n\n' * 8_000,
    "unclosed links": b"[a](https://x " * 15_000,
    "links and brackets left over": b"[a](b)) " * 25_000,
    "links and angles left over": b"[a](b)> " * 25_000,
    "opening parentheses and links": b"(" * 100_000 + b"[a](b))" * 10_000,
    "stars that open nothing": b"a **b " * 40_000,
    "stars and blanks": b"** a " * 40_000,
    "words in brackets": b"[" + b"a " * 100_000 + b"] (https://x)",
    "bars": b"|" * 100_000 + b"\n" + b"|-" * 50_000,
    "blanks in a table's rule": b"a|b\n" + b"-- " * 30_000 + b"|" + b" " * 60_000 + b"x",
    "bullets that are none": "• a\n".encode() * 40_000,
    "lists begun anew": b"# Interview process\n" + b"1. a\n2. b\n- c\n3. d\n" * 8_000,
    "code that is a list": b"a\n\n" + b"    - list\n" * 20_000,
    "sections alike": b"".join(b"## About us %d\n%s\n" % (n, b"we " * 30) for n in range(1500)),
    "one section of many words": b"## About us\n" + b"word " * 40_000,
    "images": b"![a](b.png) " * 15_000,
    "addresses of others": b"[a](http://example.com/a) " * 9_000,
    "allowances": b"<!-- careers: allow title: x -->\n" * 5_000,
    "allow": b"<!-- careers: allow " * 10_000,
    "yaml brackets": b"---\ntitle: " + b"[" * 100_000 + b"\n---\n",
    "yaml sequences": b"---\n" + b"- " * 100_000 + b"\n---\n",
    "yaml fields": b"---\n" + b"".join(b"k%d: TODO\n" % n for n in range(4_000)) + b"---\n",
    "yaml text": b'---\ntitle: "' + b"TODO\n" * 30_000 + b'"\n---\n',
    "yaml colons": b"---\n" + b"a:" * 100_000 + b"\n---\n",
}


def check(data: bytes, path: str = "postings/a.md") -> tuple[Posting, list[Finding]]:
    """Read and check one file, and report it as text."""
    posting = read_posting(path, data, SHARED)
    twin = read_posting("postings/b.md", data.replace(b"we ", b"they ", 99) + b" more")
    postings = (posting, twin) if b"## About us" in data else (posting,)
    files = RepositoryFiles(
        lambda _: False, lambda _: ImageSize(9_000_000), tuple(SHARED.values()), owners=OWNERS
    )
    context = Context(Settings(), date(2026, 6, 1), postings, files)
    findings = [f for f in check_all(context) if f.path == posting.path]
    render(findings[:50], {posting.path: posting.source}, 1).encode()
    return posting, findings


def assert_inside(posting: Posting, findings: list[Finding]) -> None:
    """Every place exists, and begins before it ends."""
    lines = posting.source.lines
    for finding in findings:
        span = finding.span
        assert 1 <= span.line <= len(lines), finding
        assert 1 <= span.end_line <= len(lines), finding
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, finding
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, finding
        assert (span.line, span.column) <= (span.end_line, span.end_column), finding
        assert finding.message.isprintable(), finding


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """A text made to be slow is not."""
    begin = time.process_time()
    posting, findings = check(HOSTILE[name])
    assert time.process_time() - begin < SECONDS
    assert_inside(posting, findings)


PIECES = st.sampled_from(
    [
        "---\n",
        "---",
        "title: TODO\n",
        "status: draft\n",
        "[",
        "](",
        ")",
        "[a](TODO)",
        "![](",
        '<a href="">',
        "<!--",
        "-->",
        "# ",
        "\n",
        "\n\n\n",
        "> ",
        "- ",
        "1. ",
        "`",
        "```\n",
        "    ",
        "\t",
        "\r\n",
        "\x00",
        "\u2028",
        "\x85",
        "\ufeff",
        "TODO",
        "{{",
        "}}",
        "\\",
        "&#0;",
        "<insert ",
        ": ",
        '"',
        "apply ",
        "\n",
        "[x]: TODO\n",
        "a ",
        " b\n--- ",
        " ---\n",
        "<td>",
        "&a ",
        "*a",
        "!!x ",
        "## \n",
        "javascript:",
        "file:///",
        "#x",
        "https://[",
        "Interview process\n",
    ]
)
TEXT = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)
LIMITS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


@LIMITS
@given(TEXT, st.booleans())
def test_any_text(text: str, front: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    """No text makes a check raise or point outside the file."""
    data = f"---\n{text}\n---\n{text}" if front else text
    assert_inside(*check(data.encode("utf-8", "surrogatepass")))


@LIMITS
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes do either."""
    assert_inside(*check(data))


@LIMITS
@given(st.sampled_from(CASES), st.data())
def test_mutated_cases(path: Path, data: st.DataObject) -> None:
    """Nor does a posting with something put in, cut out or said twice."""
    text = path.read_bytes()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    put = data.draw(TEXT | st.just("")).encode("utf-8", "surrogatepass")
    again = text[start:end] if data.draw(st.booleans()) else b""
    assert_inside(*check(text[:start] + put + again + text[end:]))
