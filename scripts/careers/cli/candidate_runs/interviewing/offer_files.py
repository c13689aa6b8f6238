"""The files of offers: assets of a draft release, which only who may push sees."""

from __future__ import annotations

from careers.github.errors import RefusedError
from careers.github.repository import Repository
from careers.letters.support.message import Attached

OFFERS = "offers"
_KIND = "application/pdf"


def offer_files(repository: Repository, number: int) -> frozenset[str]:
    """The names of a candidate's; none where releases cannot be read."""
    releases = repository.releases()
    try:
        release = releases.find(OFFERS, draft=True)
        found = releases.assets(release, number) if release else []
    except RefusedError:
        return frozenset()
    return frozenset(asset.name for asset in found if asset.is_whole)


def attached_offers(
    repository: Repository, number: int, names: tuple[str, ...]
) -> list[Attached] | None:
    """What is to go with a letter; None where one of them is gone."""
    releases = repository.releases()
    release = releases.find(OFFERS, draft=True) if names else None
    there = {x.name: x for x in releases.assets(release, number)} if release else {}
    if any(name not in there for name in names):
        return None
    return [Attached(name, _KIND, releases.download(there[name].id)) for name in names]
