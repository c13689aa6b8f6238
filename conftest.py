"""What every test shares: expected output kept as files (``pytest --bless``), the same examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine, whatever its speed; `make fuzz` goes looking for new ones.
settings.register_profile("careers", derandomize=True, deadline=None)
settings.load_profile("careers")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--bless``."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected files")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``expected(path, actual)`` holds a text against a file, or writes it with ``--bless``."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        assert actual == known, f"{path.name} differs; look, then run pytest --bless"  # noqa: S101 - it serves tests

    return compare
