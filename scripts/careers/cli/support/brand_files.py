"""Finds the pictures that ``careers.toml`` names for the site and that it cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careers.files.load import SETTINGS

if TYPE_CHECKING:
    from careers.settings import Settings

_PICTURES = ("logo", "hero")


def note_pictures(settings: Settings) -> str:
    """A warning for each picture of ``[theme]`` that the site does without; empty without any."""
    named = {name: getattr(settings.theme, name) for name in _PICTURES}
    notes = (_note(name, path) for name, path in named.items() if path)
    return "".join(filter(None, notes))


def _note(name: str, path: str) -> str:
    from careers.build.inputs import read_image
    from careers.site.model.image_files import image_file

    if image_file(read_image, SETTINGS, path):
        return ""
    what, cure = "which is not there", "name a file by its path from the top of the repository"
    if read_image(SETTINGS, path) is not None:
        what, cure = "which pages cannot show", "save it as PNG, JPEG or WebP, or as a plain SVG"
    return f"warning: {SETTINGS}: [theme] {name} is `{path}`, {what}\n  help: {cure}\n"
