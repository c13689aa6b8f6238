"""What stands beside the postings is looked at, and what is wrong there is told."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from careers.checks import Context, check_all
from careers.files.image_size import dimensions
from careers.files.load import load_postings
from careers.files.repository_files import find_files
from careers.settings import Settings
from careers.text.diagnostics import Finding, Severity

POSTING = "# A\n\n## About the role\n\nYou [apply here](https://example.com/apply).\n"


def found(code: str, settings: Settings | None = None) -> list[Finding]:
    """A check's findings over the postings of the folder that we are in."""
    postings = load_postings(["postings"])
    context = Context(settings or Settings(), date(2026, 6, 1), postings, find_files(["postings"]))
    return [finding for finding in check_all(context) if finding.code == code]


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of shared texts in a repository with one posting, which is where we are."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "postings" / "_shared"
    folder.mkdir(parents=True)
    (tmp_path / "postings" / "a.md").write_text(POSTING)
    return folder


def test_a_shared_text_that_nobody_asks_for(shared: Path) -> None:
    """It is a note in the text's own file, unless it is allowed there or asked for."""
    text = shared / "about-us.md"
    text.write_text("We make tools.\n")
    (orphan,) = found("shared")
    assert (orphan.path, orphan.severity) == ("postings/_shared/about-us.md", Severity.NOTE)
    assert not found("shared", Settings(checks={"shared": Severity.OFF}))
    text.write_text("We make tools. <!-- careers: allow shared: for next year -->\n")
    assert not found("shared")
    text.write_text("We make tools.\n")
    with (shared.parent / "a.md").open("a") as posting:
        posting.write('\n{{ shared("about-us") }}\n')
    assert not found("shared")


def test_what_nests_is_told_in_the_text(shared: Path) -> None:
    """A text that asks for another is told where it asks."""
    (shared / "about-us.md").write_text('We.\n\n{{ shared("benefits") }}\n')
    (shared / "benefits.md").write_text("Lunch.\n")
    with (shared.parent / "a.md").open("a") as posting:
        posting.write('\n{{ shared("about-us") }}\n')
    places = {(f.path, f.span.line, f.severity) for f in found("shared")}
    assert places == {
        ("postings/_shared/about-us.md", 3, Severity.ERROR),
        ("postings/_shared/benefits.md", 1, Severity.NOTE),
    }


def test_a_file_that_is_never_published(shared: Path) -> None:
    """A document that no posting links to is told; images, hidden and linked files are not."""
    for name in ("b.docx", "c.pdf", "d.png", ".hidden.txt"):
        (shared.parent / name).write_bytes(b"")
    with (shared.parent / "a.md").open("a") as posting:
        posting.write("\n[Our benefits](c.pdf)\n")
    assert [f.path for f in found("not-a-posting")] == ["postings/b.docx"]


def test_owners_are_read_where_github_reads_them(shared: Path) -> None:
    """CODEOWNERS in .github comes first; without any, nothing is asked."""
    assert not found("codeowners")
    root = shared.parents[1]
    (root / "CODEOWNERS").write_text("* @acme/all\n")
    assert not found("codeowners")
    (root / ".github").mkdir()
    (root / ".github" / "CODEOWNERS").write_text("/docs/ @acme/writers\n")
    assert [f.path for f in found("codeowners")] == ["postings/a.md"]


@pytest.mark.parametrize(
    "line", ["/postings/[a @x", "**/" * 60 + "z @x", "*" * 400 + " @x", "\\", "!a @x", "[" * 900]
)
def test_owners_may_be_anything(shared: Path, line: str) -> None:
    """A line that GitHub would not know owns nothing, and costs nothing."""
    (shared.parents[1] / "CODEOWNERS").write_text(f"{line}\n" * 50)
    assert len(found("codeowners")) <= 1


def test_a_large_image_on_disk(shared: Path) -> None:
    """Its size comes from its own bytes."""
    Image.new("1", (4000, 20)).save(shared.parent / "wide.png")
    with (shared.parent / "a.md").open("a") as posting:
        posting.write("\n![A row of desks](wide.png)\n")
    assert [f.message for f in found("image-size")] == ["the image has 4,000 by 20 pixels"]


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_dimensions(kind: str) -> None:
    """Every format tells its size; what is cut short, or no image, tells none."""
    out = io.BytesIO()
    Image.effect_noise((640, 480), 60).save(out, kind)
    data = out.getvalue()
    assert dimensions(io.BytesIO(data)) == (640, 480)
    for other in (data[:12], b"", b"<svg width='40'/>"):
        assert dimensions(io.BytesIO(other)) == (None, None)
