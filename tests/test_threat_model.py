"""The threat model names a test for each claim: there is one of that name."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(test_\w+\.py)(?:::(\w+))?`")


def test_each_claim_has_its_test() -> None:
    """A claim whose test is gone is no claim."""
    text = (ROOT / "docs/threat-model.md").read_text("utf-8")
    named = NAMED.findall(text)
    assert len(named) >= 20
    files = {path.name: path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    assert not [
        n for n in named if n[0] not in files or (n[1] and f"def {n[1]}(" not in files[n[0]])
    ]
