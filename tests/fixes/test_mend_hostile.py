"""Whatever a file holds, mending it and laying it out end soon."""

from __future__ import annotations

import time

import pytest

from careers.fixes.layout import fmt
from fuzz.properties import fixed

SECONDS = 10.0  # of the processor, each; a posting takes hundredths, and machines differ
HOSTILE = {
    "carriage returns": b"a\r" * 60_000,
    "control characters": b"a\x00" * 60_000,
    "line ends": b"a\r\n" * 40_000,
    "lists that would join": b"* a\n\n- b\n\n" * 2_000,
    "items": b"1. a\n" * 8_000,
    "lists in lists": b"".join(b" " * (2 * n) + b"* a\n" for n in range(300)),
    "markers": b"* " * 500 + b"x",
    "headings without blank lines": b"# a\nb\n" * 5_000,
    "comments": b"<!-- careers: allow title: x -->\n\n" * 3_000,
    "comments between lists": b"1. a\n\n<!-- careers: allow title: x -->\n\n" * 1_000,
    "fields": b"---\n" + b"".join(b"k%d: [a] # c\n" % n for n in range(1_500)) + b"---\n",
    "brackets": b"[" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """A text made to be slow is not."""
    for mend in (fixed, fmt):
        begin = time.process_time()
        mend("postings/a.md", HOSTILE[name])
        assert time.process_time() - begin < SECONDS, mend.__name__
