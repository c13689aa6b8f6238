"""Every colour of the pages, made of the company's one, by day and by night, and readable.

Greys carry the company's hue. What the colour fills is the colour itself; what is written in it is
made darker (on dark paper lighter) only as far as a contrast of 4.5 needs.
"""

from __future__ import annotations

from careers.site.brand.colour import Colour, contrast
from careers.site.brand.presets import Preset

Palette = dict[str, str]
"""``#rrggbb`` by the name of its token.

``paper``, ``card`` and ``tint`` are grounds; ``ink``, ``soft`` and ``accent`` are written on them;
``line`` and ``edge`` part, ``field`` is the border of what takes input; ``on`` is written on
``fill``; ``bad`` and ``badtint`` are an error and its ground. The band at the top of a page has
``bandpaper``, ``bandink`` and ``bandsoft``, its drawing runs from ``mark2`` to ``mark``.
"""

_WARM = 85.0
"""The hue of warm paper."""
_COLOURFUL = 0.14
"""The chroma from which on a colour is one: greys of a greyer one are greyer themselves."""
_READABLE = 4.5


def light(code: str, preset: Preset) -> Palette:
    """The colours by day."""
    accent = Colour.of(code)
    grey = min(accent.chroma, _COLOURFUL) / _COLOURFUL
    hue = _WARM if preset.warm else accent.hue
    paper = Colour(0.985, 0.009, hue).code if preset.warm else "#ffffff"
    tint = Colour(0.968, 0.017 * grey, accent.hue).code
    second = accent._replace(
        lightness=min(0.78, accent.lightness + 0.16), hue=(accent.hue + 55) % 360
    )
    made = {
        "paper": paper,
        "card": "#ffffff",
        "tint": tint,
        "edge": Colour(0.93, 0.03 * grey, accent.hue).code,
        "ink": Colour(0.225, 0.022 * grey, hue).code,
        "soft": Colour(0.5, 0.018 * grey, hue).readable(paper, tint, ratio=5),
        "line": Colour(0.91, 0.01 if preset.warm else 0.007 * grey, hue).code,
        "field": Colour(0.66, 0.015 * grey, hue).readable(paper, tint, ratio=3.2),
        "accent": accent._replace(lightness=min(accent.lightness, 0.62)).readable(paper, tint),
        "fill": code,
        "on": _ink_on(code),
        "bad": Colour(0.52, 0.19, 27).readable(paper, ratio=5),
        "badtint": Colour(0.965, 0.018, 27).code,
    }
    return made | _band(made, preset, code, mark=code, second=second.code)


def dark(code: str, preset: Preset) -> Palette:
    """The colours by night: the company's is as light as dark paper needs."""
    accent = Colour.of(code)
    grey = min(accent.chroma, _COLOURFUL) / _COLOURFUL
    hue = _WARM if preset.warm else accent.hue
    paper, card = Colour(0.185, 0.012 * grey, hue).code, Colour(0.222, 0.014 * grey, hue).code
    tint = Colour(0.245, 0.03 * grey, accent.hue).code
    chroma = min(accent.chroma, _COLOURFUL)
    fill = Colour(max(accent.lightness, 0.74), chroma, accent.hue).readable(card, tint, ratio=5.5)
    made = {
        "paper": paper,
        "card": card,
        "tint": tint,
        "edge": Colour(0.32, 0.04 * grey, accent.hue).code,
        "ink": Colour(0.945, 0.006 * grey, hue).code,
        "soft": Colour(0.72, 0.012 * grey, hue).readable(card, tint, ratio=5),
        "line": Colour(0.315, 0.012 * grey, hue).code,
        "field": Colour(0.5, 0.015 * grey, hue).readable(card, tint, ratio=3.2),
        "accent": fill,
        "fill": fill,
        "on": Colour(0.19, 0.035 * grey, accent.hue).code,
        "bad": Colour(0.7, 0.15, 25).readable(card, ratio=5),
        "badtint": Colour(0.25, 0.045, 25).code,
    }
    second = Colour(0.66, min(accent.chroma, 0.13), (accent.hue + 55) % 360).code
    band = Colour(0.33, min(accent.chroma, 0.1), accent.hue).code
    return made | _band(made, preset, band, mark=fill, second=second)


def _band(made: Palette, preset: Preset, full: str, mark: str, second: str) -> Palette:
    """The band's own colours; ``full`` is its ground where it is filled."""
    if preset.band == "fill":
        ink = _ink_on(full)
        return {
            "bandpaper": full,
            "bandink": ink,
            "bandsoft": ink,
            "mark": ink,
            "mark2": second,
        }
    return {
        "bandpaper": made[preset.band],
        "bandink": made["ink"],
        "bandsoft": made["soft"],
        "mark": mark,
        "mark2": second,
    }


def _ink_on(ground: str) -> str:
    """White where it can be read, else nearly black in the ground's hue."""
    if contrast("#ffffff", ground) >= _READABLE:
        return "#ffffff"
    found = Colour.of(ground)
    grey = min(found.chroma, _COLOURFUL) / _COLOURFUL
    return Colour(0.2, 0.03 * grey, found.hue).readable(ground)
