"""The images for social networks: drawn without the system's fonts, never with boxes."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
import resvg_py
import ttf_opensans  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageStat

from careers.build import card_png as cards
from careers.build.inputs import load_templates
from careers.site.assets.card_svg import Font, draw, shown, wrapped
from careers.site.brand.signature import Grid, signature
from careers.site.model.card import HEIGHT, WIDTH, Card
from careers.text.diagnostics import CareersError
from feeds import files, posting, site

ROOT = Path(__file__).parents[2]
CARD = Card(
    template=load_templates()["social.svg.j2"],
    title="Developer Product Manager",
    company="Example Tools",
    where="Lisbon, Portugal · Hybrid · Full-time",
    pay="€72,000 a year",
    drawing=signature("Example Tools", Grid(5, 9, 70)),
)
BOLD, REGULAR = cards.fonts()
ROOM = 760


def pixels(png: bytes) -> bytes:
    """The picture itself, unpacked by the standard library alone."""
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    return zlib.decompress(packed)


def size(png: bytes) -> tuple[int, int]:
    """Width and height."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_an_image_is_a_png_of_the_size_that_networks_want() -> None:
    """1200 by 630, and its text is there."""
    made = cards.render(CARD)
    assert size(made) == (WIDTH, HEIGHT) == (1200, 630)
    for part in ("title", "company", "where", "pay"):
        assert pixels(cards.render(replace(CARD, **cast("Any", {part: ""})))) != pixels(made), part


