"""Files go to GitHub and come back whole, once, whatever breaks on the way."""

from __future__ import annotations

import pytest

from candidates.company import REPOSITORY
from careers.github.client import GitHub
from careers.github.errors import UnansweredError
from careers.github.releases import Releases
from careers.sandbox import Sandbox
from careers.text.diagnostics import CareersError

CV = b"%PDF-1.7 of Ada"


@pytest.fixture
def releases(github: Sandbox) -> Releases:
    """The releases of the candidates' repository, as the bot sees them."""
    return Releases(GitHub(github.url, "t-bot", REPOSITORY))


@pytest.mark.parametrize("draft", [False, True])
def test_a_file_is_kept_and_read(github: Sandbox, releases: Releases, *, draft: bool) -> None:
    """Found by its candidate's number; the token stays with GitHub; deleted, it is gone."""
    assert releases.find("files-1", draft=draft) is None
    release = releases.ensure("files-1", "Files", "What they sent", draft=draft)
    assert releases.ensure("files-1", "Files", "", draft=draft) == release
    made = releases.upload(release, "41-cv.pdf", CV)
    releases.upload(release, "4-cv.pdf", CV)
    assert releases.assets(release, 41) == [made]
    assert releases.download(made.id) == CV
    assert github.downloads == [None]
    releases.delete(made.id)
    releases.delete(made.id)
    assert releases.assets(release, 41) == []


def test_twice_is_once(releases: Releases) -> None:
    """The same bytes under one name are one file; others get a number."""
    release = releases.ensure("files-1", "Files", "")
    first = releases.upload(release, "41-cv.pdf", CV)
    assert releases.upload(release, "41-cv.pdf", CV) == first
    other = releases.upload(release, "41-cv.pdf", CV + b"!")
    assert other.name == "41-cv-2.pdf"
    assert releases.upload(release, "41-cv.pdf", CV + b"!") == other
    assert len(releases.assets(release)) == 2


def test_an_upload_that_breaks_is_made_good(github: Sandbox, releases: Releases) -> None:
    """What it left is deleted; an answer that was lost is read back."""
    release = releases.ensure("files-1", "Files", "")
    github.break_uploads(1)
    with pytest.raises(UnansweredError):
        releases.upload(release, "41-cv.pdf", CV)
    assert releases.upload(release, "41-cv.pdf", CV).is_whole
    github.fail(1, "cut-after", method="POST", path="uploads")
    assert releases.upload(release, "41-letter.pdf", CV).name == "41-letter.pdf"
    assert len(releases.assets(release)) == 2


def test_what_cannot_be_done_is_said(github: Sandbox, releases: Releases) -> None:
    """With its cure, and without an address."""
    reader = Releases(GitHub(github.url, "t-otto", REPOSITORY))
    with pytest.raises(CareersError) as caught:
        reader.ensure("files-1", "Files", "")
    assert "Contents: read and write" in caught.value.help
    release = releases.ensure("files-1", "Files", "")
    made = releases.upload(release, "41-cv.pdf", CV)
    with pytest.raises(CareersError, match="larger"):
        releases.download(made.id, most=4)
    elsewhere = GitHub(github.url.replace("127.0.0.1", "localhost"), "t-bot", REPOSITORY)
    with pytest.raises(CareersError, match="strange place"):
        Releases(elsewhere).upload(release, "41-a.pdf", CV)
