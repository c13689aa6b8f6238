"""A file that the machine does not hand over is a finding of its own, and stops nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from careers.cli import run

SOUND = "---\ntitle: Baker\nstatus: draft\n---\n\n# Baker\n\nTODO\n"


@pytest.fixture(autouse=True)
def _locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two postings, a shared text and a folder, of which only one posting may be read."""
    folder = tmp_path / "postings"
    (folder / "_shared").mkdir(parents=True)
    (folder / "baker.md").write_text(SOUND + '\n{{ shared("about-us") }}\n')
    (folder / "locked.md").write_text(SOUND)
    (folder / "_shared" / "about-us.md").write_text("We bake.\n")
    (folder / "closed").mkdir()
    opened, searched = Path.open, os.scandir

    # Whoever runs the tests may be allowed to read whatever there is.
    def refused(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path.name in ("locked.md", "about-us.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **kwargs)

    def unsearched(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return searched(path)

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(os, "scandir", unsearched)
    monkeypatch.chdir(tmp_path)


def test_the_others_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """``validate`` names both files, and says what is wrong with the third all the same."""
    assert run("validate", ["postings"]) == 1
    out = capsys.readouterr().out
    denied = "error[syntax]: the file cannot be read: Permission denied"
    assert f"postings/locked.md:1:1: {denied}" in out
    assert f"postings/closed:1:1: {denied.replace('file', 'folder')}" in out
    assert f"postings/_shared/about-us.md:1:1: {denied}" in out
    assert "postings/baker.md:8:1: warning[placeholder]" in out


def test_the_others_are_published(capsys: pytest.CaptureFixture[str]) -> None:
    """``publish`` leaves it out, names it, and builds the rest."""
    assert run("publish", ["postings", "--force"]) == 0
    said = capsys.readouterr()
    left_out = "1:1: error: left out of the site: the"
    assert f"postings/locked.md:{left_out} file cannot be read" in said.err
    assert f"postings/closed:{left_out} folder cannot be read" in said.err


@pytest.mark.parametrize("verb", ["fix", "fmt"])
def test_the_others_are_mended(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``fix`` and ``fmt`` name what they cannot read, mend the third, and fail at the end."""
    untidy = SOUND.replace("# Baker", "# Baker\f" if verb == "fix" else "# Baker   ")
    Path("postings/baker.md").write_text(untidy)
    assert run(verb, ["postings"]) == 1
    said = capsys.readouterr()
    for name in ("locked.md", "closed"):
        assert f"error: cannot read postings/{name}: Permission denied\n  help: " in said.err
    assert "1 of 1 file changed" in said.out
    assert Path("postings/baker.md").read_text() == SOUND
