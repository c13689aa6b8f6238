"""Checking again finds what checking anew would, and looks only at what is not as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from careers.build import recheck as rechecking
from careers.build.check_all import check_files
from careers.build.recheck import Rechecker
from careers.checks import Context, PostingResult, examine
from careers.files.load import posting_paths
from careers.files.repository_files import find_files
from careers.posting.posting import Posting
from careers.settings import Settings, read_settings
from careers.text.diagnostics import Finding
from imagehost import picture

TODAY = date(2026, 6, 1)
HEAD = "---\ntitle: {0}\nstatus: open\n---\n\n# {0}\n\n"
ABOUT = "## About us\n\n" + "We make tools that many people use on most days of the week. " * 3

Change = Callable[[Path], object]
"""What somebody does to the folder of postings."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Postings that look at each other, at images and at shared texts."""
    monkeypatch.chdir(tmp_path)
    postings = Path("postings")
    (postings / "_shared").mkdir(parents=True)
    (postings / "_shared" / "us.md").write_text("We are five.\n", encoding="utf-8")
    texts = {
        "a": "See [b](b.md#pay) and [c](c.md). ![A logo that is ours](a.png)\n",
        "b": f"## Pay\n\nEnough.\n\n{ABOUT}\n",
        "d": f'{ABOUT} And more.\n\n{{{{ shared("us") }}}}\n',
    }
    for name, text in texts.items():
        (postings / f"{name}.md").write_text(HEAD.format(name.upper()) + text, encoding="utf-8")
    return postings


def anew(settings: Settings) -> list[Finding]:
    """What is found by those who remember nothing."""
    context = Context(settings, TODAY, files=find_files(["postings"]))
    return check_files(posting_paths(["postings"]), context).findings


def replace(path: Path, old: str, new: str) -> None:
    """Change a text."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "looked"),
    [
        (lambda _: None, []),
        (lambda at: replace(at / "b.md", "Enough", "TODO"), ["a", "b"]),
        (lambda at: replace(at / "b.md", "## Pay", "## Money"), ["a", "b"]),
        (lambda at: (at / "c.md").write_text("# C\n", encoding="utf-8"), ["a", "c"]),
        (lambda at: (at / "b.md").unlink(), ["a"]),
        (lambda at: (at / "a.png").write_bytes(picture(size=(9000, 9))), ["a"]),
        (lambda at: replace(at / "_shared" / "us.md", "We are", "We are XXX"), ["d"]),
        (lambda at: replace(at / "d.md", "And more", "And some more"), ["d"]),
    ],
)
def test_only_what_changed_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Change, looked: list[str]
) -> None:
    """A file, and those whose links, images and shared texts lead to what changed."""
    again, settings = Rechecker(), Settings()
    assert again.check(["postings"], settings, TODAY) == anew(settings)
    examined: list[str] = []

    def noting(posting: Posting, context: Context) -> PostingResult:
        examined.append(posting.slug)
        return examine(posting, context)

    monkeypatch.setattr(rechecking, "examine", noting)
    change(folder)
    assert again.check(["postings"], settings, TODAY) == anew(settings)
    assert sorted(examined) == looked


def test_other_settings_and_another_day_are_another_matter(folder: Path) -> None:
    """All is looked at anew."""
    again, settings = Rechecker(), Settings()
    again.check(["postings"], settings, TODAY)
    silent = read_settings('[checks]\nlinks-local = "off"\n', "careers.toml")
    assert again.check(["postings"], silent, TODAY) == anew(silent)
    replace(folder / "b.md", "status: open", "status: open\ncloses: 2026-06-02")
    before = again.check(["postings"], settings, TODAY)
    assert again.check(["postings"], settings, date(2026, 6, 3)) != before
