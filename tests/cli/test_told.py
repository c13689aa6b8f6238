"""What a newcomer is told who names the wrong thing, or names what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.build import recheck
from careers.cli import main
from careers.cli.support.clock import today
from careers.files.load import load_settings, read_bytes
from careers.text.diagnostics import CareersError

POSTING = "---\ntitle: Baker\nstatus: draft\n---\n\n# Baker\n"
PIXEL = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a posting, a logo and a drawing that would act."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for folder in ("postings", "brand"):
        (tmp_path / folder).mkdir()
    (tmp_path / "postings" / "baker.md").write_text(POSTING)
    (tmp_path / "brand" / "logo.png").write_bytes(PIXEL)
    (tmp_path / "brand" / "acts.svg").write_text("<svg><script>alert(1)</script></svg>")
    return tmp_path


def told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status, and all that is said."""
    status = main(arguments)
    return status, "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ('logo = "brand/logo.png"', ""),
        ('logo = "brand/none.svg"', "[theme] logo is `brand/none.svg`, which is not there"),
        ('hero = "brand/acts.svg"', "[theme] hero is `brand/acts.svg`, which pages cannot show"),
    ],
)
@pytest.mark.parametrize("verb", [["validate"], ["validate", "careers.toml"], ["publish"]])
def test_a_picture_that_is_not_shown_is_named(
    home: Path, capsys: pytest.CaptureFixture[str], verb: list[str], theme: str, said: str
) -> None:
    """Where the site would do without it in silence."""
    (home / "careers.toml").write_text(f"[theme]\n{theme}\n[site]\nsearch = false\n")
    _, shown = told(verb, capsys)
    assert ("[theme]" in shown) == bool(said)
    assert said in shown


def test_settings_alone_are_read_as_settings(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are no posting: what is wrong in them has its line, and what is right is said."""
    (home / "careers.toml").write_text('[company]\nname = "Bakery"\n')
    (home / "candidates.toml").write_text("")
    for name in ("careers.toml", "candidates.toml"):
        status, shown = told(["validate", name], capsys)
        assert status == 0
        assert f"{name}: every setting can be read\n" in shown
    (home / "careers.toml").write_text('[company]\ncompnay = "Bakery"\n')
    status, shown = told(["validate", "careers.toml"], capsys)
    assert status == 2
    assert "careers.toml:2: unknown setting `[company] compnay`" in shown


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and nothing in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_TOKEN", "CAREERS_KEY", "CAREERS_CANDIDATES"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(
    ("verb", "said", "cure"),
    [
        ("validate", "no such file or folder: postings", "clone of the careers repository"),
        ("labels", "no such file or folder: postings", "clone of the careers repository"),
        ("doctor", "there is no careers.toml here", "clone of the careers repository"),
        ("candidates", "CAREERS_KEY is not set", "another one knows nobody"),
        ("export", "no repository for candidates", "run it where careers.toml names it"),
    ],
)
def test_a_wrong_folder_is_told_with_the_right_one(
    capsys: pytest.CaptureFixture[str], verb: str, said: str, cure: str
) -> None:
    """And nobody is led to make a second key, by which no candidate would be known."""
    status, shown = told([verb], capsys)
    assert status in (1, 2)
    assert said in shown
    assert cure in shown
    assert "example" not in shown


@pytest.mark.usefixtures("home")
def test_a_preview_is_of_one_posting(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is told for what it is, with what shows all of it."""
    status, shown = told(["preview", "postings"], capsys)
    assert status == 2
    assert "postings is a folder" in shown
    assert "careers serve postings" in shown


def test_fix_names_what_it_could_not_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Such a file is left for a person like any other."""
    (home / "postings" / "latin.md").write_bytes(b"caf\xe9\n")
    _, shown = told(["fix"], capsys)
    assert "postings/latin.md:1: error[syntax]: byte 0xE9 is not UTF-8" in shown


def test_one_file_that_cannot_be_read_stops_no_check(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``serve`` goes on with the others, and shows that one among what it found."""
    (home / "postings" / "closed.md").write_text(POSTING)
    read = read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "closed.md":
            raise CareersError(f"cannot read {path}: Permission denied", "look at its permissions")
        return read(path)

    monkeypatch.setattr(recheck, "read_bytes", refused)
    settings = load_settings()
    found = recheck.Rechecker().check(["postings"], settings, today(settings))
    assert [f.code for f in found if f.path == "postings/closed.md"] == ["syntax"]
    assert {f.path for f in found} == {"postings/closed.md", "postings/baker.md"}
