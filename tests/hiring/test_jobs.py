"""Which files take applications."""

from __future__ import annotations

import pytest

from careers.checks.support.shape import is_other_file
from careers.hiring.applying.submitting import find_posting, is_job
from careers.posting.reading import read_posting

FILES = [
    ("README", "# Our postings\n\nWrite them here.\n", False),
    ("CONTRIBUTING", "# Rules\n\n[Apply here](https://example.com/apply) the rules.\n", False),
    ("README", "---\ntitle: Baker\n---\n\nWe seek one.\n", True),
    ("baker", "---\ntitle: Baker\n---\n", True),
    ("baker", "# Baker\n\n## Interview process\n\n1. We call you.\n", True),
    ("baker", "# B\u00e4cker\n\n## Bewerbungsprozess\n\n1. Wir rufen dich an.\n", True),
    ("x", "# X\n\nTo apply, write to jobs@example.com.\n", True),
]


@pytest.mark.parametrize(("name", "text", "expected"), FILES)
def test_a_file_that_is_no_posting_takes_no_application(
    name: str, text: str, *, expected: bool
) -> None:
    """It is no job for the site, for labels and for intake, by one rule."""
    posting = read_posting(f"postings/{name}.md", text.encode())
    assert is_job(posting) is expected
    assert is_other_file(posting) is not expected
    assert (find_posting(name, [posting]) is posting) is expected


def test_a_page_of_another_kind_is_left_to_the_site() -> None:
    """It has no page of a job; where an application names it, nobody is turned away."""
    posting = read_posting("postings/hello.md", b"# Hello\n\nA page of ours.\n")
    assert is_other_file(posting)
    assert is_job(posting)
