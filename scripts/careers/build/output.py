"""Puts a site in place of the one before, once all of it is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careers.text.diagnostics import CareersError

MARKER = ".careers-site"
"""Only a folder that holds this file is ever written into; it lists what the last build wrote."""

_MARK = "`careers publish` wrote these files, and replaces them."
# Of a folder that was published before there was a list, what no site of ours has.
_KEPT = (".git", "CNAME")


@contextmanager
def replaced(folder: str) -> Iterator[Path]:
    """A folder to write a site into, which takes the place of ``folder`` at the end.

    What the last build did not write stays: ``.git``, ``CNAME``, a file of the company's own. What
    fails leaves the old site whole. Raises CareersError where the folder holds anything but a site
    of ours, or cannot be written.
    """
    target = Path(folder).resolve()
    require_ours(target)
    try:
        with _fresh_folder(target) as fresh:
            yield fresh
            names = sorted(path.relative_to(fresh).as_posix() for path in _files(fresh))
            (fresh / MARKER).write_text("\n".join([_MARK, *names, ""]), encoding="utf-8")
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


def _files(folder: Path) -> Iterator[Path]:
    """All below a folder but folders; a link to one is no folder."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _others(target: Path) -> list[Path]:
    """What no build of ours wrote, by its path below a site; a whole folder where it is one."""
    lines = (target / MARKER).read_text("utf-8", "replace").split("\n")
    written = {MARKER, *lines[1:]}
    if not any(lines[1:]):
        return [Path(name) for name in _KEPT if (target / name).exists()]
    folders = {str(up) for name in written for up in Path(name).parents}
    return [path.relative_to(target) for path in _strange(target, target, written, folders)]


def _strange(top: Path, folder: Path, written: set[str], folders: set[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        name = path.relative_to(top).as_posix()
        if name in folders and path.is_dir() and not path.is_symlink():
            yield from _strange(top, path, written, folders)
        elif name not in written:
            yield path


def _swap(fresh: Path, target: Path) -> None:
    """Put ``fresh`` at ``target``. Between two renames the site is missing for a moment."""
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    others = _others(target) if (target / MARKER).is_file() else []
    moved: list[Path] = []
    try:
        target.rename(old / "site")
        try:
            for name in others:
                _move(old / "site" / name, fresh / name)
                moved.append(name)
            fresh.rename(target)
        except OSError:
            for name in moved:
                (fresh / name).rename(old / "site" / name)
            (old / "site").rename(target)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _move(path: Path, to: Path) -> None:
    """Move a file or a folder. What a site has under its name now gives way: it is theirs."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.is_dir() and not to.is_symlink():
        shutil.rmtree(to)
    elif to.exists() or to.is_symlink():
        to.unlink()
    path.rename(to)
