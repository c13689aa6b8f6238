"""A posting is read whole, whatever state it is in."""

from __future__ import annotations

import pytest

from careers.posting.frontmatter import Status
from careers.posting.posting import originals
from careers.posting.reading import read_posting


@pytest.mark.parametrize(
    ("data", "title", "body_line", "syntax"),
    [
        (b"", "Product manager", 1, []),
        (b"---", "Product manager", 1, [1]),
        (b"---\n", "Product manager", 2, [1]),
        (b"---\n---", "Product manager", 3, []),
        (b"---\n---\n", "Product manager", 3, []),
        (b"---\ntitle: A\n---\n# B\n", "A", 4, []),
        (b"---\ntitle: A\n...\n# B\n", "A", 4, []),
        (b"--- \ntitle: A\n# B\n", "A", 3, [1]),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n# B\r\n", "A", 4, [1, 1]),
        (b"# \n\n## ![i](x)\n\n## B *c*\n", "B c", 1, []),
        (b"# ![i](x) @ ![j](y)\n\n## Prize\n\n# Cook\n", "Cook", 1, []),
        (b"# ![i](x) @ ![j](y)\n\n## Prize\n", "Product manager", 1, []),
        (b"---\ntitle: A\nteam: [\n---\n# B\n", "A", 5, [4]),
    ],
)
def test_read(data: bytes, title: str, body_line: int, syntax: list[int]) -> None:
    """The title, the body's first line and the lines of what is wrong."""
    posting = read_posting("postings/product-manager.md", data)
    assert posting.title == title
    assert posting.body_line == body_line
    assert [problem.span.line for problem in posting.syntax] == syntax
    assert posting.slug == "product-manager"


def test_without_front_matter_it_is_open() -> None:
    """A file as people had it before counts as an open posting."""
    posting = read_posting("a.md", b"# A\n")
    assert posting.front is None
    assert posting.meta.status is Status.OPEN
    assert posting.readable


def test_a_translation_belongs_to_the_job_of_its_original() -> None:
    """``sales.de.md`` in German is the job ``sales``; a point in a name alone is none."""
    german = read_posting("postings/sales.de.md", b"---\nlanguage: de\n---\n# Vertrieb\n")
    english = read_posting("postings/sales.md", b"# Sales\n")
    dotted = read_posting("postings/vue.js.md", b"# Vue.js developer\n")
    assert [posting.job for posting in (german, english, dotted)] == ["sales", "sales", "vue.js"]
    assert originals([german, english, dotted]) == [english, dotted]
    assert originals([german]) == [german]
