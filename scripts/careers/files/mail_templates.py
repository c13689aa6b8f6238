"""Reads the templates of letters from disk."""

from __future__ import annotations

from pathlib import Path

from careers.files.package_data import shipped
from careers.letters.support.broken import BrokenFileError
from careers.letters.support.wording import Letters

_FOLDER = Path("templates", "mail")
_SHIPPED = shipped("mail")


def load_letters(folder: Path = Path()) -> Letters:
    """The letters; a company's own in ``folder`` take the place of ours, broken ones too."""
    files: dict[str, str | BrokenFileError] = {}
    for place in (_SHIPPED, folder / _FOLDER):
        for path in sorted([*place.glob("*.txt.j2"), *place.glob("words.*.toml")]):
            try:
                files[path.name] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                files[path.name] = BrokenFileError(path.name, "cannot be read", "save it as UTF-8")
    return Letters(files)
