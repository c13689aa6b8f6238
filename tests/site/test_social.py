"""The images for social networks: drawn without the system's fonts, kept, never with boxes."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from careers.build import card_png as cards
from careers.build import social
from careers.build.inputs import load_templates
from careers.site.assets.card_svg import Font, draw, shown, wrapped
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
)
BOLD, REGULAR = cards._fonts()  # noqa: SLF001 - the fonts that are drawn with
ROOM = 1040


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
        assert pixels(cards.render(replace(CARD, **{part: ""}))) != pixels(made), part


def test_a_machine_without_fonts_draws_the_same_bytes(tmp_path: Path) -> None:
    """Another process, another home and no font configuration change no byte."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from careers.build.card_png import render; from careers.site.model.card import Card;"
        "sys.stdout.buffer.write(render(Card(*sys.argv[2:])))"
    )
    card = [CARD.template, CARD.title, CARD.company, CARD.where, CARD.pay, CARD.accent]
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT / "scripts"), *card],
        env={"HOME": str(tmp_path), "FONTCONFIG_FILE": os.devnull, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == cards.render(CARD)


def test_the_text_is_drawn_with_the_font_that_is_shipped() -> None:
    """Without its files the picture has no text at all: nothing of the system is used."""
    import resvg_py  # noqa: PLC0415 - to draw without the fonts

    svg = draw(CARD, BOLD, REGULAR)
    bare = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    blank = cards.render(replace(CARD, title="\u200b.", company="", where="", pay=""))
    assert pixels(bare) != pixels(cards.render(CARD))
    assert len(bare) < len(blank)


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
    assert "<circle" in svg
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
    lines = [line for line in lines if 'fill="' not in line]
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


def test_an_image_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it comes out of the folder, and nothing that draws is called."""
    first = social.drawer(tmp_path)(CARD)
    monkeypatch.setattr(cards, "render", lambda _card: pytest.fail("drawn again"))
    assert social.drawer(tmp_path)(CARD) == first


def test_what_draws_is_not_loaded_for_images_that_are_kept(tmp_path: Path) -> None:
    """A build whose postings did not change pays for reading files alone."""
    social.drawer(tmp_path)(CARD)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path;"
        "from careers.build.social import drawer; from careers.site.model.card import Card;"
        "drawer(Path(sys.argv[2]))(Card(*sys.argv[3:]));"
        "assert not {'resvg_py', 'careers.site.assets.card_svg'} & set(sys.modules)"
    )
    card = [CARD.template, CARD.title, CARD.company, CARD.where, CARD.pay, CARD.accent]
    arguments = [sys.executable, "-c", program, str(ROOT / "scripts"), str(tmp_path), *card]
    subprocess.run(arguments, check=True)


@pytest.mark.parametrize("part", ["template", "title", "company", "where", "pay", "accent"])
def test_any_change_of_a_card_is_another_image(part: str) -> None:
    """What the image shows, and how, is all in its name."""
    other = {"template": f"{CARD.template}\n", "accent": "#ff0000"}.get(part, "Other")
    assert replace(CARD, **{part: other}).digest != CARD.digest


def test_a_kept_image_that_was_cut_off_is_drawn_again(tmp_path: Path) -> None:
    """A part of a file is not an image."""
    whole = social.drawer(tmp_path)(CARD)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(whole[:100])
    assert social.drawer(tmp_path)(CARD) == whole
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """The image is made all the same."""
    (tmp_path / "file").write_text("")
    assert social.drawer(tmp_path / "file" / "cache")(CARD) == cards.render(CARD)


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if %}", "no drawing", "<svg"])
def test_a_broken_template_is_named(template: str) -> None:
    """With the way to do without it."""
    with pytest.raises(CareersError, match=r"social\.svg\.j2"):
        cards.render(replace(CARD, template=template))


def test_open_jobs_alone_have_images_and_none_where_they_are_switched_off() -> None:
    """Closed jobs and the other pages have none."""
    made = site(posting("engineer"), posting("old", status="closed"))
    drawn = files(replace(made, draw=lambda card: card.title.encode()))
    assert drawn["engineer/social.png"] == b"Engineer"
    assert [name for name in drawn if name.endswith(".png")] == ["engineer/social.png"]
    assert not any(name.endswith(".png") for name in files(made))


def test_fonts_know_their_widths() -> None:
    """Widths grow with the size, and with the text."""
    assert isinstance(BOLD, Font)
    assert BOLD.width("mm", 40) == 2 * BOLD.width("m", 40) == BOLD.width("mm", 20) * 2
