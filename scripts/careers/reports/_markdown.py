"""Parts of the Markdown that GitHub renders."""

from __future__ import annotations


def folded(summary: str, markdown: str) -> str:
    """Markdown behind a line of plain words that opens it; blank lines keep it Markdown."""
    return f"<details><summary>{summary}</summary>\n\n{markdown.strip()}\n\n</details>\n\n"


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
