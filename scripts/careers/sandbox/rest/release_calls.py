"""REST: releases and their assets; uploads and downloads have addresses of their own."""

from functools import partial
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from careers.sandbox import refusal
from careers.sandbox.releases import operations, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk

if TYPE_CHECKING:
    from careers.sandbox.office import Office

TABLE = Table()
_ALL = REPOSITORY + "/releases"
_ONE = _ALL + "/<int:release>"
_ASSET = _ALL + "/assets/<int:asset>"


class Release(Body):
    """What POST .../releases takes."""

    tag_name: str
    name: str | None = None
    body: str | None = None
    draft: bool = False
    prerelease: bool = False

    def new(self) -> operations.New:
        """The same, as the operations take it."""
        name, body = self.name or "", self.body or ""
        return operations.New(self.tag_name, name, body, self.draft, self.prerelease)


@TABLE.on("GET", _ALL)
def list_releases(desk: Desk, request: Request) -> Answer:
    """The releases, newest first; drafts only to those who may push."""
    return paged(request, desk.base, operations.listed(desk), partial(shapes.release, desk))


@TABLE.on("POST", _ALL)
def create_release(desk: Desk, request: Request) -> Answer:
    """Create a release, or a draft of one."""
    made = operations.create(desk, read(request, Release).new())
    return Answer(201, shapes.release(desk, made))


@TABLE.on("GET", _ALL + "/tags/<tag>")
def get_by_tag(desk: Desk, _request: Request, tag: str) -> Answer:
    """The published release of a tag."""
    return Answer(200, shapes.release(desk, operations.by_tag(desk, tag)))


@TABLE.on("GET", _ONE)
def get_release(desk: Desk, _request: Request, release: int) -> Answer:
    """One release."""
    return Answer(200, shapes.release(desk, operations.find(desk, release)))


@TABLE.on("DELETE", _ONE)
def delete_release(desk: Desk, _request: Request, release: int) -> Answer:
    """Delete a release with its assets."""
    operations.delete(desk, release)
    return Answer(204)


@TABLE.on("GET", _ONE + "/assets")
def list_assets(desk: Desk, request: Request, release: int) -> Answer:
    """The assets of a release, oldest first."""
    known = operations.find(desk, release)
    return paged(request, desk.base, known.assets, partial(shapes.asset, desk, known))


@TABLE.on("GET", _ASSET)
def get_asset(desk: Desk, request: Request, asset: int) -> Answer:
    """An asset; where its content is asked for, the address where it can be had for a while."""
    held, known = operations.find_asset(desk, asset)
    if "application/octet-stream" in request.headers.get("Accept", ""):
        place = f"{desk.base}{shapes.STORAGE}/{known.id}"
        return Answer(302, None, {"Location": place})
    return Answer(200, shapes.asset(desk, held, known))


@TABLE.on("DELETE", _ASSET)
def delete_asset(desk: Desk, _request: Request, asset: int) -> Answer:
    """Delete an asset."""
    operations.delete_asset(desk, asset)
    return Answer(204)


def uploader(office: "Office") -> Table:
    """The call that uploads; some break on the way, where that was ordered."""
    table = Table()

    @table.on("POST", shapes.UPLOADS + _ONE + "/assets")
    def upload(desk: Desk, request: Request, release: int) -> Answer:
        broken = office.broken_uploads > 0
        office.broken_uploads -= broken
        sent = request.content_type or "", None if broken else request.get_data()
        name, label = request.args.get("name", ""), request.args.get("label", "")
        made = operations.upload(desk, release, name, label, sent)
        if broken:
            raise refusal.Refused(502, "Server Error")
        return Answer(201, shapes.asset(desk, operations.find(desk, release), made))

    return table


def stored(office: "Office", request: Request) -> Response:
    """What storage gives to whoever has the address; it asks for no token."""
    office.downloads.append(request.headers.get("Authorization"))
    number = request.path.rpartition("/")[2]
    for repository in office.world.repositories.values():
        for asset in (asset for release in repository.releases for asset in release.assets):
            if str(asset.id) == number:
                return Response(asset.data, content_type=asset.content_type)
    return Response("", 404)
