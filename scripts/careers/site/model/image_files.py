"""Images of the repository as files of the site: each once, named by what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from posixpath import splitext
from typing import TYPE_CHECKING

from careers.site.model.urls import address

if TYPE_CHECKING:
    from careers.site.model.picture import Picture

IMAGE_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
"""The endings of images that pages may show, and what each is."""

# An image runs no script inside a page, but a drawing does when it is opened by itself.
_ACTIVE = re.compile(
    rb"<\s*(?:\w+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate)\b"
    rb"|\bon\w+\s*=|javascript:|<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|data:",
    re.IGNORECASE,
)
_UNKNOWN = 32
"""The sides of an image that cannot be measured, in pixels."""


@dataclass(frozen=True, slots=True)
class OwnImage:
    """An image that the settings name: its path in the site, its bytes, its size in pixels."""

    path: str
    data: bytes = field(repr=False)
    width: int
    height: int

    @property
    def ratio(self) -> float:
        """How many times as wide as high it is."""
        return self.width / self.height


def image_file(
    read: Callable[[str, str], bytes | None], base: str, name: str
) -> tuple[str, bytes] | None:
    """The path in the site of an image beside the file ``base``, and its bytes.

    None where it is no image, is missing, or could act when it is opened.
    """
    stem, ending = splitext(name.rpartition("/")[2])
    data = read(base, name) if ending.lower() in IMAGE_TYPES else None
    if data is None or (ending.lower() == ".svg" and is_active(data)):
        return None
    return f"images/{address(stem)}-{sha256(data).hexdigest()[:10]}{ending.lower()}", data


def own_image(
    read: Callable[[str, str], bytes | None],
    measure: Callable[[bytes], Picture | None],
    name: str | None,
) -> OwnImage | None:
    """An image that ``careers.toml`` names; None where it names none that can be shown."""
    found = image_file(read, "careers.toml", name or "")
    if not found:
        return None
    size = measure(found[1])
    return OwnImage(*found, *((size.width, size.height) if size else (_UNKNOWN, _UNKNOWN)))


def is_active(svg: bytes) -> bool:
    """Whether a drawing holds what could act when it is opened by itself, or cannot be told."""
    try:
        text = svg.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return bool(_ACTIVE.search(text.encode())) or "&#" in text
