"""The company's settings: typed values, and errors that name the line, the slip and the cure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import load_settings
from careers.settings import Settings, read_settings
from careers.text.diagnostics import CareersError


def test_days_of_the_company() -> None:
    """Time zone, working days and holidays are typed values, with Monday to Friday by default."""
    assert [str(day) for day in Settings().company.workdays] == ["mon", "tue", "wed", "thu", "fri"]
    company = read_settings(
        '[company]\ntimezone = "America/Los_Angeles"\nworkdays = ["sun", "mon"]\n'
        'holidays = [2026-12-25, "2027-01-01"]\n'
    ).company
    assert company.timezone == "America/Los_Angeles"
    assert [str(day) for day in company.workdays] == ["sun", "mon"]
    assert company.holidays == (date(2026, 12, 25), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("text", "line", "message", "cure"),
    [
        ("[compnay]\nname = 'A'", 1, "unknown table `[compnay]`", "did you mean `[company]`?"),
        ("[pets]\nname = 'A'", 1, "unknown table `[pets]`", "the tables are: [company], "),
        ("name = 'A'", 1, "unknown table `[name]`", "the tables are"),
        (
            "# A\n[company]\nnam = 'A'",
            3,
            "unknown setting `[company] nam`",
            'did you mean `name`? e.g. `name = "Example Tools"`',
        ),
        ("[company]\nname = 3", 2, "`[company] name` must be text, in quotes (it is `3`)", "e.g."),
        ("[site]\nsearch = 'maybe'", 2, "`[site] search` must be true or false", "search = true"),
        ("[site]\nurl = 'jobs'", 2, "`[site] url` is not written as it must be", "https://"),
        ("company.timezone = 'Europe/Berln'", 1, "did you mean `Europe/Berlin`?", "Europe/Berlin"),
        ("[company]\nworkdays = ['mon', 'mon']", 2, "names a day twice", '["mon", "tue"]'),
        ("[company]\nworkdays = ['monday']", 2, "must be mon, tue, wed", "workdays = "),
        ("[company]\nholidays = ['Xmas']", 2, "must be a day such as 2026-12-25", "2027-01-01"),
        (
            "[process]\ndefault = ['Phone Screen']",
            2,
            "is not written as it must be",
            "phone-screen",
        ),
        ("[checks]\nspelling = 'loud'", 2, "must be error, warning, note or off", ""),
        ("[labels.renamed]\nold = 'New One'", 2, "is not written as it must be", ""),
        ("[company\nname = 'A'", 1, "this is not TOML", "[table]"),
        ("[company]\nname = Acme Tools", 2, "this is not TOML", '`name = "Acme Tools"`'),
        ("[company]\nname: 'Acme'", 2, "this is not TOML", "with `=`"),
        ("[company]\nname = 'a'\nname = 'b'", 3, "this is not TOML", "one setting a line"),
    ],
)
def test_a_slip_is_named_with_its_line(text: str, line: int, message: str, cure: str) -> None:
    """As for postings: where, what is wrong, what to type; none of pydantic's own words."""
    with pytest.raises(CareersError) as raised:
        read_settings(text, "careers.toml")
    said = str(raised.value)
    assert f"careers.toml:{line}: " in said
    assert message in said
    assert cure in said
    assert "Input" not in said
    assert text.split("\n")[line - 1] in said


@pytest.mark.parametrize("name", ["careers.toml", "candidates.toml"])
@pytest.mark.parametrize("coding", ["latin-1", "utf-16"])
def test_settings_that_are_not_utf_8_are_refused(tmp_path: Path, name: str, coding: str) -> None:
    """A name with an accent would be published wrong; the line is named."""
    load: Callable[[Path], object] = {
        "careers.toml": load_settings,
        "candidates.toml": load_candidates_settings,
    }[name]
    (tmp_path / name).write_bytes("[company]\nname = 'M\u00fcller'\n".encode(coding))
    with pytest.raises(CareersError, match=r":[12]: byte 0xF[CF] is not UTF-8") as raised:
        load(tmp_path)
    assert "UTF-8" in str(raised.value.help)


def test_a_byte_order_mark_is_none_of_the_settings(tmp_path: Path) -> None:
    """Editors on Windows write one: it is passed over."""
    (tmp_path / "careers.toml").write_bytes(b"\xef\xbb\xbf[company]\nname = 'A'\n")
    (tmp_path / "candidates.toml").write_bytes(b"\xef\xbb\xbf[candidates]\ntitles = 'number'\n")
    assert load_settings(tmp_path).company.name == "A"
    assert load_candidates_settings(tmp_path).candidates.titles == "number"


def test_every_slip_is_named_at_once() -> None:
    """The first slip does not hide the others."""
    with pytest.raises(CareersError) as raised:
        read_settings("[company]\nnam = 'A'\n[site]\nurl = 3\n[sight]\n")
    assert [line for line in (2, 4, 5) if f"careers.toml:{line}: " in str(raised.value)] == [
        2,
        4,
        5,
    ]


def test_a_check_that_does_not_exist_is_named_with_its_line(tmp_path: Path) -> None:
    """Checks are no part of the settings' own shape, and are told as if they were."""
    (tmp_path / "careers.toml").write_text('[checks]\ntitle = "off"\nspeling = "off"\n')
    with pytest.raises(CareersError) as raised:
        load_settings(tmp_path)
    assert "careers.toml:3: no check is named `speling`" in str(raised.value)
    assert "did you mean `spelling`?" in str(raised.value)
    (tmp_path / "careers.toml").write_text('[checks]\nspelling = "off"\n')
    assert load_settings(tmp_path).checks
