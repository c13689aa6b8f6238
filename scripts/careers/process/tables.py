"""The rows of a table as steps: each by the cell that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careers.process.items import Block, RawStep

if TYPE_CHECKING:
    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline

# A number, a time, a day: cells that name nothing.
_COUNTS = re.compile(
    r"[\W\d_]*(?:(?:min|minutes?|minuten|hours?|hrs?|h|days?|weeks?)\b\W*)?", re.IGNORECASE
)


def rows_in(body: Markdown, block: Block) -> Iterator[RawStep]:
    """A step for each row but the head, its text that of the first column which has words."""
    rows = list(_rows(body, block))
    column = next((n for n in range(len(rows[0])) if _names(rows, n)), None) if rows else None
    for row in rows if column is not None else ():
        if column is not None and column < len(row):
            inline = row[column]
            text = " ".join(inline.content.split())
            yield RawStep(inline.span(0, len(inline.content)), inline if text else None, text)


def _names(rows: list[list[Inline]], column: int) -> bool:
    cells = [row[column].plain for row in rows if column < len(row)]
    return not all(_COUNTS.fullmatch(cell[:40]) for cell in cells)


def _rows(body: Markdown, block: Block) -> Iterator[list[Inline]]:
    row: list[Inline] = []
    for index in range(block.start, block.end):
        kind = body.tokens[index].type
        if kind == "tr_open":
            row = []
        elif kind == "td_open":
            row.append(body.inline(index + 1))
        elif kind == "tr_close" and row:
            yield row
