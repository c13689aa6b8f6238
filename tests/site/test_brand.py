"""The look that is made of a name and a colour: readable whatever they are, and always the same."""

from __future__ import annotations

import re
from itertools import product
from xml.etree import ElementTree as ET

import pytest

from careers.site.brand.colour import Colour, contrast
from careers.site.brand.mark import mark
from careers.site.brand.palette import Palette, dark, light
from careers.site.brand.presets import PRESETS
from careers.site.brand.signature import BAND, Grid, signature

# Dark and light, grey and garish; and every corner of what a screen can show.
ACCENTS = [
    "#0b6e4f", "#ffcc00", "#777777", "#0f5c56", "#ff0066", "#5b3df5", "#b8542a", "#ffb6c1",
    *(f"#{r}{g}{b}" for r, g, b in product(("00", "80", "ff"), repeat=3)),
]  # fmt: skip
TEXT, BORDER = 4.5, 3.0
"""The contrast that WCAG 2.2 asks of text (1.4.3), and of what shows where a field is (1.4.11)."""
PAIRS = [
    *(("ink", ground, TEXT) for ground in ("paper", "card", "tint")),
    *(("soft", ground, TEXT) for ground in ("paper", "card", "tint")),
    *(("accent", ground, TEXT) for ground in ("paper", "card", "tint")),
    ("on", "fill", TEXT),
    ("bad", "paper", TEXT),
    ("bad", "badtint", TEXT),
    ("paper", "bad", TEXT),
    ("field", "card", BORDER),
    ("bandink", "bandpaper", TEXT),
    ("bandsoft", "bandpaper", TEXT),
]


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("accent", ACCENTS)
def test_everything_can_be_read_in_every_colour(accent: str, preset: str) -> None:
    """By day and by night, in each preset."""
    for palette in (light(accent, PRESETS[preset]), dark(accent, PRESETS[preset])):
        for ink, ground, ratio in PAIRS:
            found = contrast(palette[ink], palette[ground])
            assert found >= ratio, f"{ink} on {ground}: {palette[ink]} {palette[ground]} {found}"


@pytest.mark.parametrize("accent", ACCENTS)
def test_what_is_filled_has_the_colour_itself(accent: str) -> None:
    """A company knows its colour again, by day."""
    assert light(accent, PRESETS["clear"])["fill"] == accent
    assert light(accent, PRESETS["bold"])["bandpaper"] == accent


def test_a_readable_colour_stays_as_it_is() -> None:
    """It is changed only as far as it must be."""
    assert light("#0f5c56", PRESETS["clear"])["accent"] == "#0f5c56"


def test_both_schemes_and_all_presets_have_the_same_tokens() -> None:
    """Else a rule would have no value in one of them."""
    made: list[Palette] = [f("#0b6e4f", p) for f in (light, dark) for p in PRESETS.values()]
    assert len({frozenset(palette) for palette in made}) == 1


@pytest.mark.parametrize("code", ACCENTS)
def test_a_colour_survives_the_way_to_oklch_and_back(code: str) -> None:
    """To one step of a screen's 255."""
    back = Colour.of(code).code
    pairs = [(int(code[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (1, 3, 5)]
    assert all(abs(one - other) <= 1 for one, other in pairs)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("#ffffff", (1.0, 0.0, None)),
        ("#000000", (0.0, 0.0, None)),
        ("#ff0000", (0.628, 0.258, 29.2)),
        ("#00ff00", (0.866, 0.295, 142.5)),
        ("#0000ff", (0.452, 0.313, 264.1)),
    ],
)
def test_oklch_is_that_of_css(code: str, expected: tuple[float, float, float | None]) -> None:
    """The values that CSS Color 4 gives; a grey has any hue."""
    found = Colour.of(code)
    assert found.lightness == pytest.approx(expected[0], abs=0.001)
    assert found.chroma == pytest.approx(expected[1], abs=0.001)
    assert expected[2] is None or found.hue == pytest.approx(expected[2], abs=0.1)


def test_contrast_is_that_of_wcag() -> None:
    """Black on white, and the grey that just fails."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_name_has_one_drawing_and_another_name_another() -> None:
    """The same in every build."""
    assert signature("Example Tools") == signature("Example Tools")
    assert len({signature(f"Company {number}") for number in range(20)}) == 20


@pytest.mark.parametrize("name", ["", "Example Tools", '"><script>', "株式会社", "x" * 500])
@pytest.mark.parametrize("grid", [BAND, Grid(8, 9, 70)])
def test_a_drawing_is_paths_alone_inside_its_field(name: str, grid: Grid) -> None:
    """Nothing of the name is in it; it leaves its beginning to the heading."""
    svg = signature(name, grid)
    ET.fromstring(f"<svg>{svg}</svg>")  # noqa: S314 - our own
    assert re.fullmatch(r'(?:<path fill-opacity="[\d.]+" d="[MhvazHm\d .-]+"/>)+', svg)
    starts = [(int(x), int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)", svg)]
    assert all(0 <= x <= grid.width and 0 <= y <= grid.height for x, y in starts)
    early = sum(x < grid.width / 2 for x, _ in starts)
    assert early < len(starts) / 2


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Example", ">E<"), ("  über", ">Ü<"), ("株式会社", ">株<"), ("<b>", ">B<"), ("ß", ">S<")],
)
def test_a_mark_has_the_first_letter(name: str, letter: str) -> None:
    """In capitals, as text."""
    svg = mark(name, "#0b6e4f", "#ffffff")
    assert letter in svg
    ET.fromstring(svg)  # noqa: S314 - our own


@pytest.mark.parametrize("name", ["", "!?"])
def test_a_name_without_a_letter_has_a_ring(name: str) -> None:
    """No empty square."""
    assert "<circle" in mark(name, "#0b6e4f", "#ffffff")
