"""Changes to lines, of which only those are made that change nothing a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

# Of many changes, finding the one that must not be made takes a look at each half. A look costs
# as much as the text is long; what has not been looked at is not changed.
_LOOKS = 32
_FEWEST = 3
_CHARACTERS = 120_000


@cache
def _outline() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


def blocks(lines: Sequence[str]) -> list[Token]:
    """The blocks of a text; what stands in them is not read, which is most of the work."""
    return _outline().parse("\n".join(lines))


@dataclass(frozen=True)
class LayoutChange:
    """``lines[start:end]`` become ``new``; changes of one round do not overlap."""

    start: int
    end: int
    new: tuple[str, ...]


def changed(lines: Sequence[str], changes: Iterable[LayoutChange]) -> list[str]:
    """The lines with the changes made."""
    parts: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        parts += [*lines[at : change.start], *change.new]
        at = change.end
    return [*parts, *lines[at:]]


def accepted(
    lines: Sequence[str], changes: Sequence[LayoutChange], same: Callable[[list[str]], bool]
) -> list[str]:
    """The lines with as many of the changes as leave them the ``same``; all, as a rule."""
    changes = [
        change for change in changes if tuple(lines[change.start : change.end]) != change.new
    ]
    if not changes:
        return list(lines)
    good: list[LayoutChange] = []
    looks = max(_FEWEST, min(_LOOKS, _CHARACTERS // (sum(map(len, lines)) + 1)))
    waiting = [changes]
    while waiting and looks:
        group = waiting.pop()
        looks -= 1
        if same(changed(lines, [*good, *group])):
            good += group
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return changed(lines, good)
