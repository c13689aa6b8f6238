"""Which version an offer has whose file is brought now."""

from __future__ import annotations

import re

OFFERS = "offers"
"""The tag of the draft release that holds offers, by whom they are for: `41-offer-1.pdf`."""
_MADE = re.compile(r'^\{"version":2\b.*?"offer":\{[^{}]*?"version":(\d{1,4})\b', re.MULTILINE)


def next_offer(body: str) -> int:
    """One more than the record in an issue's text tells of; without a key it cannot be proved.

    It only names a file: what becomes of it is decided by the signed record.
    """
    found = _MADE.search(body)
    return int(found[1]) + 1 if found else 1
