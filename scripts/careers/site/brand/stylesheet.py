"""The tokens that stand above the shipped stylesheet: colours, shapes, faces, the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from careers.site.brand.palette import Palette, dark, light
from careers.site.brand.presets import PRESETS
from careers.site.brand.signature import BAND, signature

if TYPE_CHECKING:
    from careers.settings import Settings, ThemeSettings

ACCENT = "#0b6e4f"
"""The colour of a company that names none."""


def palettes(theme: ThemeSettings) -> tuple[Palette, Palette]:
    """The colours by day and by night."""
    preset = PRESETS[theme.preset]
    accent = theme.accent or ACCENT
    return light(accent, preset), dark(theme.accent_dark or accent, preset)


def tokens(settings: Settings) -> str:
    """The CSS that gives every token of style.css its value."""
    by_day, by_night = palettes(settings.theme)
    day = _declared({**by_day, **_shape(settings.theme), "signature": drawing(settings)})
    night = _declared(by_night)
    return (
        f":root {{{day}}}\n@media screen and (prefers-color-scheme: dark) {{ :root {{{night}}} }}\n"
    )


def signed(settings: Settings) -> str:
    """The name that the drawing is made of."""
    return settings.company.name or settings.site.url


def drawing(settings: Settings) -> str:
    """The company's drawing as an image of CSS."""
    paths = signature(signed(settings)).replace('"', "'")
    size = f"viewBox='0 0 {BAND.width} {BAND.height}'"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{paths}</svg>"
    return f'url("data:image/svg+xml,{quote(svg, safe=_KEPT)}")'


_KEPT = " '=/:;,.-()"
"""Characters that a data address in quotes may hold as they are."""


def _shape(theme: ThemeSettings) -> dict[str, str]:
    preset = PRESETS[theme.preset]
    made = {
        "head": theme.headings or preset.heading,
        "weight": str(preset.weight),
        "track": preset.tracking,
        "radius": theme.radius or preset.radius,
        "pill": theme.radius or preset.pill,
    }
    return made | ({"sans": theme.font} if theme.font else {})


def _declared(values: dict[str, str]) -> str:
    return "".join(f" --{name}: {value};" for name, value in values.items()) + " "
