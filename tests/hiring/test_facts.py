"""The table of facts, read back as the person wrote it and as people corrected it."""

from __future__ import annotations

import pytest

from careers.hiring.issue import facts
from careers.hiring.issue.sections import with_markers

LINK = "[ada@example.com](mailto:ada@example.com?cc=jobs%2B1%40example.com)"
CALL = "+44 20 7946 0142"


@pytest.mark.parametrize(
    ("rows", "email", "phone"),
    [
        (f"| **Write, call** | {LINK} · {CALL} |", "ada@example.com", CALL),
        (f"| **Write** | {LINK} |", "ada@example.com", ""),
        (f"| **Call** | {CALL} |", "", CALL),
        (f"| **Write, call** | {LINK} · 1 · 2 |", "ada@example.com", "1 · 2"),
        # Corrected in place, by hand: as text, in one half of the link, without the number.
        (f"| **Write, call** | a.e@example.org · {CALL} |", "a.e@example.org", CALL),
        (f"| **Write, call** | {LINK.replace('[ada@', '[a.e@')} · 1 |", "a.e@example.com", "1"),
        ("| **Write, call** | a.e@example.org |", "a.e@example.org", ""),
        # As older texts have it.
        (f"| **E-mail** | {LINK} |\n| **Phone** | {CALL} |", "ada@example.com", CALL),
        ("| **Location** | Lagos |", "", ""),
    ],
)
def test_how_somebody_is_reached(rows: str, email: str, phone: str) -> None:
    """Address and number stand in one row, each is read by itself."""
    body = with_markers("facts", f"| Candidate | Ada |\n|:--|:--|\n{rows}")
    assert (facts.email(body), facts.phone(body)) == (email, phone)
