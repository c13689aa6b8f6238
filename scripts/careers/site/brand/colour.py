"""Colours as people see them: OKLCH, where equal steps look equal, and contrast as WCAG counts it.

The matrices are those of https://bottosson.github.io/posts/oklab/, in the public domain.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import NamedTuple

_CUTOFF, _LINEAR_CUTOFF = 0.04045, 0.0031308
"""Where the curve of sRGB turns into a line (IEC 61966-2-1)."""
_SLACK = 0.001


class Colour(NamedTuple):
    """``lightness`` from 0 to 1, ``chroma`` from 0 (grey) to about 0.37, ``hue`` in degrees."""

    lightness: float
    chroma: float
    hue: float

    @staticmethod
    def of(code: str) -> Colour:
        """The colour of ``#rrggbb``."""
        red, green, blue = _linear(code)
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
        return Colour(lightness, hypot(a, b), degrees(atan2(b, a)) % 360)

    @property
    def code(self) -> str:
        """``#rrggbb``; less colourful where a screen cannot show it."""
        found, chroma = self._channels(self.chroma), self.chroma
        while not all(-_SLACK <= value <= 1 + _SLACK for value in found) and chroma > _SLACK:
            chroma *= 0.95
            found = self._channels(chroma)
        return "#" + "".join(f"{round(255 * _curved(min(1, max(0, v)))):02x}" for v in found)

    def _channels(self, chroma: float) -> tuple[float, float, float]:
        """Red, green and blue, linear; outside of 0 to 1 where there is no such colour."""
        a, b = chroma * cos(radians(self.hue)), chroma * sin(radians(self.hue))
        long = (self.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
        medium = (self.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
        short = (self.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
        return (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
        )

    def readable(self, *grounds: str, ratio: float = 4.5) -> str:
        """The colour, moved away from the lightness of its grounds only as far as it must be."""
        dark, light = (min(contrast(end, g) for g in grounds) for end in ("#000000", "#ffffff"))
        step, moved = (-0.01 if dark > light else 0.01), self
        while 0 < moved.lightness < 1:
            if all(contrast(moved.code, ground) >= ratio for ground in grounds):
                break
            moved = moved._replace(lightness=min(1.0, max(0.0, moved.lightness + step)))
        return moved.code


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminance, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(code: str) -> float:
    """How bright a colour is, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = _linear(code)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(code: str) -> list[float]:
    values = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [v / 12.92 if v <= _CUTOFF else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def _curved(value: float) -> float:
    if value <= _LINEAR_CUTOFF:
        return 12.92 * value
    return float(1.055 * value ** (1 / 2.4) - 0.055)
