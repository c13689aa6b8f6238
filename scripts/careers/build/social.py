"""Makes the images for social networks, each once: what was drawn before is read from a folder."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from careers.files.cache_file import keep
from careers.files.versions import version

if TYPE_CHECKING:
    from careers.site.model.card import Card

CACHE = Path(".careers_cache", "social")

# Counts up when the same card is drawn differently.
_DESIGN = 1
_MAKERS = ("resvg-py", "ttf-opensans")
_BEGIN = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"


def drawer(folder: Path = CACHE) -> Callable[[Card], bytes]:
    """What draws a card as PNG, or finds it in ``folder``; safe to use from several processes.

    The same card gives the same bytes on every machine: no font of the system is looked at. The
    libraries that draw are loaded for the first card that is not in the folder.
    """

    def draw(card: Card) -> bytes:
        told = "\n".join([card.digest, str(_DESIGN), *map(version, _MAKERS)])
        path = folder / f"{sha256(told.encode()).hexdigest()}.png"
        known = _read(path)
        if known is not None:
            return known
        made = _drawn(card)
        keep(path, made)
        return made

    return draw


def _drawn(card: Card) -> bytes:
    from careers.build.card_png import render  # noqa: PLC0415 - loaded for a new image alone

    return render(card)


def _read(path: Path) -> bytes | None:
    """A kept image; None where there is none, or a part of one."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if data.startswith(_BEGIN) and data.endswith(_END) else None
