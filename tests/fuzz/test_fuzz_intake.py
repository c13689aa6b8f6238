"""A slice of ``make fuzz``: whatever is sent, it is an application or is refused in words."""

from __future__ import annotations

import json

import pytest

from careers.intake import read
from careers.text.diagnostics import CareersError
from fuzz.intake_inputs import replaced, samples
from fuzz.intake_properties import hold
from fuzz.run_intake import batch, plan


@pytest.mark.parametrize("source", samples())
def test_each_value_may_be_of_any_kind(source: str) -> None:
    """Every value of every case, whole parts too, replaced by something of another kind."""
    for name, case in samples()[source]:
        for data in replaced(case):
            try:
                hold(data)
            except Exception as error:
                error.add_note(f"{name}: {data.decode()[:2_000]}")
                raise


@pytest.mark.parametrize(("source", "count", "seed"), plan(2_000, 200))
def test_slice(source: str, count: int, seed: int) -> None:
    """Some 6,000 a run: mails with headers, parts and bytes made wrong, and payloads of forms."""
    _, _, data, why = batch(source, count, seed + 1_000)
    assert not why, f"{data!r:.2000}\n{why}"


@pytest.mark.parametrize(
    "payload",
    [
        {"mail": "\ud800"},
        {"mail": "From: a@b.example\n\ud800\n\n\udfff"},
        {"mail": ""},
    ],
)
def test_half_a_character_is_no_traceback(payload: dict[str, str]) -> None:
    """JSON can hold what no text can."""
    with pytest.raises(CareersError):
        read(json.dumps(payload).encode())
