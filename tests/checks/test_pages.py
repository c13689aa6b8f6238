"""The generated documentation is the code's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.checks import all_checks
from careers.cli import run

ROOT = Path(__file__).parents[2]


def test_docs_are_current(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """What stands in docs/ is what `careers docs` would write, and ``--bless`` writes."""
    if request.config.getoption("--bless"):
        run("docs", ["--root", str(ROOT)])
    assert run("docs", ["--check", "--root", str(ROOT)]) == 0, capsys.readouterr().out


def test_docs_are_written_and_compared(tmp_path: Path) -> None:
    """`--check` says no until the files are written, and no again once one was edited."""
    root = ["--root", str(tmp_path)]
    assert run("docs", ["--check", *root]) == 1
    assert not list(tmp_path.iterdir())
    assert run("docs", root) == 0
    assert run("docs", ["--check", *root]) == 0
    (tmp_path / "docs/checks/title.md").write_text("edited")
    assert run("docs", ["--check", *root]) == 1


def test_no_page_without_check() -> None:
    """A page of a check that is gone does not stay behind."""
    pages = {path.stem for path in (ROOT / "docs/checks").glob("*.md")}
    assert pages == {"README", "precision", *(check.code for check in all_checks())}
