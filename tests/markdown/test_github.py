"""Markdown is read as GitHub's own parser, cmark-gfm, reads it."""

from __future__ import annotations

import random
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import cmarkgfm  # type: ignore[import-untyped,unused-ignore]
import pytest

from careers.markdown.document import Markdown
from careers.markdown.emoji import characters
from careers.markdown.parser import parse, to_html
from careers.posting.reading import read_posting
from careers.text.source import Source

SHARED = Path(__file__).parents[3] / "shared"
CORPORA = [SHARED / "corpus", SHARED / "corpus-houses"]
FOOTNOTES = cmarkgfm.cmark.Options.CMARK_OPT_FOOTNOTES
UNSAFE = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE


class _Marks(HTMLParser):
    """Counts links by their target, mentions of footnotes and ways back, boxes, columns."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count a tag."""
        given = {name: value or "" for name, value in attrs}
        target = given.get("href", "")
        if tag == "a" and target.startswith(("#fn", "#Note", "#Ref")):
            self.found["footnote"] += 1
        elif tag == "a" and target:
            self.found[f"link {unquote(target)}"] += 1
        elif tag == "input":
            self.found[f"box {'checked' in given}"] += 1
        elif tag in ("td", "th"):
            side = given.get("align") or given.get("style", "").removeprefix("text-align:")
            self.found[f"{tag} {side}"] += 1
        elif tag in ("del", "s"):
            self.found["struck"] += 1


def marks(html: str) -> Counter[str]:
    """What GitHub adds to Markdown, in a rendered text."""
    parser = _Marks()
    parser.feed(html)
    return parser.found


def ours(text: str) -> Counter[str]:
    """As this project reads it."""
    return marks(to_html(parse(text, {})))


def theirs(text: str) -> Counter[str]:
    """As cmark-gfm reads it."""
    return marks(cmarkgfm.github_flavored_markdown_to_html(text, FOOTNOTES | UNSAFE))


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.com/a_(b), (http://example.com/?a=1&b=2) or www.example.com/x.",
        'HTTPS://example.com "https://example.com" https://example.com&amp; ftp://example.com',
        "jobs@example.com, first_last+jobs@mail.example.com; mailto:jobs@example.com. _a@b.co_",
        "a@b a@b.c1 @b.co https:// http://- xwww.example.com example.com c:www.example.com",
        "https://a_b.example.com https://a.b_c.com https://…/x https://example.com/<b>",
        "`https://example.com` [https://example.com](/x) <https://example.com> \\www.example.com",
        "one[^1] two[^a] again[^1] none[^x]\n\n[^1]: first[^b]\n[^a]: - a list\n\n[^b]: y\n[^c]: z",
        "> quoted[^1]\n>\n> [^1]: there\n\n- item[^2]\n\n  [^2]: text\n\n      more",
        "- [ ] open\n- [x] done\n- [X] done\n- [] none\n- [x]none\n\n1. [ ] open\n   - [x] done",
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n\n~one~ ~~two~~ ~~~three~~~ a~b",
        "# https://example.com\n\n**www.example.com** *jobs@example.com* [^1]\n\n[^1]: x",
    ],
)
def test_as_github_reads_it(text: str) -> None:
    """Addresses, footnotes, boxes, columns and what is struck out."""
    assert ours(text) == theirs(text)


ALPHABET = [
    "http://", "https://", "www.", "a@b.co", "mailto:", "example", "com", ".", "_", "-", "(", ")",
    "*", "~", " ", "\n", "x", "@", ":", "/", "?q=1", "&amp;", ";", "&", "'", '"', "!", ",", "<b>",
    "[", "](", "]", "0", "`", "[^1]", "\n\n[^1]: ", "\n\n- [ ] ", "\n\n- [x] ", "> ",
]  # fmt: skip


def test_most_noise_is_read_alike() -> None:
    """Of what nobody would write, 95 texts in 100."""
    chance = random.Random(7)  # noqa: S311 - no secret
    texts = ["".join(chance.choices(ALPHABET, k=chance.randint(2, 9))) for _ in range(2_000)]
    assert sum(ours(text) == theirs(text) for text in texts) > 1_900


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.name)
def test_real_postings(corpus: Path) -> None:
    """Of the links, footnotes, boxes and columns of real postings, 99 in 100 and more are alike."""
    files = sorted(corpus.glob("*.md"))
    if not files:
        pytest.skip("the corpus is not there")
    alike = other = 0
    for path in files:
        posting = read_posting(f"postings/{path.name}", path.read_bytes())
        text = "\n".join(posting.source.lines[posting.body_line - 1 :])
        here, there = ours(text), theirs(text)
        alike += (here & there).total()
        other += ((here - there) + (there - here)).total()
    assert alike > 250
    assert other <= alike / 100


def test_alerts_stand_at_the_margin() -> None:
    """The five that GitHub knows, in any case, their mark alone on the first line."""
    for kind in ("NOTE", "tip", "Important", "WARNING", "CAUTION"):
        name = kind.lower()
        assert f'"markdown-alert markdown-alert-{name}"' in to_html(parse(f"> [!{kind}]\n> x", {}))
    for text in ("> [!INFO]\n> x", "> [!NOTE] x", "- > [!NOTE]\n  > x", "> > [!NOTE]\n> > x"):
        assert "alert" not in to_html(parse(text, {}))


def test_emoji_by_name() -> None:
    """Names that GitHub knows, outside of code; all others stay as they are."""
    shown = to_html(parse(":tada: a:+1:b `:tada:` :nothing: :octocat: 10:30:00 **:100:**", {}))
    assert shown == (
        "<p>🎉 a👍b <code>:tada:</code> :nothing: :octocat: 10:30:00 <strong>💯</strong></p>\n"
    )
    assert len(characters()) > 1_800


def test_a_heading_with_an_emoji() -> None:
    """It is read with the character, and its id is made of the name, as on GitHub."""
    (heading,) = Markdown(Source("## :rocket: Launch")).headings
    assert (heading.text, heading.anchor) == ("🚀 Launch", ":rocket: Launch")


def test_an_address_with_other_letters() -> None:
    """It leads where a browser finds it, and is shown as it is written."""
    html = to_html(parse("https://münchen.example/straße", {}))
    assert ">https://münchen.example/straße</a>" in html
    assert quote("/straße") in html
