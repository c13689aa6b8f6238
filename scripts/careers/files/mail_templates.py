"""Reads the templates of letters from disk."""

from __future__ import annotations

from pathlib import Path

from careers.files.package_data import shipped
from careers.letters.support.wording import Letters
from careers.text.diagnostics import CareersError

_FOLDER = Path("templates", "mail")
_SHIPPED = shipped("mail")


def load_letters(folder: Path = Path()) -> Letters:
    """The letters; a company's own in ``folder`` take the place of ours."""
    files: dict[str, str] = {}
    for place in (_SHIPPED, folder / _FOLDER):
        for path in sorted([*place.glob("*.txt.j2"), *place.glob("words.*.toml")]):
            try:
                files[path.name] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                raise CareersError(f"cannot read {path}", "save it as UTF-8") from None
    return Letters(files)
