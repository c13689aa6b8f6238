"""Releases and their assets, by the real PyGithub over HTTP."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from github import GithubException, UnknownObjectException

from careers.sandbox import Sandbox, limits
from clients import ask, connect
from repositories import PRIVATE

OCTETS = "application/octet-stream"


def upload(release: Any, name: str, data: bytes) -> Any:
    """One asset."""
    return release.upload_asset_from_memory(BytesIO(data), len(data), name, OCTETS, "A file")


def test_a_file_goes_up_and_comes_down(github: Sandbox) -> None:
    """Uploaded, listed over pages, read back by a redirect, deleted."""
    repository = connect(github, "rita", per_page=2).get_repo(PRIVATE)
    release = repository.create_git_release("files-1", "Files 1", "What people sent")
    made = [upload(release, f"41-{n}.pdf", b"%PDF-1.7 " + bytes([n])) for n in range(5)]
    assert [each.name for each in release.get_assets()] == [f"41-{n}.pdf" for n in range(5)]
    assert made[3].size == 10
    assert made[3].state == "uploaded"
    _, _, parts = made[3].download_asset(chunk_size=4)
    assert b"".join(parts) == b"%PDF-1.7 \x03"
    assert made[3].delete_asset()
    assert len(list(release.get_assets())) == 4
    found = repository.get_release("files-1")
    assert found.id == release.id
    assert len(found.assets) == 4
    release.delete_release()
    assert list(repository.get_releases()) == []


def test_a_draft_is_for_those_who_push(github: Sandbox) -> None:
    """It is found by its id and in the list alone, and by nobody who only reads."""
    rita, otto = (connect(github, who).get_repo(PRIVATE) for who in ("rita", "otto"))
    draft = rita.create_git_release("queue", "Queue", "", draft=True)
    open_ = rita.create_git_release("files-1", "Files", "")
    asset = upload(draft, "a.pdf", b"x")
    assert [each.id for each in rita.get_releases()] == [open_.id, draft.id]
    assert [each.id for each in otto.get_releases()] == [open_.id]
    with pytest.raises(UnknownObjectException):
        rita.get_release("queue")
    place = f"/repos/{PRIVATE}/releases/assets/{asset.id}"
    assert ask(github, "GET", place).status_code == 200
    assert ask(github, "GET", place, who="otto").status_code == 404
    assert (
        ask(github, "POST", f"/repos/{PRIVATE}/releases", {"tag_name": "x"}, who="otto")
        .json()["message"]
        .startswith("Must have")
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("41-cv.pdf", "41-cv.pdf"),
        ("my file (1).pdf", "my.file.1.pdf"),
        (".hidden", "default.hidden"),
        ("履歴書.pdf", "default.pdf"),
        ("a/../b.pdf", "a.b.pdf"),
    ],
)
def test_names_are_changed_as_github_does(github: Sandbox, given: str, kept: str) -> None:
    """What is no letter or digit becomes a point."""
    release = connect(github, "rita").get_repo(PRIVATE).create_git_release("t", "t", "")
    assert upload(release, given, b"x").name == kept


def test_what_is_refused(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name twice, an empty file, one too large, one too many, a tag twice; nobody reads: 404."""
    monkeypatch.setattr(limits, "ASSET", 10)
    monkeypatch.setattr(limits, "RELEASE_ASSETS", 2)
    repository = connect(github, "rita").get_repo(PRIVATE)
    release = repository.create_git_release("t", "t", "")
    upload(release, "a.pdf", b"x")
    for name, data, said in [("A.pdf", b"y", "already_exists"), ("b", b"x" * 10, "size")]:
        with pytest.raises(GithubException, match=said):
            upload(release, name, data)
    upload(release, "b.pdf", b"x")
    with pytest.raises(GithubException, match="no more assets"):
        upload(release, "c.pdf", b"x")
    with pytest.raises(GithubException, match="already_exists"):
        repository.create_git_release("t", "t", "")
    place = f"/repos/{PRIVATE}/releases/{release.id}/assets?name=d.pdf"
    octets = {"Content-Type": OCTETS}
    empty = ask(github, "POST", f"/api/uploads{place}", "", headers=octets)
    assert (empty.status_code, empty.json()["errors"][0]["field"]) == (422, "size")
    assert ask(github, "POST", place, "x", headers=octets).status_code == 404
    github.requests.pop()  # the API's own host takes no uploads, and does not describe them


def test_a_broken_upload_leaves_something(github: Sandbox) -> None:
    """An asset that is not whole holds its name until it is deleted."""
    release = connect(github, "rita").get_repo(PRIVATE).create_git_release("t", "t", "")
    github.break_uploads(1)
    with pytest.raises(GithubException, match="Server Error"):
        upload(release, "a.pdf", b"x")
    (left,) = release.get_assets()
    assert (left.name, left.state, left.size) == ("a.pdf", "open", 0)
    with pytest.raises(GithubException, match="already_exists"):
        upload(release, "a.pdf", b"x")
    left.delete_asset()
    assert upload(release, "a.pdf", b"x").size == 1
