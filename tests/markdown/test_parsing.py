"""Markdown is read with the rules that a text can use, and into the tokens that all would make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from careers.markdown.parser import parse, parser
from fuzz.inputs import TEXT, seeds

HOSTILE = sorted((Path(__file__).parents[1] / "site" / "hostile").glob("*.md"))
PLACED = ("link", "image", "autolink", "html_inline", "backticks")
# Where one rule's sign stands among another's: markers in a row, indents, ends of lines, nesting.
MARKS = st.sampled_from([
    "\n", "\n", "\n\n", " ", "  ", "   ", "    ", "\t", ">", "> ", "- ", "-", "* ", "+ ", "1. ",
    "10) ", "***", "* * *", "---", "- - -", "___", "===", "=", "--", "`", "```", "~~~", "~~", "|",
    "|-|-|", ":-", "[", "]", "](", ")", "![", "[a]:", " b", "<", ">", "<b>", "<!--", "-->", "<?",
    "<https://a.example>", "<a@example.com>", "</div>", "<div>", "&", "&amp;", "\\", "\\\n", "*",
    "**", "_", "__", "~", "!", "#", "## ", "####### ", "a", "b c", "1", ":", "'", '"', "\r", "\0",
    "\xa0", "\u2028", "\x0b", "  \n", "{{", "[" * 25, "*" * 25, "> " * 25, "- " * 25,
    "\na\nb\n", "\n- a\n- b", "\n1. a\n2. b\n", "\n*   a\n\n", "\n## a\n", "\n[a\nb]: /c\n",
    "\n401k", "[a](https://b.example/c_d)", "[a b](http://c.example)",
])  # fmt: skip
MARKED = st.lists(MARKS, max_size=30).map("".join)


def plain() -> MarkdownIt:
    """markdown-it as it comes, but for the places of links and code."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    ruler = markdown.inline.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(), strict=True))
    for name in PLACED:
        ruler.at(name, placed(rules[name]))
    return markdown


def placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """A rule whose first token that is no text says where it stands."""

    def remembering(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        made = [token for token in state.tokens[before:] if token.type != "text"]
        if found and not silent and made:
            made[0].meta = made[0].meta | {"at": (start, state.pos)}
        return found

    return remembering


PLAIN = plain()


def same(text: str) -> None:
    """Assert that both read a text alike, every attribute of every token, and its definitions."""
    wanted: dict[str, object] = {}
    found: dict[str, object] = {}
    tokens = PLAIN.parse(text, wanted)
    assert parse(text, found) == tokens
    assert found == wanted
    assert parser().parse(text) == tokens


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_hostile(path: Path) -> None:
    """What is made to break out of a page is read as ever."""
    same(path.read_text("utf-8"))


def test_postings() -> None:
    """Real postings, and the cases of the checks and of mending."""
    for text in seeds():
        same(text)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@example("______\n\na\n- * * * * *\n\n> -----")
@example("-\n    a\n\n-     b\n\n1.\n   - c")
@example("> 1. a\n>    ===\n> - ---\n>   b\n>   -")
@example("a &amp; \\* b\n![*c* &copy;](d)\n")
@example(
    "**a:** b\n\n**a b** \xa0c! ]\n\n**a**\n\n**\xa0a** b\n\n**a **b\n\n**a** **b** ~c !\n\na & b"
)
@example("\n \n# a\n- b\n- c\n## d #\n1. e\n7. *f*\n\n\t\n**g** h\nij\n* k\n\n+ l\n+ [m]\n ")
@example("# a|b\n|-|-|\n\nc|d\n- |-\n\n- e|f\n- |-\n\n1. g|h\n-|-\n")
@given(MARKED | TEXT)
def test_any_text(text: str) -> None:
    """Whatever stands in a text, however it is nested."""
    same(text)


def test_a_long_label() -> None:
    """A definition may begin far from where it says that it is one."""
    same(f"[{'a' * 1200}\nb]: /c\n\n[d]\n\n[e]: /f\n[g] h\n\n- [i]: /j\n\n[k] l\n")


@given(st.from_regex(r"https?://[a-z0-9.-]{1,12}(?:[/?#=&%.~_A-Z-]|xn--){0,6}", fullmatch=True))
def test_addresses(url: str) -> None:
    """What is said to be normal is what markdown-it would make of it."""
    assert parser().normalizeLink(url) == PLAIN.normalizeLink(url)
