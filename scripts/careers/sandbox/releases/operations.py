"""What can be done to releases: create, find, delete, and the files that they hold."""

import re
from base64 import b64encode
from dataclasses import dataclass

from careers.sandbox import limits, refusal
from careers.sandbox.releases.model import Asset, Release
from careers.sandbox.visit import Desk, Role

# GitHub renames what has other characters than these; how is known from use, not described.
_OTHER = re.compile(r"[^A-Za-z0-9._+@-]+")


@dataclass
class New:
    """What a request says of a new release."""

    tag: str
    name: str
    body: str
    draft: bool
    prerelease: bool


def listed(desk: Desk) -> list[Release]:
    """The releases that the caller may see, newest first."""
    known = reversed(desk.repository.releases)
    return [each for each in known if not each.draft or desk.role >= Role.WRITE]


def create(desk: Desk, new: New) -> Release:
    """Create a release; one tag has one published release, and any number of drafts."""
    desk.writing(Role.WRITE)
    taken = any(each.tag == new.tag and not each.draft for each in desk.repository.releases)
    if taken and not new.draft:
        raise refusal.invalid("Release", "tag_name", "already_exists")
    number, now = desk.world.next_id(), desk.now
    login = desk.person.login
    published = None if new.draft else now
    made = Release(
        number, new.tag, new.name, new.body, new.draft, new.prerelease, login, now, published
    )
    desk.repository.releases.append(made)
    return made


def find(desk: Desk, number: int) -> Release:
    """The release of that id."""
    for each in listed(desk):
        if each.id == number:
            return each
    raise refusal.not_found()


def by_tag(desk: Desk, tag: str) -> Release:
    """The published release of that tag: a draft is never found by it."""
    for each in desk.repository.releases:
        if each.tag == tag and not each.draft:
            return each
    raise refusal.not_found()


def delete(desk: Desk, number: int) -> None:
    """Delete a release with its assets."""
    known = find(desk, number)
    desk.writing(Role.WRITE)
    desk.repository.releases.remove(known)


def renamed(name: str) -> str:
    """The name that GitHub gives a file."""
    plain = re.sub(r"\.{2,}", ".", _OTHER.sub(".", name)).rstrip(".")
    return f"default{plain}" if plain.startswith(".") or not plain else plain


def upload(desk: Desk, number: int, name: str, label: str, sent: tuple[str, bytes | None]) -> Asset:
    """Keep a file, its type and bytes; None for the bytes leaves what a broken upload leaves."""
    known = find(desk, number)
    desk.writing(Role.WRITE)
    content_type, data = sent
    if not name:
        raise refusal.invalid("ReleaseAsset", "name", "missing_field")
    if data == b"":
        message = "size must be greater than or equal to 1"
        raise refusal.invalid("ReleaseAsset", "size", "custom", message)
    if len(data or b"") >= limits.ASSET:
        message = f"size must be less than {limits.ASSET}"
        raise refusal.invalid("ReleaseAsset", "size", "custom", message)
    if len(known.assets) >= limits.RELEASE_ASSETS:
        message = "a release holds no more assets"
        raise refusal.invalid("ReleaseAsset", "release_id", "custom", message)
    name = renamed(name)
    if any(each.name.casefold() == name.casefold() for each in known.assets):
        raise refusal.invalid("ReleaseAsset", "name", "already_exists")
    state = "open" if data is None else "uploaded"
    content, login = b64encode(data or b"").decode(), desk.person.login
    made = Asset(desk.world.next_id(), name, label, state, content_type, content, login, desk.now)
    known.assets.append(made)
    return made


def find_asset(desk: Desk, number: int) -> tuple[Release, Asset]:
    """The asset of that id, and the release that holds it."""
    for release in listed(desk):
        for each in release.assets:
            if each.id == number:
                return release, each
    raise refusal.not_found()


def delete_asset(desk: Desk, number: int) -> None:
    """Delete a file."""
    release, asset = find_asset(desk, number)
    desk.writing(Role.WRITE)
    release.assets.remove(asset)
