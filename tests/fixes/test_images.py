"""Where the addresses of images are written, in all the ways that Markdown has."""

from __future__ import annotations

import pytest

from careers.fixes.fix import apply
from careers.fixes.images import addresses, file_stem
from careers.posting.reading import read_posting
from careers.text.diagnostics import Edit, Finding, Severity

A = "https://images.example.net/a.png"
NEW = "images/n.png"


@pytest.mark.parametrize(
    "text",
    [
        f"![x]({A})",
        f"![x](<{A}> 'A (title)')",
        f'![x](  {A}\n  "title" ) and ![y](https://images.example.net/b.png)',
        f"[![x]({A})](https://example.com/a.png)",
        f"![x [y](z) \\] ]({A} (title))",
        f"> quoted\n> ![two\n> lines]({A})",
        f"- one\n\n  1. ![x]({A})",
        f"| a | b |\n|---|---|\n| c\\|d | ![x\\|y]({A}) |",
        f"![x][r]\n\n[r]: {A} 'title'",
        f"![r] ![r][] ![x][r]\n\n[r]:\n  <{A}>\n  'title'",
        f"> ![r]\n\n> [r]: {A}",
        f"![x]({A}) ![y]({A})\n\n## B\n\n![x]({A})",
        f"![x]({A}) [a link]({A.replace('a.png', 'c.png')})",
        f"![x](\u00e4.png) \u00e4 ![x]({A})",
    ],
)
def test_an_address_is_replaced_and_nothing_else(text: str) -> None:
    """The text differs by the address; what renders differs by the image's source."""
    text = f"# A\n\n{text}\n\nEnd.\n"
    posting = read_posting("postings/a.md", text.encode())
    images = [link for link in posting.body.links if link.image and link.target == A]
    places = [place for link in images for place in addresses(posting, link.target, link.span)]
    edits = tuple(Edit(place, NEW) for place in dict.fromkeys(places))
    span = images[0].span
    made, _ = apply(text, [Finding("a", span, "c", Severity.NOTE, "", edits=edits)])
    assert made == text.replace(A, NEW)
    after = read_posting("postings/a.md", made.encode()).body.links
    assert [link.target for link in after] == [
        NEW if link.image and link.target == A else link.target for link in posting.body.links
    ]


@pytest.mark.parametrize(
    ("text", "target", "written"),
    [
        ("![x](https://e.example/a\\_b.png)", "https://e.example/a_b.png", None),
        ("![x](https://e.example/?a=1&amp;b=2)", "https://e.example/?a=1&b=2", None),
        ("![x](<https://e.example/a b.png>)", "https://e.example/a%20b.png", "a b.png"),
        ("![x](https://e.example/\u00e4.png)", "https://e.example/%C3%A4.png", "\u00e4.png"),
        ("![x](https://e.example/(a).png)", "https://e.example/(a).png", "(a).png"),
    ],
)
def test_addresses_that_are_written_otherwise(text: str, target: str, written: str | None) -> None:
    """Escapes, entities, blanks and letters: the whole of what is written is found."""
    posting = read_posting("a.md", text.encode())
    (link,) = posting.body.links
    assert link.target == target
    (place,) = addresses(posting, link.target, link.span)
    found = text[place.column - 1 : place.end_column - 1]
    assert found.startswith("https://e.example/")
    assert text[place.end_column - 1] in ")>"
    assert written is None or found.endswith(written)


def test_a_definition_that_links_need_stays() -> None:
    """A link to the picture would lead to a file that is no page."""
    text = f"![x][r] and [the picture][r]\n\n[r]: {A}\n"
    posting = read_posting("a.md", text.encode())
    assert addresses(posting, A, posting.body.links[0].span) == []


@pytest.mark.parametrize(
    "text",
    ["](" * 20_000, "![](" + "](" * 20_000 + ")", "![" + "](x" * 20_000 + f"]({A})"],
    ids=["marks", "target", "label"],
)
def test_texts_made_to_be_slow_are_not(text: str) -> None:
    """Each place is looked at once."""
    posting = read_posting("a.md", text.encode())
    for link in posting.body.links:
        addresses(posting, link.target, link.span)


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("https://e.example/x/Our%20Office_2.JPG?w=100#a", "our-office-2"),
        ("https://e.example/", "image"),
        ("https://e.example/\u6771\u4eac.png", "image"),
        ("https://e.example/CON.png", "image"),
        ("https://e.example/..%2F..%2Fetc%2Fpasswd", "passwd"),
        (f"https://e.example/{'a' * 300}.png", "a" * 60),
    ],
)
def test_names_that_are_safe_everywhere(address: str, stem: str) -> None:
    """Small letters, digits and hyphens, and nothing that an operating system keeps."""
    assert file_stem(address) == stem
