"""The company's look: its colour, its fonts, its logo, its own templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careers.build.inputs import load_templates
from careers.settings import read_settings
from careers.site.assets.style import shorter
from careers.text.diagnostics import CareersError
from feeds import posting
from pagesite import built

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"></svg>'


def test_a_company_chooses_colour_preset_corners_and_fonts() -> None:
    """They are tokens above the shipped stylesheet, which has no colour of its own."""
    theme = {
        "accent": "#0f5c56",
        "accent_dark": "#88ccff",
        "preset": "bold",
        "radius": "4px",
        "font": "Inter, sans-serif",
        "headings": "'Fira Sans', serif",
    }
    css = built(posting("one"), theme=theme)["style.css"]
    day, _, night = css.partition("prefers-color-scheme:dark")
    for token in ("--fill:#0f5c56;", "--bandpaper:#0f5c56;", "--radius:4px;", "--weight:800;"):
        assert token in day
    assert "--sans:Inter,sans-serif;" in day
    assert "--head:'Fira Sans',serif;" in day
    assert "--accent:#88ccff" in night


def test_the_stylesheet_has_no_colour_of_its_own() -> None:
    """But for black shadows, and for paper, which is white."""
    css = load_templates()["style.css"].partition("@media print")[0]
    assert not re.search(r"#[0-9a-f]{3,8}\b", css)


def test_no_token_is_missing() -> None:
    """Whatever the stylesheet asks for has a value."""
    css = built(posting("one"))["style.css"]
    asked = set(re.findall(r"var\(--([\w-]+)", css))
    assert asked <= set(re.findall(r"--([\w-]+):", css))


@pytest.mark.parametrize(
    "line",
    [
        'accent = "red"',
        'accent = "#fff;} body{display:none"',
        'font = "x; } body { display: none"',
        'font = "url(https://example.com/f)"',
        'font = "a\\\\62"',
        'preset = "gothic"',
        'radius = "1px} body{display:none"',
    ],
)
def test_what_could_end_a_declaration_is_refused(line: str) -> None:
    """The settings say so; nothing of it reaches the stylesheet."""
    with pytest.raises(CareersError, match="theme"):
        read_settings(f"[theme]\n{line}\n")


def test_a_wide_logo_stands_alone_and_a_square_one_beside_the_name() -> None:
    """Each with its size, so that nothing moves; the name is there once, for whoever hears it."""
    wide = built(posting("one"), files={"logo.svg": LOGO}, theme={"logo": "logo.svg"})
    path = next(path for path in wide if path.startswith("images/logo-"))
    image = f'<img src="../{path}" alt="Example Tools" width="112" height="28"></a>'
    assert image in wide["one/index.html"]
    square = built(
        posting("one"), files={"l.svg": LOGO.replace(b"400", b"100")}, theme={"logo": "l.svg"}
    )
    path = next(path for path in square if path.startswith("images/l-"))
    assert f'<img src="{path}" alt="" width="28" height="28"><span>Example' in square["index.html"]
    assert f'<link rel="icon" href="{path}"' in square["index.html"]


def test_the_logo_is_told_to_search_engines_too() -> None:
    """Where the settings name no other address of it."""
    files = built(posting("one"), files={"logo.svg": LOGO}, theme={"logo": "logo.svg"})
    path = next(path for path in files if path.startswith("images/logo-"))
    assert f'"logo":"https://jobs.example.com/careers/{path}"' in files["one/index.html"]


@pytest.mark.parametrize("logo", [b"<svg onload='x()'></svg>", None])
def test_a_logo_that_could_act_or_is_missing_is_the_letter_of_the_name(logo: bytes | None) -> None:
    """It is the pages' icon, too."""
    files = built(posting("one"), files={"l.svg": logo} if logo else {}, theme={"logo": "l.svg"})
    assert '<img src="images/mark.svg" alt=""' in files["index.html"]
    assert '<link rel="icon" href="../images/mark.svg"' in files["one/index.html"]
    assert ">E</text>" in files["images/mark.svg"]


def test_a_picture_takes_the_place_of_the_drawing() -> None:
    """On the first page and how we hire; postings keep the drawing."""
    files = built(posting("one"), files={"team.svg": LOGO}, theme={"hero": "team.svg"})
    assert 'class="band tall photo"' in files["index.html"]
    assert re.search(r'<img src="images/team-\w{10}.svg" alt=""', files["index.html"])
    assert "photo" not in files["one/index.html"]


def test_a_company_overrides_any_template(tmp_path: Path) -> None:
    """One of the same name in its `templates/site/` takes the place of the shipped one."""
    folder = tmp_path / "templates" / "site"
    folder.mkdir(parents=True)
    (folder / "not_found.html.j2").write_text("gone from {{ company.name }}", encoding="utf-8")
    (folder / "style.css").write_text("body { color: teal }", encoding="utf-8")
    (folder / "page.js").write_text("// none", encoding="utf-8")
    files = built(posting("one"), templates=load_templates(tmp_path))
    assert files["404.html"] == "gone from Example Tools"
    assert files["style.css"].endswith("\nbody{color:teal}\n")
    assert files["page.js"] == "// none"
    assert "Skip to content" in files["one/index.html"]


def test_a_broken_template_is_named() -> None:
    """With its line, and no traceback."""
    with pytest.raises(CareersError, match=r"templates/site/index\.html\.j2:2"):
        built(posting("one"), templates={"index.html.j2": "ok\n{% if %}"})


def test_a_card_that_is_missing_is_named() -> None:
    """Lists ask for the macro by its name."""
    with pytest.raises(CareersError, match=r"_job\.html\.j2 has no macro `card`"):
        built(posting("one"), templates={"_job.html.j2": "{% macro job() %}{% endmacro %}"})


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a { color: red; }\n", "a{color:red}\n"),
        ("/* why */\n.a > b,\n.c :is(d) {\n  top: 0;\n}\n", ".a > b,.c :is(d){top:0}\n"),
        ('a::b { content: "; /* } : y */"; }', 'a::b{content:"; /* } : y */"}\n'),
        ("@media (x: 2) { a { b: calc(1px + 2em) } }", "@media (x:2){a{b:calc(1px + 2em)}\n}\n"),
        (r'a { content: "\"  ;}" }', 'a{content:"\\"  ;}"}\n'),
        ("a/* x */b { c: d }", "a b{c:d}\n"),
        ("it's {  broken", "it's{broken"),
    ],
)  # fmt: skip
def test_a_stylesheet_is_sent_without_what_says_nothing(written: str, sent: str) -> None:
    """Strings stay as they are."""
    assert shorter(written) == sent
