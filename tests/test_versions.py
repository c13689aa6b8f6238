"""What companies of earlier versions have, later ones read, and an update takes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers import cli
from careers.files import company_repositories
from careers.files.company_repositories import company_files
from careers.hiring.settings import read_candidates_settings
from careers.sandbox import Sandbox
from careers.settings import read_settings
from careers.settings.migrations import to_1
from careers.settings.versions import VERSION, migrated, migrations
from careers.text.diagnostics import CareersError

VERSIONS = Path(__file__).parent / "versions"
LAID = sorted(path for path in VERSIONS.iterdir() if (path / "repository").is_dir())
PROGRAM = "example-tools/careers"
VALUES = {
    "company": "Bakery",
    "home": "",
    "site": "https://example-bakery.github.io/careers/",
    "careers": "example-bakery/careers",
    "candidates": "example-bakery/candidates",
    "contact": "jobs@example.com",
    "docs": "https://example.com/docs",
    "fields": {},
    "type": "",
}
# What a company changed in what was laid down, by file: what stood there, what stands there now.
CHANGES = {
    "candidates/.github/workflows/labels.yml": ('- cron: "41 4 * * *"', '- cron: "5 5 * * *"'),
    "candidates/.github/workflows/move.yml": (
        "name: move\n",
        "name: move\nrun-name: Somebody moves\n",
    ),
    "candidates/.github/workflows/tend.yml": (
        "permissions: {}\n",
        "permissions: {}\n\ndefaults:\n  run:\n    shell: bash\n",
    ),
    "careers/.github/workflows/publish.yml": ("branches: [main]", "branches: [main, trunk]"),
    "careers/careers.toml": ('about = ""', 'about = "We bake." # since 1907'),
}
LATER = {
    "candidates/.github/workflows/intake.yml": (
        "'ubuntu-slim' }}",
        "'our-own-runner' }}",
    ),
}


@pytest.mark.parametrize("version", sorted(VERSIONS.glob("*/careers.toml")), ids=str)
def test_settings_of_earlier_versions_are_read(version: Path) -> None:
    """Whoever renames a setting brings what renames it: an update breaks no company's settings.

    Records of earlier versions are held by tests/candidates/version-1 and its tests.
    """
    settings = read_settings(version.read_text("utf-8"))
    people = read_candidates_settings(version.with_name("candidates.toml").read_text("utf-8"))
    assert settings.company.name == "Example Tools"
    assert people.letters.address == "jobs@example.com"
    assert settings.version == people.version == VERSION


def laid(monkeypatch: pytest.MonkeyPatch, pin: str, version: Path | None) -> dict[str, str]:
    """What a version lays down, by path; the present one where none is named."""
    with monkeypatch.context() as then:
        if version:
            then.setattr(company_repositories, "_SHIPPED", version / "repository")
        return dict(company_files(VALUES, pin))


def changed(files: dict[str, str], changes: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The files with a company's changes in them."""
    for path, (before, _) in changes.items():
        assert before in files[path], path
    return {
        path: text.replace(*changes[path]) if path in changes else text
        for path, text in files.items()
    }


def write(files: dict[str, str]) -> None:
    """Into this folder."""
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def test_an_update_across_three_versions_with_changes_of_ones_own(
    github: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It ends as if the present one had laid down what was changed then: no conflict.

    What two earlier versions laid down is changed before each update.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    pins = []
    for version in LAID:
        paths = [path for path in version.rglob("*") if path.is_file()]
        files = {f"templates/{p.relative_to(version)}": p.read_text("utf-8") for p in paths}
        pins.append(f"{PROGRAM}@{github.premises(PROGRAM).write(files)} # v{version.name}")
    assert len(pins) == 2
    write(changed(laid(monkeypatch, pins[0], LAID[0]), CHANGES))
    own = {"candidates/.github/workflows/own.yml": "name: own\n", "careers/README.md": "# Ours\n"}
    write(own)
    with monkeypatch.context() as then:
        then.setattr(company_repositories, "_SHIPPED", LAID[1] / "repository")
        assert cli.run("upgrade", ["careers", "candidates", "--to", pins[1]]) == 0
    changes = CHANGES | LATER
    write(changed({path: Path(path).read_text("utf-8") for path in LATER}, LATER))
    now = f"{PROGRAM}@{'f' * 40} # v0.2.0"
    assert cli.run("upgrade", ["careers", "candidates", "--to", now]) == 0
    told = capsys.readouterr()
    assert "note:" not in told.out + told.err
    wanted = changed(laid(monkeypatch, now, None), changes) | own
    compared = [path for path in wanted if "/workflows/" in path or path in {*changes, *own}]
    assert len(compared) >= 14
    for path in compared:
        assert Path(path).read_text("utf-8") == wanted[path], path
    assert "version = 1\n" in Path("candidates/candidates.toml").read_text("utf-8")
    assert cli.run("upgrade", ["careers", "candidates", "--to", now, "--dry-run"]) == 0
    assert capsys.readouterr().out.count("0 files would change") == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[company]\n", "version = 1\n\n[company]\n"),
        ("# Ours\n# all of it\n\n[company]\n", "# Ours\n# all of it\n\nversion = 1\n\n[company]\n"),
        ("# of it\n[company]\n", "version = 1\n\n# of it\n[company]\n"),
        ("#:schema x.json\n[company]\n", "#:schema x.json\nversion = 1\n\n[company]\n"),
        ("# Ours\r\n\r\n[company]\r\n", "# Ours\r\n\r\nversion = 1\r\n\r\n[company]\r\n"),
        ("", "version = 1\n\n"),
    ],
)
def test_settings_say_their_version(before: str, after: str) -> None:
    """It stands above all tables; comments stay with what they are about."""
    assert migrated("careers.toml", before, migrations()) == after
    assert migrated("careers.toml", after, migrations()) == after
    assert read_settings(after) == read_settings(before)


class _Renamed:
    """A change of shape that no version has made: `[company] name` becomes `[company] called`."""

    @staticmethod
    def migrate(name: str, text: str, /) -> str:
        """As a module of ``migrations`` does it."""
        assert name == "careers.toml"
        return text.replace("version = 1", "version = 2").replace("name = ", "called = ")


def test_steps_follow_each_other() -> None:
    """From whichever version the settings are, to the newest."""
    text = "# Ours\n\n[company]\nname = 'A' # since 1907\n"
    made = migrated("careers.toml", text, [to_1, _Renamed()])
    assert made == "# Ours\n\nversion = 2\n\n[company]\ncalled = 'A' # since 1907\n"
    assert migrated("careers.toml", made, [to_1, _Renamed()]) == made


@pytest.mark.parametrize("said", ["2", "-1", '"one"', "1.5"])
def test_a_version_that_is_not_known_is_said(said: str) -> None:
    """Settings of a later version are not read as if they were ours."""
    for read in (read_settings, read_candidates_settings):
        with pytest.raises(CareersError, match="its version is") as caught:
            read(f"version = {said}\n")
        assert "careers upgrade" in caught.value.help
