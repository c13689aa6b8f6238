"""The company's look: its colour where it can be read, its fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careers.settings import Theme

# The lightest and the darkest paper that text in the accent stands on; style.css has them too.
_LIGHT, _DARK = ("#fbfaf7", "#ffffff", "#e6f0ee"), ("#121719", "#1a2124", "#17302d")
READABLE = 4.5
"""The contrast of text that WCAG 2.2 asks for (1.4.3)."""


def tokens(theme: Theme) -> str:
    """The CSS that sets what the company chose over the tokens of style.css; may be empty."""
    fonts = {"--sans": theme.font, "--serif": theme.headings}
    rules = [f"{name}: {value};" for name, value in fonts.items() if value]
    css = ""
    dark = theme.accent_dark or theme.accent
    if theme.accent:
        rules += _colours(theme.accent, _LIGHT, "#000000")
    if rules:
        css += _rule(rules)
    if dark:
        css += (
            f"@media (prefers-color-scheme: dark) {{ {_rule(_colours(dark, _DARK, '#ffffff'))}}}\n"
        )
    return f"\n@media screen {{\n{css}}}\n" if css else ""


def _rule(declarations: list[str]) -> str:
    return f":root {{ {' '.join(declarations)} }}\n"


def _colours(colour: str, papers: tuple[str, ...], towards: str) -> list[str]:
    """The colour itself for fields, black or white upon it, and a readable one for text."""
    on = max("#000000", "#ffffff", key=lambda ink: contrast(colour, ink))
    ink = readable(colour, papers, towards)
    return [f"--fill: {colour};", f"--on-accent: {on};", f"--accent: {ink};"]


def readable(colour: str, papers: tuple[str, ...], towards: str) -> str:
    """The colour, mixed with black or white only as far as it can be read on each paper."""
    for part in range(0, 101, 2):
        mixed = _mix(colour, towards, part / 100)
        if all(contrast(mixed, paper) >= READABLE for paper in papers):
            return mixed
    return towards


def contrast(first: str, second: str) -> float:
    """The ratio of two colours' luminance, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return sum(part * value for part, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _mix(colour: str, other: str, part: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
