"""Files of candidates, as assets of releases: found, sent, read and deleted.

An asset's name begins with its candidate's number (``41-cv.pdf``). A draft release is seen by those
who may push and is found in the list alone; a published one by all who read the repository.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from careers.github.errors import RefusedError, UnansweredError
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.client import GitHub

_GONE, _FORBIDDEN = 404, 403
_MOST_OF_A_NAME = 50
LARGEST = 25 * 1024 * 1024
"""Bytes of a file that is kept or read."""


@dataclass(frozen=True, slots=True)
class Release:
    """A release that holds files."""

    id: int
    tag: str
    is_draft: bool
    upload_url: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file: its address for people, its ``digest`` (``sha256:…``; empty where none is told).

    One that is not whole is what an upload left that was cut off.
    """

    id: int
    name: str
    size: int
    digest: str
    url: str
    is_whole: bool = True

    def holds(self, data: bytes) -> bool:
        """Whether these are its bytes."""
        told = self.digest or digest_of(data)
        return self.is_whole and self.size == len(data) and told == digest_of(data)


def digest_of(data: bytes) -> str:
    """The digest of a file, as GitHub writes it."""
    return f"sha256:{sha256(data).hexdigest()}"


class Releases:
    """The releases of the candidates' repository. Raises CareersError."""

    def __init__(self, github: GitHub) -> None:
        self._github = github
        self._made: dict[str, Release] = {}

    def find(self, tag: str, *, draft: bool = False) -> Release | None:
        """The release of a tag, published or a draft; None where there is none."""
        what = f"look for the release {tag}"
        if draft:
            found = self._github.pages("/releases", what)
            known = (item for item in found if item.get("draft") and item.get("tag_name") == tag)
            return next(map(_release, known), None)
        try:
            return _release(self._github.call("GET", f"/releases/tags/{tag}", what)[1])
        except RefusedError as error:
            if error.http == _GONE:
                return None
            raise

    def ensure(self, tag: str, title: str, text: str, *, draft: bool = False) -> Release:
        """The release of a tag, made where there is none; asked for once.

        Raises where it could not be emptied.
        """
        if tag not in self._made:
            self._made[tag] = self._ensured(tag, title, text, draft=draft)
        return self._made[tag]

    def _ensured(self, tag: str, title: str, text: str, *, draft: bool) -> Release:
        what = f"make the release {tag}"
        sent = {"tag_name": tag, "name": title, "body": text, "draft": draft}
        sent["prerelease"] = not draft  # it is nobody's latest version
        with _contents():
            try:
                return self.find(tag, draft=draft) or _release(
                    self._github.call("POST", "/releases", what, sent)[1]
                )
            except RefusedError as error:
                if known := error.already and self.find(tag, draft=draft):
                    return known
                raise

    def assets(self, release: Release, number: int | None = None) -> list[Asset]:
        """The files of a release, oldest first; of one candidate alone, by their number."""
        what = f"list the files of {release.tag}"
        with _contents():
            items = [*self._github.pages(f"/releases/{release.id}/assets", what)]
        found = [_asset(item) for item in items]
        return [a for a in found if number is None or a.name.startswith(f"{number}-")]

    def published(self) -> Iterator[tuple[Release, list[Asset]]]:
        """Every published release with its files."""
        for item in self._github.pages("/releases", "list the releases"):
            if not item.get("draft") and not item.get("immutable"):
                yield _release(item), [_asset(each) for each in item.get("assets") or ()]

    def upload(self, release: Release, name: str, data: bytes) -> Asset:
        """Keep a file under a name of small letters, digits, ``-`` and ``.``; twice is once.

        Where another file has the name, it gets a number: ``41-cv-2.pdf``.
        """
        for own in _names(name):
            with _contents():
                asset = self._sent(release, own, data) or self._sent(release, own, data)
            if asset and asset.holds(data):
                return asset
        message = f"{self._github.repository}: too many files of one name"
        raise CareersError(message, "give it another name")

    def _sent(self, release: Release, name: str, data: bytes) -> Asset | None:
        """The file of that name: this one, or who has it already; None where it is free now."""
        what = f"keep a file in {release.tag}"
        try:
            return _asset(self._github.transfer.upload(release.upload_url, name, data, what))
        except RefusedError as error:
            if not error.already:
                raise
            return self._known(release, name)
        except UnansweredError:
            known = self._known(release, name)  # perhaps it was carried out
            if known is None:
                raise
            return known

    def download(self, asset: int, most: int = LARGEST) -> bytes:
        """What a file holds, of at most so many bytes."""
        path = f"/repos/{self._github.repository}/releases/assets/{asset}"
        return self._github.transfer.download(path, most, "read a file")

    def delete(self, asset: int) -> None:
        """Delete a file; one that is gone is fine."""
        with _contents():
            try:
                self._github.call("DELETE", f"/releases/assets/{asset}", "delete a file")
            except RefusedError as error:
                if error.http != _GONE:
                    raise

    def _known(self, release: Release, name: str) -> Asset | None:
        """The file of that name; what an upload left that was cut off is deleted."""
        found = next((a for a in self.assets(release) if a.name == name), None)
        if found and not found.is_whole:
            self.delete(found.id)
            return None
        return found


def _names(name: str) -> Iterator[str]:
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, f"{dot}{ending}") if stem else (name, "")
    yield name
    yield from (f"{stem}-{number}{ending}" for number in range(2, _MOST_OF_A_NAME))


def _release(item: dict[str, Any]) -> Release:
    if item.get("immutable"):
        message = f"the release {item['tag_name']} can never be changed: no file can be erased"
        cure = "switch immutable releases off in the repository's settings, and delete that release"
        raise CareersError(message, cure)
    return Release(item["id"], item["tag_name"], bool(item.get("draft")), item["upload_url"])


def _asset(item: dict[str, Any]) -> Asset:
    return Asset(
        id=item["id"],
        name=item["name"],
        size=item.get("size") or 0,
        digest=item.get("digest") or "",
        url=item.get("browser_download_url") or "",
        is_whole=item.get("state") == "uploaded",
    )


@contextmanager
def _contents() -> Iterator[None]:
    """Say which permission files need, where it lacks."""
    try:
        yield
    except RefusedError as error:
        if error.http in {_FORBIDDEN, _GONE}:
            error.help = "the token lacks a permission there: files need Contents: read and write"
        raise
