"""The table of the fonts' widths is what the fonts say."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

TABLE = Path(__file__).parents[2] / "scripts" / "careers" / "build" / "font_widths.json"


def widths(name: str) -> dict[str, int]:
    """How wide each character of a font is, in thousandths of an em."""
    with TTFont(Path(str(files("ttf_opensans"))) / "ttf" / f"{name}.ttf") as font:
        scale, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {
            chr(c): metrics[g][0] * 1000 // scale for c, g in sorted(font.getBestCmap().items())
        }


def test_widths_are_those_of_the_fonts(expected: Callable[[Path, str], None]) -> None:
    """A new version of the fonts changes the table, never the drawing alone."""
    made = {name: widths(name) for name in ("OpenSans-Bold", "OpenSans-Regular")}
    expected(TABLE, json.dumps(made, separators=(",", ":")) + "\n")
