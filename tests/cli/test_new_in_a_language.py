"""`new` in the language that it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.cli import main


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("de", "## Deine Aufgaben"),
        ("de-CH", "## So l\u00e4uft die Bewerbung ab"),
        ("fr", "## Processus de recrutement"),
        ("en", "## Interview process"),
        ("pl", "## Interview process"),
    ],
)
def test_the_headings_are_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, heading: str
) -> None:
    """Where its vocabulary has them; the checks find nothing wrong with them."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Baker", "--language", language]) == 0
    assert f"\n{heading}\n" in Path("postings/baker.md").read_text("utf-8")
    assert main(["validate", "-q", "postings"]) == 0


def test_a_code_of_no_language_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "Baker", "--language", "xx"]) == 1
    assert "`xx` is the code of no language" in capsys.readouterr().err
    assert not Path("postings").exists()
