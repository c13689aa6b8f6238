"""The looks that a company chooses from: each is tokens alone, none has a rule of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Name = Literal["clear", "editorial", "bold"]


@dataclass(frozen=True, slots=True)
class Preset:
    """``heading`` is a CSS font stack; ``radius`` and ``pill`` are corners: of fields, of buttons.

    ``band`` is what the top of a page stands on: ``tint``, a breath of the company's colour,
    ``fill``, the colour itself, or ``paper``, no band at all. ``warm`` paper is off-white.
    """

    heading: str
    weight: int
    tracking: str
    radius: str
    pill: str
    band: Literal["tint", "fill", "paper"]
    warm: bool = False


PRESETS: dict[str, Preset] = {
    "clear": Preset("var(--sans)", 650, "-0.028em", "0.625rem", "0.625rem", "tint"),
    "editorial": Preset(
        "var(--serif)", 600, "-0.018em", "0.1875rem", "0.1875rem", "paper", warm=True
    ),
    "bold": Preset("var(--sans)", 800, "-0.04em", "1rem", "2rem", "fill"),
}
