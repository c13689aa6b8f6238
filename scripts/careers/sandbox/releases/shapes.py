"""Releases and assets as GitHub's JSON."""

from hashlib import sha256
from typing import Any
from urllib.parse import quote

from careers.sandbox import shapes
from careers.sandbox.releases.model import Asset, Release
from careers.sandbox.visit import Desk

Json = dict[str, Any]

# Uploads have a host of their own; GitHub's servers in a company's house have this path instead.
UPLOADS = "/api/uploads"
# Where downloads are redirected to.
STORAGE = "/api/storage"


def _tag(known: Release) -> str:
    """A draft's tag in addresses: one that nobody else has."""
    return f"untagged-{known.id:08x}" if known.draft else known.tag


def release(desk: Desk, known: Release) -> Json:
    """A `release`, its assets within."""
    url = f"{shapes.api(desk, desk.repository)}/releases/{known.id}"
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    upload = f"{desk.base}{UPLOADS}/repos/{desk.repository.full_name}/releases/{known.id}/assets"
    balls = {
        f"{kind}_url": None if known.draft else f"{api}/{kind}/{known.tag}"
        for kind in ("tarball", "zipball")
    }
    return {
        "url": url,
        "assets_url": f"{url}/assets",
        "upload_url": f"{upload}{{?name,label}}",
        "html_url": f"{page}/releases/tag/{_tag(known)}",
        "id": known.id,
        "node_id": f"RE_{known.id:08d}",
        "author": shapes.user(desk, known.login),
        "tag_name": known.tag,
        "target_commitish": "main",
        "name": known.name,
        "body": known.body,
        "draft": known.draft,
        "prerelease": known.prerelease,
        "immutable": False,
        "created_at": known.created_at,
        "published_at": known.published_at,
        "assets": [asset(desk, known, each) for each in known.assets],
        **balls,
    }


def asset(desk: Desk, held: Release, known: Asset) -> Json:
    """A `release-asset`; the digest of one that is not whole is null."""
    page = shapes.page(desk, desk.repository)
    whole = known.state == "uploaded"
    return {
        "url": f"{shapes.api(desk, desk.repository)}/releases/assets/{known.id}",
        "id": known.id,
        "node_id": f"RA_{known.id:08d}",
        "name": known.name,
        "label": known.label,
        "uploader": shapes.user(desk, known.login),
        "content_type": known.content_type,
        "state": known.state,
        "size": len(known.data),
        "digest": f"sha256:{sha256(known.data).hexdigest()}" if whole else None,
        "download_count": known.download_count,
        "created_at": known.created_at,
        "updated_at": known.created_at,
        "browser_download_url": f"{page}/releases/download/{_tag(held)}/{quote(known.name)}",
    }
