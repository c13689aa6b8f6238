"""Inputs made of real postings and of what people and tools do to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

TESTS = Path(__file__).parents[1]
CORPORA = [TESTS.parent.parent / "shared" / name for name in ("corpus", "corpus-houses")]
_LINES = 30  # of a seed: what goes wrong needs no more, and 20,000 inputs take minutes, not hours

PIECES = st.sampled_from([
    "---\n", "---", "...\n", "title: TODO\n", "status: Open\n", "posted: 2026/3/2\n",
    'locations: [Berlin, {city: "Köln"}] # where\n', "stages:\n- Phone Screen\n", "salery: 1\n",
    "salary: {min: '60,000', currency: eur}\n", "note: |\n  # text\n\n  more\n", "# a comment\n",
    "\"title\": 'A'\n", "  - a\n", "[", "](", ")", "[a](TODO)", "![](", '<a href="">', "<!--",
    "-->", "<!-- careers: allow title: x -->", " # careers: allow dates: x", "# ", "\n", "\n\n\n",
    "> ",
    "- ", "* ", "+ ", "1. ", "1) ", "10. ", "007. ", "`", "```\n", "~~~\n", "    ", "   ", "  \n",
    " \t", "\t", "\r\n", "\r", "\x00", "\x1b", "\u2028", "\x85", "\xa0", "\ufeff", "TODO", "{{",
    '{{ shared("about-us") }}', "\\", "&#0;", "<div>\n", "</div>\n", "|a|b|\n|-|-|\n|c|d|\n",
    ": ", '"', "'", "apply ", "[x]: TODO\n", "===\n", "***\n", "*a", "**a:** b\n", "!!x ", "## \n",
    "\x0b", "\x0c", "**Requirements:**\n\n", "**a:* ", "#A", "• a\n", "Github ", "teh ",
    "## Interview process\n\n1. You apply.\n- **Team:** b\n4. c\n", "Interview process\n", "&a ",
    "[^1]", "[^1]: a\n", "\n\n[^a b]: ", "    more\n", "> [!NOTE]\n> a\n", "> [!tip]\n",
    "- [ ] a\n", "1. [x] b\n", " https://example.com/a_(b). ", "www.example.com", "a_b@example.com",
    ":tada:", "|:-:|--:|\n", "~a~", "{% include x %}", "{{< x >}}", "{#id}", "To apply, write to ",
    "1. a\n\n   - b\n\n     ```\n     c\n", "- a\n- b\n\n* c\n\ntext\n- d\n", "-\n  a\n", "- - a\n",
])  # fmt: skip
TEXT = st.lists(PIECES | st.text(max_size=5), max_size=20).map("".join)


@cache
def seeds() -> tuple[str, ...]:
    """The postings that inputs are made of: the corpora where they are, and the tests' cases."""
    real = [path for corpus in CORPORA for path in corpus.glob("*.md")]
    paths = [
        *real,
        *TESTS.glob("checks/*/*.md"),
        *TESTS.glob("fixes/*/*.md"),
        *TESTS.glob("language/postings/*.md"),
    ]
    return tuple(path.read_bytes().decode("utf-8", "replace") for path in sorted(paths))


@st.composite
def inputs(draw: st.DrawFn) -> bytes:
    """A part of a posting, changed a few times, as bytes; not always UTF-8."""
    lines = draw(st.sampled_from(seeds())).splitlines(keepends=True)
    start = draw(st.integers(0, max(0, len(lines) - 1))) if draw(st.booleans()) else 0
    text = "".join(lines[start : start + _LINES])
    for _ in range(draw(st.integers(0, 5))):
        text = _changed(draw, text)
    if draw(st.integers(0, 9)) == 0:
        text = text.replace("\n", "\r\n")
    data = text.encode("utf-8", "surrogatepass")
    return data + draw(st.binary(max_size=3)) if draw(st.integers(0, 30)) == 0 else data


def _changed(draw: st.DrawFn, text: str) -> str:
    """Put something in, cut something out, or say it twice; often where a line begins."""
    start = draw(st.integers(0, len(text)))
    if draw(st.booleans()):
        start = text.rfind("\n", 0, start) + 1
    end = min(len(text), start + draw(st.integers(0, 40)))
    put = draw(PIECES | TEXT)
    match draw(st.integers(0, 3)):
        case 0:
            return text[:start] + put + text[start:]
        case 1:
            return text[:start] + text[end:]
        case 2:
            return text[:start] + put + text[end:]
    return text[:end] + put + text[start:end] + text[end:]
