"""The company's look: its colour, its fonts, its logo, its own templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careers.build.inputs import load_templates
from careers.settings import Theme, read_settings
from careers.site.templating.theme import READABLE, contrast, tokens
from careers.text.diagnostics import CareersError
from feeds import posting
from pagesite import built

LIGHT, DARK = ("#fbfaf7", "#ffffff", "#e6f0ee"), ("#121719", "#1a2124", "#17302d")
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"></svg>'


@pytest.mark.parametrize(
    "accent", ["#ffcc00", "#ffffff", "#000000", "#0f5c56", "#ff0066", "#777777"]
)
def test_every_accent_can_be_read(accent: str) -> None:
    """Text has a contrast of 4.5 on each ground, light and dark; so has what stands on a button."""
    light, dark = tokens(Theme(accent=accent)).split("prefers-color-scheme")
    for css, grounds in ((light, LIGHT), (dark, DARK)):
        said = dict(re.findall(r"--([\w-]+): (#\w{6});", css))
        assert all(contrast(said["accent"], ground) >= READABLE for ground in grounds)
        assert contrast(said["fill"], said["on-accent"]) >= READABLE
        assert said["fill"] == accent


def test_the_grounds_are_those_of_the_stylesheet() -> None:
    """Else the guard would measure something else."""
    css = load_templates()["style.css"]
    assert all(colour in css for colour in (*LIGHT, *DARK))


def test_a_readable_accent_stays_as_it_is() -> None:
    """It is changed only as far as it must be."""
    assert "--accent: #0f5c56;" in tokens(Theme(accent="#0f5c56"))


def test_fonts_and_a_dark_accent_of_ones_own() -> None:
    """They stand behind the shipped tokens, so they win."""
    theme = {
        "font": "Inter, sans-serif",
        "headings": "'Fira Sans', serif",
        "accent_dark": "#88ccff",
    }
    css = built(posting("one"), theme=theme)["style.css"]
    assert "--sans: Inter, sans-serif;" in css
    assert "--serif: 'Fira Sans', serif;" in css
    assert css.rindex("--fill: #88ccff;") > css.rindex("prefers-color-scheme")


@pytest.mark.parametrize(
    "line",
    [
        'accent = "red"',
        'accent = "#fff;} body{display:none"',
        'font = "x; } body { display: none"',
        'font = "url(https://example.com/f)"',
        'font = "a\\\\62"',
    ],
)
def test_what_could_end_a_declaration_is_refused(line: str) -> None:
    """The settings say so; nothing of it reaches the stylesheet."""
    with pytest.raises(CareersError, match="theme"):
        read_settings(f"[theme]\n{line}\n")


def test_the_logo_stands_on_every_page_with_its_size() -> None:
    """It is one of the site's images, so that nothing moves and nobody else is asked."""
    files = built(posting("one"), files={"brand/logo.svg": LOGO}, theme={"logo": "brand/logo.svg"})
    path = next(path for path in files if path.startswith("images/logo-"))
    assert f'<img src="../{path}" alt="" width="128" height="32">' in files["one/index.html"]
    assert f'<img src="{path}"' in files["index.html"]


@pytest.mark.parametrize("logo", [b"<svg onload='x()'></svg>", None])
def test_a_logo_that_could_act_or_is_missing_is_left_out(logo: bytes | None) -> None:
    """The name alone stands there."""
    files = built(posting("one"), files={"l.svg": logo} if logo else {}, theme={"logo": "l.svg"})
    assert "<img" not in files["index.html"]


def test_a_company_overrides_any_template(tmp_path: Path) -> None:
    """One of the same name in its `templates/site/` takes the place of the shipped one."""
    folder = tmp_path / "templates" / "site"
    folder.mkdir(parents=True)
    (folder / "not_found.html.j2").write_text("gone from {{ company.name }}", encoding="utf-8")
    (folder / "style.css").write_text("body { color: teal }", encoding="utf-8")
    (folder / "page.js").write_text("// none", encoding="utf-8")
    files = built(posting("one"), templates=load_templates(tmp_path))
    assert files["404.html"] == "gone from Example Tools"
    assert files["style.css"] == "body { color: teal }"
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