def test_a_machine_without_fonts_draws_the_same_bytes(tmp_path: Path) -> None:
    """Another process, another home and no font configuration change no byte."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from careers.build.card_png import render; from careers.site.model.card import Card;"
        "sys.stdout.buffer.write(render(Card(*sys.argv[2:])))"
    )
    card = [CARD.template, CARD.title, CARD.company, CARD.where, CARD.pay, CARD.fill, CARD.ink]
    card += [CARD.drawing]
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "scripts"), *card],
        env={"HOME": str(tmp_path), "FONTCONFIG_FILE": os.devnull, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == cards.render(CARD)


def difference(one: bytes, other: bytes) -> float:
    """How far apart two pictures are on average, seen from afar, from 0 to 255."""
    pictures = [Image.open(io.BytesIO(png)).convert("RGB").reduce(10) for png in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*pictures)).mean)


def drawn_whole(card: Card) -> bytes:
    """A card as the SVG says, by a program that knows all of SVG."""
    fonts = [str(path) for path in (Path(ttf_opensans.__file__).parent / "ttf").glob("*.ttf")]
    svg = draw(card, BOLD, REGULAR)
    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=fonts, font_family="Open Sans"
    )


@pytest.mark.parametrize("title", ["Developer Product Manager", "Инженер Łódź Ελλάδα Việt", ""])
def test_words_upon_the_drawing_look_as_if_drawn_with_it(title: str) -> None:
    """Wherever the template puts them; the picture needs few colours."""
    card = replace(CARD, title=title)
    near = difference(cards.render(card), drawn_whole(card))
    assert near < 2
    for part in ("company", "where", "pay"):
        assert (
            difference(cards.render(card), drawn_whole(replace(card, **cast("Any", {part: ""}))))
            > near + 0.1
        )
    assert Image.open(io.BytesIO(cards.render(card))).mode == "P"


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("<text x=", '<text transform="rotate(3)" x='),
        ('<g font-family="Open Sans"', '<g font-family="Open Sans" opacity="0.5"'),
        ("{{ company }}", "<tspan>{{ company }}</tspan>"),
        ("</svg>", '<rect width="900" height="500" fill="#eeeeee"/></svg>'),
        ("{{ company }}", "\u05e9\u05dc\u05d5\u05dd {{ company }}"),
    ],
)
def test_an_own_template_may_use_all_of_svg(part: str, instead: str) -> None:
    """What is more than plain lines of text upon a drawing is drawn whole."""
    card = replace(CARD, template=CARD.template.replace(part, instead))
    assert cards.render(card) == drawn_whole(card)


def test_an_own_drawing_may_have_many_colours() -> None:
    """Then so does the picture."""
    stops = '<stop stop-color="#102030"/><stop offset="1" stop-color="#f0e0d0"/>'
    paper = f'<linearGradient id="g">{stops}</linearGradient><rect width="1200" height="630"'
    rect = '<rect width="{{ width }}" height="{{ height }}" fill="{{ fill }}"'
    assert rect in CARD.template
    card = replace(CARD, template=CARD.template.replace(rect, f'{paper} fill="url(#g)"'))
    assert difference(cards.render(card), drawn_whole(card)) < 2
    assert Image.open(io.BytesIO(cards.render(card))).mode == "RGB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Softwareentwicklerin für Gebäude (m/w/d)", "Softwareentwicklerin für Gebäude (m/w/d)"),
        ("Инженер Łódź Ελλάδα Việt", "Инженер Łódź Ελλάδα Việt"),
        ("Engineer 👩🏽‍🚀 for \u202e rockets ✓", "Engineer for rockets"),
        ("cafe\u0301", "café"),
        ("소프트웨어 엔지니어", ""),
        ("مهندس برمجيات", ""),
        ("Engineer (엔지니어)", ""),
        ("\x07bell", "bell"),
        ("", ""),
    ],
)
def test_what_the_font_lacks_is_left_out_and_never_shown_as_boxes(text: str, expected: str) -> None:
    """A symbol by itself; a text with letters that are missing altogether."""
    assert shown(text, BOLD) == expected


@pytest.mark.parametrize("title", ["소프트웨어 엔지니어", "مهندس برمجيات"])
def test_a_title_in_another_script_gets_a_plain_design(title: str) -> None:
    """The company and the facts stay, a mark stands where the title would."""
    svg = draw(replace(CARD, title=title), BOLD, REGULAR)
    assert CARD.drawing in svg
    assert "Example Tools" in svg
    assert size(cards.render(replace(CARD, title=title))) == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    "title",
    [
        "Engineer",
        "Senior Developer Product Manager for Everything That Moves",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzbeauftragte",
        "W" * 200,
        "a " * 100,
        "</text><script>alert(1)</script> & ]]>",
        "i" * 199,
    ],
)
def test_titles_are_wrapped_inside_the_picture(title: str) -> None:
    """Every line fits by its measured width, and all lines fit above the facts."""
    svg = draw(replace(CARD, title=title), BOLD, REGULAR)
    assert "<script" not in svg
    lines = [part for part in svg.split("<text ") if 'font-weight="700">' in part]
    lines = [line for line in lines if 'fill="' not in line and 'font-size="32"' not in line]
    assert lines
    for line in lines:
        height = int(line.split('font-size="')[1].split('"')[0])
        text = line.split(">", 1)[1].partition("</text>")[0]
        for name, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&amp;", "&")):
            text = text.replace(name, char)
        assert BOLD.width(text, height) <= ROOM
        assert int(line.split('y="')[1].split('"')[0]) < 490


def test_nothing_of_a_title_is_lost_in_wrapping() -> None:
    """Words stay whole where they can, and broken ones are broken with a hyphen."""
    title = "Head of Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau and more"
    lines = list(wrapped(title, BOLD, 80))
    assert "".join(lines).replace("-", "").replace(" ", "") == title.replace(" ", "")
    assert any(line.endswith("-") for line in lines)


@pytest.mark.parametrize(
    "part", ["template", "title", "company", "where", "pay", "fill", "ink", "drawing", "logo"]
)
def test_any_change_of_a_card_is_another_image(part: str) -> None:
    """What the image shows, and how, is all in its name."""
    other = {"template": f"{CARD.template}\n", "fill": "#ff0000"}.get(part, "Other")
    assert replace(CARD, **cast("Any", {part: other})).digest != CARD.digest


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if %}", "no drawing", "<svg"])
def test_a_broken_template_is_named(template: str) -> None:
    """With the way to do without it."""
    with pytest.raises(CareersError, match=r"social\.svg\.j2"):
        cards.render(replace(CARD, template=template))


def test_open_jobs_alone_have_images_and_none_where_they_are_switched_off() -> None:
    """The first page has one, which stands for all the others; closed jobs have none."""
    made = site(posting("engineer"), posting("old", status="closed"))
    drawn = files(replace(made, draw=lambda card: card.title.encode()))
    assert drawn["engineer/social.png"] == b"Engineer"
    assert drawn["social.png"] == b"Work at Example Tools"
    assert sorted(name for name in drawn if name.endswith(".png")) == [
        "engineer/social.png",
        "social.png",
    ]
    assert not any(name.endswith(".png") for name in files(made))


def test_fonts_know_their_widths() -> None:
    """Widths grow with the size, and with the text."""
    assert isinstance(BOLD, Font)
    assert BOLD.width("mm", 40) == 2 * BOLD.width("m", 40) == pytest.approx(78, abs=2)
    assert BOLD.width("mm", 20) == pytest.approx(39, abs=2)
