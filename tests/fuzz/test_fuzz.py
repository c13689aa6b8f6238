"""A slice of ``make fuzz``: whatever a file holds, nothing stumbles and nothing is lost."""

from __future__ import annotations

import pytest

from fuzz.inputs import seeds
from fuzz.run import batch


@pytest.mark.parametrize("number", range(4))
def test_slice(number: int) -> None:
    """Fifty inputs each: spans inside, fix and fmt idempotent, what renders unchanged."""
    assert seeds()
    _, failing, why = batch(1_000 + number, 50)
    assert not why, f"{failing!r}\n{why}"
