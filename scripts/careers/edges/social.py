"""Makes the images for social networks, each once: what was drawn before is read from a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from careers.problem import CareersError

if TYPE_CHECKING:
    from careers.site._card import Card
    from careers.site._drawing import Font

CACHE = Path(".careers_cache", "social")

# Counts up when the same card is drawn differently.
_DESIGN = 1
_FONTS = ("OpenSans-Bold.ttf", "OpenSans-Regular.ttf")
_BEGIN = b"\x89PNG\r\n\x1a\n"
_END = b"IEND\xaeB`\x82"


def drawer(folder: Path = CACHE) -> Callable[[Card], bytes]:
    """What draws a card as PNG, or finds it in ``folder``; safe to use from several processes.

    The same card gives the same bytes on every machine: no font of the system is looked at. The
    libraries that draw are loaded for the first card that is not in the folder.
    """
    makers = [version("resvg-py"), version("fonttools"), version("ttf-opensans")]

    def draw(card: Card) -> bytes:
        name = sha256("\n".join([card.digest, str(_DESIGN), *makers]).encode()).hexdigest()
        path = folder / f"{name}.png"
        known = _read(path)
        if known is not None:
            return known
        made = render(card)
        _keep(path, made)
        return made

    return draw


def render(card: Card) -> bytes:
    """A card as PNG. Raises CareersError where the template gives no drawing."""
    import resvg_py  # noqa: PLC0415 - loaded for a new image alone
    from jinja2 import TemplateError  # noqa: PLC0415

    from careers.site._drawing import draw  # noqa: PLC0415

    try:
        return resvg_py.svg_to_bytes(
            svg_string=draw(card, *_fonts()),
            skip_system_fonts=True,
            font_files=[str(path) for path in _paths()],
            font_family="Open Sans",
        )
    except (TemplateError, ValueError) as error:
        message = f"templates/site/social.svg.j2: {error}"
        raise CareersError(message, "mend the template, or set [site] social_images = false") from (
            None
        )


def _paths() -> list[Path]:
    folder = Path(str(files("ttf_opensans"))) / "ttf"
    return [folder / name for name in _FONTS]


@cache
def _fonts() -> tuple[Font, Font]:
    from careers.site._drawing import Font  # noqa: PLC0415

    bold, regular = (Font(path.read_bytes()) for path in _paths())
    return bold, regular


def _read(path: Path) -> bytes | None:
    """A kept image; None where there is none, or a part of one."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if data.startswith(_BEGIN) and data.endswith(_END) else None


def _keep(path: Path, data: bytes) -> None:
    """Keep an image, whole or not at all. A folder that cannot be written keeps nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        return
