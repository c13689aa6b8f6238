"""Puts a site in place of the one before, once all of it is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careers.text.diagnostics import CareersError

MARKER = ".careers-site"
"""Only a folder that holds this file is ever replaced."""

_MARK = "`careers publish` wrote this folder and replaces it.\n"


@contextmanager
def replaced(folder: str) -> Iterator[Path]:
    """A folder to write a site into, which takes the place of ``folder`` at the end.

    What fails leaves the old site whole. Raises CareersError where the folder holds anything but
    a site of ours, or cannot be written.
    """
    target = Path(folder).resolve()
    require_ours(target)
    try:
        with _fresh_folder(target) as fresh:
            yield fresh
            (fresh / MARKER).write_text(_MARK)
            _swap(fresh, target)
    except OSError as error:
        message = f"cannot write the site to {folder}: {error.strerror}"
        raise CareersError(message, "look at its permissions and the room on the disk") from None


def require_ours(target: Path) -> None:
    """Raise CareersError where a folder is not empty and holds no site of ours."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CareersError(f"{target} is a file", "name a folder for the site")
    if any(target.iterdir()) and not (target / MARKER).is_file():
        message = f"{target} holds something that is not a site of ours; nothing was changed"
        raise CareersError(message, "name an empty or new folder with --out")


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder, but for the marker."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return sum(path.stat().st_size for path in files)


@contextmanager
def _fresh_folder(target: Path) -> Iterator[Path]:
    """An empty folder beside the site's, which is deleted where it was not put in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        # mkdtemp's folder is its owner's alone; a site is for everybody.
        fresh.chmod(0o755)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Put ``fresh`` at ``target``. Between two renames the site is missing for a moment."""
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    try:
        target.rename(old / "site")
        try:
            fresh.rename(target)
        except OSError:
            (old / "site").rename(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
