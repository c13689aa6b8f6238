"""A company's own repositories, laid down by `careers init`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from careers import cli
from careers.files import installed
from careers.text.diagnostics import CareersError

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SOURCE = f"example-tools/careers-code@{COMMIT}"
GIVEN = [
    "--company",
    'Example "Bakery"',
    "--owner",
    "Example-Bakery",
    "--contact",
    "jobs@example.com",
]


def init(folder: Path, *arguments: str) -> int:
    """The exit status of `careers init`."""
    return cli.run("init", [str(folder), *arguments, "--source", SOURCE])


def test_what_is_laid_down_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The postings pass but for what is to fill in, the site builds, the workflows are sound."""
    assert init(tmp_path, *GIVEN) == 0
    monkeypatch.chdir(tmp_path / "careers")
    assert cli.run("validate", []) == 0
    assert cli.run("publish", ["--out", str(tmp_path / "site")]) == 0
    assert "Example &#34;Bakery&#34;" in (tmp_path / "site/index.html").read_text("utf-8")
    workflows = [str(path) for path in tmp_path.rglob("workflows/*.yml")]
    assert len(workflows) == 12
    program = Path(sys.executable).parent
    for command in (
        ("zizmor", "--offline", "--quiet", "--persona", "auditor", "--strict-collection"),
        ("check-jsonschema", "--quiet", "--builtin-schema", "vendor.github-workflows"),
    ):
        done = subprocess.run(
            [program / command[0], *command[1:], *workflows],
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_call_the_action_at_its_commit(tmp_path: Path) -> None:
    """Each holds the pin and nothing that is set elsewhere."""
    assert init(tmp_path, *GIVEN) == 0
    for path in tmp_path.rglob("workflows/*.yml"):
        text = path.read_text("utf-8")
        assert f"uses: {SOURCE}\n" in text
        assert "uses: ./" not in text
        assert "CAREERS_REPOSITORY" not in text
        assert "CAREERS_ACTION" not in text


def test_what_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Run again it shows the difference, and writes only what is missing."""
    assert init(tmp_path, *GIVEN) == 0
    settings = tmp_path / "careers/careers.toml"
    settings.write_text("# ours\n")
    (tmp_path / "candidates/candidates.toml").unlink()
    capsys.readouterr()
    assert init(tmp_path, *GIVEN) == 0
    said = capsys.readouterr().out
    assert "careers.toml is yours and stays" in said
    assert "    -# ours" in said
    assert "1 file" in said
    assert settings.read_text() == "# ours\n"
    assert (tmp_path / "candidates/candidates.toml").exists()


def test_nothing_is_written_on_a_dry_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan is printed."""
    assert init(tmp_path, *GIVEN, "--dry-run") == 0
    assert "careers.toml" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--company and --owner are missing"),
        (["--company", "A"], "--owner is missing"),
        (["--company", "A", "--owner", "a/b"], "is no name on GitHub"),
        ([*GIVEN, "--careers", "../x"], "is no name on GitHub"),
        ([*GIVEN, "--source", "a/b@main"], "names no commit"),
        ([*GIVEN, "--contact", "nobody"], "must be a web address or a mail address"),
        ([*GIVEN, "--site", "nowhere"], "`[site] url`"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its cure, and nothing is written."""
    assert cli.run("init", [str(tmp_path), "--source", SOURCE, *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_installed_package_tells_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pip writes of a package from git; in the action, the action's own repository."""

    class Installed:
        """As importlib.metadata has it."""

        def read_text(self, name: str) -> str:
            """The file that pip writes."""
            assert name == "direct_url.json"
            told = {"url": "https://github.com/o/n.git", "vcs_info": {"commit_id": COMMIT}}
            return json.dumps(told)

    monkeypatch.setattr(installed, "distribution", lambda _: Installed())
    assert installed.source() == f"o/n@{COMMIT}"
    monkeypatch.setenv("GITHUB_ACTION_REPOSITORY", "p/q")
    monkeypatch.setenv("GITHUB_ACTION_REF", COMMIT)
    assert installed.source() == f"p/q@{COMMIT}"


def test_a_source_that_nobody_knows_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy without git and without metadata."""
    monkeypatch.setattr(installed, "_of_installation", lambda: ("", ""))
    monkeypatch.setattr(installed, "_of_checkout", lambda: ("", ""))
    with pytest.raises(CareersError, match="is not known") as caught:
        installed.source()
    assert "--source" in caught.value.help
