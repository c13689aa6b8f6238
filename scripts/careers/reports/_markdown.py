"""Text of strangers inside the Markdown that GitHub renders."""

from __future__ import annotations

import html
import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:@/])")
_BLANK = re.compile(r"\s+")


def cell(text: str) -> str:
    """A text as one table cell: shown as it is, no Markdown, HTML, mention or link in it."""
    plain = html.escape(_BLANK.sub(" ", text).strip(), quote=False)
    parts = re.split(r"(&(?:amp|lt|gt);)", plain)
    return "".join(part if n % 2 else _SPECIAL.sub(_entity, part) for n, part in enumerate(parts))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[1])};"


def cut(head: str, rows: list[str], limit: int) -> str:
    """``head`` and as many whole rows as fit ``limit`` bytes, with a line that counts the rest."""
    spare = len(f"\n{len(rows)} more rows are left out.\n".encode())
    size = len(head.encode()) + spare
    kept = []
    for row in rows:
        size += len(row.encode())
        if size > limit:
            break
        kept.append(row)
    left = len(rows) - len(kept)
    tail = f"\n{left} more {'row is' if left == 1 else 'rows are'} left out.\n" if left else ""
    return head + "".join(kept) + tail
