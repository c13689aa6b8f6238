"""Markdown files that postings link to, and the images of their texts."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from careers.posting.reading import read_posting
from feeds import posting
from pagesite import built

EXERCISE = b"# Exercise\n\nWrite it in [Go](go.md#setup).\n\n<script>alert(1)</script>\n"
GO = b"# In Go\n\n## Setup\n\nBack to [the exercise](exercise.md), or [the job](one.md).\n"
TEXT = "# {title}\n\nSee [the exercise](exercise.md)."


def photo(width: int, height: int) -> bytes:
    """A PNG that WebP makes smaller."""
    image = Image.effect_noise((width, height), 40).convert("RGB")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_linked_files_are_published_and_what_they_link_to() -> None:
    """As plain pages, their links led between pages, their HTML as harmless as a posting's."""
    files = built(posting("one", TEXT), files={"exercise.md": EXERCISE, "go.md": GO})
    pages = {path for path in files if path.startswith("files/")}
    assert len(pages) == 2
    found = re.search(r'href="\.\./(files/exercise-\w{6}/)"', files["one/index.html"])
    assert found
    exercise = files[f"{found[1]}index.html"]
    assert "<h1" in exercise
    assert "alert" not in exercise
    assert re.search(r'href="\.\./\.\./files/go-\w{6}/#setup"', exercise)
    go = next(text for path, text in files.items() if path.startswith("files/go"))
    assert 'href="../../one/"' in go
    assert '<meta name="robots" content="noindex">' in go


def test_an_exercise_among_the_postings_is_no_job() -> None:
    """It has no front matter, no process, no way to apply, and a posting links to it."""
    exercise = read_posting("postings/exercise.md", EXERCISE)
    files = built(posting("one", TEXT), exercise, files={"exercise.md": EXERCISE})
    assert "exercise/index.html" not in files
    assert any(path.startswith("files/exercise-") for path in files)
    assert files["index.html"].count('class="job"') == 1


@pytest.mark.parametrize(
    "text",
    [
        b"# Cook\n\nYou cook.\n",
        b"---\ntitle: Exercise\n---\n# Exercise\n",
        b"# Exercise\n\n## Interview process\n\n1. We call you.\n",
        b"# Exercise\n\n[Apply here](https://example.com/a).\n",
    ],
)
def test_what_says_anything_of_a_job_stays_one(text: bytes) -> None:
    """So does a bare text that no other links to."""
    name = "cook" if b"cook" in text else "exercise"
    files = built(posting("one", TEXT), read_posting(f"postings/{name}.md", text))
    assert f"{name}/index.html" in files


@pytest.mark.parametrize(
    ("target", "name", "data"),
    [
        ("draft.md", "draft.md", b"---\nstatus: draft\n---\n# Secret\n"),
        ("_shared/about.md", "_shared/about.md", b"# About\n"),
        (".github/notes.md", ".github/notes.md", b"# Notes\n"),
        ("notes.txt", "notes.txt", b"Notes\n"),
        ("missing.md", "other.md", b"# Other\n"),
    ],
)
def test_what_is_not_for_the_public_stays_a_text(target: str, name: str, data: bytes) -> None:
    """A posting, a shared or hidden text, another kind of file, none: a link is its words."""
    files = built(posting("one", f"# J\n\nSee [it]({target})."), files={name: data})
    assert "See it." in files["one/index.html"]
    assert not any(path.startswith("files/") for path in files)


def test_a_draft_is_not_published_by_a_link() -> None:
    """Even one without front matter would be a document; a draft that is read is a draft."""
    files = built(
        posting("one", "# J\n\nSee [it](two.md)."),
        posting("two", status="draft"),
        files={"two.md": b"# Two\n"},
    )
    assert not any(path.startswith("files/") for path in files)


def test_images_know_their_size_and_have_a_modern_format() -> None:
    """WebP as wide as the text and twice that: nothing moves and little travels."""
    files = built(
        posting("one", "# J\n\nText.\n\n![The office](office.png)\n"),
        files={"office.png": photo(1600, 900)},
    )
    page = files["one/index.html"]
    found = re.search(r"<picture>(<source[^>]+>)(<img[^>]+>)</picture>", page)
    assert found
    assert 'type="image/webp"' in found[1]
    assert re.search(r"office-\w{10}-672\.webp 672w, \S+-1344\.webp 1344w", found[1])
    assert 'width="1600" height="900"' in found[2]
    assert 'loading="lazy"' in found[2]
    for path in re.findall(r"images/[\w.-]+", found[0]):
        assert path in files


@pytest.mark.parametrize(
    ("written", "sides"),
    [
        ('width="80"', 'width="80" height="45"'),
        ('height="45"', 'width="80" height="45"'),
        ('height="999" width="80"', 'width="80" height="45"'),
    ],
)
def test_an_image_keeps_its_shape(written: str, sides: str) -> None:
    """Its author may tell one side of it; the other follows, so that its place has its shape."""
    text = f'# J\n\nText.\n\n<img src="a.png" alt="x" {written}>\n'
    page = built(posting("one", text), files={"a.png": photo(1600, 900)})["one/index.html"]
    image = re.search(r'<img[^>]+alt="x"[^>]*>', page)
    assert image
    assert image[0].endswith(f" {sides}>")
    assert image[0].count("width=") == image[0].count("height=") == 1


def test_a_drawing_has_its_own_size() -> None:
    """An SVG needs no other format."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'
    page = built(posting("one", "# J\n\nText.\n\n![x](a.svg)\n"), files={"a.svg": svg})
    assert 'width="40" height="20"' in page["one/index.html"]
    assert "<picture>" not in page["one/index.html"]


def test_a_remote_image_loads_late_and_tells_nobody() -> None:
    """Its host learns no page, and a reader who does not scroll asks it for nothing."""
    page = built(posting("one", "# J\n\nText.\n\n![x](https://example.com/a.png)\n"))
    image = re.search(r'<img[^>]+alt="x"[^>]*>', page["one/index.html"])
    assert image
    assert 'loading="lazy"' in image[0]
    assert 'referrerpolicy="no-referrer"' in image[0]


def test_what_is_no_image_is_shown_as_it_is() -> None:
    """The build goes on; the browser shows the description."""
    page = built(posting("one", "# J\n\nText.\n\n![x](a.png)\n"), files={"a.png": b"not a PNG"})
    assert "<picture>" not in page["one/index.html"]
