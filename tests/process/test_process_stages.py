"""``stages.py``: what it prints and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careers.cli import run

CURE = "  (none): begin the step with a short name in bold, e.g. `**Phone screen:** We call you …`"
TEXT = "# Hiring process\n\n1. You apply.\n1. That depends:\n   - x\n1. We make you an offer.\n"


@pytest.fixture
def posting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A posting in the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("job.md").write_text(TEXT, encoding="utf-8")
    return "job.md"


def test_json(posting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One entry a step, in order; the path as it was given; null where a step names none."""
    assert run("stages", ["--format", "json", posting]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "postings": [
            {
                "path": "job.md",
                "stages": [
                    {"line": 3, "text": "You apply.", "stage": "applied"},
                    {"line": 4, "text": "That depends:", "stage": None},
                    {"line": 6, "text": "We make you an offer.", "stage": "offer"},
                ],
            }
        ]
    }


def test_text(posting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A table for people, and what to type where a step names none."""
    assert run("stages", [posting]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "job.md",
        "     3  applied  You apply.",
        "     4  (none)   That depends:",
        "     6  offer    We make you an offer.",
        CURE,
    ]


def test_settings_name_stages(posting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``[stages]`` of careers.toml is read."""
    Path("careers.toml").write_text('[stages]\nfork = ["that depends"]\n', encoding="utf-8")
    assert run("stages", [posting]) == 0
    assert "fork" in capsys.readouterr().out


def test_no_process(posting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A posting without a process says so and is no failure."""
    Path(posting).write_text("# Job\n", encoding="utf-8")
    assert run("stages", [posting]) == 0
    assert "no section" in capsys.readouterr().out


def test_nothing_there(posting: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there cannot be read: exit 2."""
    assert run("stages", [posting, "nowhere.md"]) == 2
    assert "nowhere.md" in capsys.readouterr().err
