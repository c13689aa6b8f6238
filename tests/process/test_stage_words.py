"""What a stage is called within a sentence."""

from __future__ import annotations

import pytest

from careers.process import spoken


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("phone-screen", "phone screen"),
        ("vp-interview", "VP interview"),
        ("rfc", "RFC"),
        ("meet-hr", "meet HR"),
        ("vpn-setup", "vpn setup"),
    ],
)
def test_initials_stay_capitals(stage: str, said: str) -> None:
    """All else is small: the words come from a label."""
    assert spoken(stage) == said
