"""No paragraph is a wall.

A paragraph or a list item may have 150 words. On a telephone that fills the screen, and people who
compare twenty postings skim; what stands in the middle of a wall is not read.

**Bad:** one paragraph for the team, the product, the tasks and the tools.

**Good:** one paragraph for each, or a list of the tasks.

**Allow:** `<!-- careers: allow wall-of-text: the law prescribes this text -->` on a line of its own
before the paragraph.

**Source:** the [Federal Plain Language
Guidelines](https://www.plainlanguage.gov/guidelines/organize/write-short-sections/): no more than
150 words in three to eight sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.prose import RUNNING
from careers.checks.support.shape import looks_like_posting
from careers.checks.support.words import prose
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

_LIMIT = 150


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every paragraph that is too long, whole."""
    text = prose(posting)
    if not looks_like_posting(posting):
        return
    for passage in text.passages:
        # A word has a letter and a space: most passages are too short to be counted.
        if len(passage.text) <= 2 * _LIMIT or passage.kind not in RUNNING:
            continue
        words = len(passage.text.split())
        if words > _LIMIT:
            yield Problem(
                passage.span(0, len(passage.text)),
                f"a paragraph of {words} words",
                f"split it, or make a list of it; {_LIMIT} words fill a telephone's screen",
            )
