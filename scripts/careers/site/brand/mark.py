"""The mark of a company that has no logo: the first letter of its name on its colour."""

from __future__ import annotations

from html import escape

SIZE = 32
"""Its sides, in pixels."""


def mark(name: str, fill: str, ink: str, radius: int = 8) -> str:
    """An SVG. Its letter is set in the reader's own sans-serif: nothing is loaded for it.

    A name without a letter or digit gets a ring.
    """
    letter = next((char for char in name if char.isalnum()), "").upper()[:1]
    shape = (
        f'<text x="16" y="16" fill="{ink}" font-family="system-ui,sans-serif" font-size="19"'
        f' font-weight="700" text-anchor="middle" dominant-baseline="central">'
        f"{escape(letter)}</text>"
        if letter
        else f'<circle cx="16" cy="16" r="7" fill="none" stroke="{ink}" stroke-width="5"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<rect width="{SIZE}" height="{SIZE}" rx="{radius}" fill="{fill}"/>{shape}</svg>'
    )
