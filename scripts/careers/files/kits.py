"""Reads an interviewer's kit out of the candidates' repository."""

from __future__ import annotations

from pathlib import Path

from careers.files.candidates_settings import CHECKED_OUT
from careers.files.load import read_text

FOLDER = "kits"


def load_kit(path: str, folder: Path = Path()) -> str:
    """The Markdown of a kit, by its path as the settings say it; where it is missing, that it is.

    A link that leads out of ``kits/`` is not followed.
    """
    for base in (folder / CHECKED_OUT, folder):
        file = base / path
        if file.is_file() and file.resolve().is_relative_to((base / FOLDER).resolve()):
            return read_text(file)
    return f"_There is no file `{path}` in this repository._" if path else ""
