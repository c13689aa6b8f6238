"""Finds the files of the repository that are no postings, and measures images."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from careers.checks import RepositoryFiles
from careers.checks.support.repository_files import ImageSize
from careers.files.image_size import dimensions
from careers.files.load import SHARED, leads_out, shared_texts
from careers.markdown.includes import SharedText
from careers.text.source import decode

# In the order in which GitHub looks for it.
_OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
_KNOWN = (".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".css")


def find_files(paths: Iterable[str]) -> RepositoryFiles:
    """What there is beside the postings below the paths; only folders are searched whole."""
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    shared = {text.path: text for folder in _sharing(folders) for text in _texts(folder)}
    others = sorted({path for folder in folders for path in _others(folder)})
    return RepositoryFiles(
        os.path.exists, cache(image_size), tuple(shared.values()), tuple(others), _owners()
    )


def image_size(path: str) -> ImageSize | None:
    """How large an image file is; None where there is none."""
    try:
        with Path(path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            drawn = path.lower().endswith(".svg")  # it has no pixels
            return ImageSize(size) if drawn else ImageSize(size, *dimensions(file))
    except (OSError, ValueError):
        return None


def _sharing(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, names, _ in os.walk(folder):
            names[:] = sorted(name for name in names if not name.startswith("."))
            if SHARED in names:
                names.remove(SHARED)
                yield Path(root)


def _texts(folder: Path) -> Iterable[SharedText]:
    return shared_texts(folder).values()


def _others(folder: Path) -> Iterator[str]:
    for root, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".") and name != SHARED]
        for name in files:
            path = Path(root, name)
            known = name.lower().endswith(_KNOWN)
            linked = name.lower().endswith(".md") and leads_out(folder, path)
            if not name.startswith(".") and (linked or not known):
                yield path.as_posix()


def _owners() -> SharedText | None:
    found = next((path for path in map(Path, _OWNERS) if path.is_file()), None)
    try:
        return (
            SharedText("CODEOWNERS", found.as_posix(), decode(found.read_bytes()))
            if found
            else None
        )
    except OSError:
        return None
