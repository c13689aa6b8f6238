"""Counts of groups in which nobody is told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

LEAST = 5
"""People of a group that is named."""
OTHERS = "others"


def folded(names: Iterable[str]) -> list[tuple[str, int]]:
    """Each group of five and more with its count, the largest first; smaller ones together.

    Where those together are fewer than five, the smallest named group joins them: else what is
    left of the sum would tell them apart. Nothing where all are fewer than five.
    """
    counts = Counter(names)
    named = sorted(
        ((name, count) for name, count in counts.items() if count >= LEAST),
        key=lambda group: (-group[1], group[0]),
    )
    rest = counts.total() - sum(count for _, count in named)
    while named and 0 < rest < LEAST:
        rest += named.pop()[1]
    if rest < LEAST:
        return named
    return [*named, (OTHERS, rest)]
