"""Reads what a site is made of from disk, and puts a site in place of the one before."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from careers.files.images import MAX_IMAGE
from careers.files.package_data import shipped
from careers.text.diagnostics import CareersError

# A company's own come first.
TEMPLATES = Path("templates", "site")
_OURS = shipped("site")

# Only a folder that holds this file is ever replaced.
MARKER = ".careers-site"


def load_templates(folder: Path = Path()) -> dict[str, str]:
    """The site's templates by file name; those of ``folder`` take the place of the shipped ones.

    Raises CareersError where this package runs outside a checkout and finds none.
    """
    if not _OURS.is_dir():
        message = f"the site's templates are missing: {_OURS}"
        raise CareersError(message, "run careers from its checkout, or install it --editable")
    files = [*_OURS.iterdir(), *_files(folder / TEMPLATES)]
    try:
        return {path.name: path.read_text("utf-8") for path in files if path.is_file()}
    except (OSError, UnicodeDecodeError) as error:
        message = f"a template of the site cannot be read: {error}"
        raise CareersError(message, "save it as UTF-8, and look at its permissions") from None


def _files(folder: Path) -> Iterable[Path]:
    return folder.iterdir() if folder.is_dir() else ()


def read_image(posting: str, target: str) -> bytes | None:
    """The bytes of an image, by the posting's path and the image's target in it.

    None where there is no such file, where it is larger than 5 MiB, or where it lies outside the
    repository (for a posting from elsewhere: outside its folder), hidden or behind a symbolic
    link.
    """
    home = Path(posting).resolve().parent
    repository = Path.cwd().resolve()
    root = repository if home.is_relative_to(repository) else home
    start = root if target.startswith("/") else home
    path = Path(os.path.normpath(start / target.lstrip("/")))
    if not path.is_relative_to(root) or "\0" in target:
        return None
    steps = path.relative_to(root).parts
    ways = [root.joinpath(*steps[: n + 1]) for n in range(len(steps))]
    if any(step.startswith(".") for step in steps) or any(way.is_symlink() for way in ways):
        return None
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_IMAGE else None
    except OSError:
        return None


def write_site(
    files: Iterable[tuple[str, bytes]],
    folder: str,
    finish: Callable[[Path], None] = lambda _folder: None,
) -> int:
    """Write a site and put it in place of ``folder``; the bytes written.

    It is written beside the folder first, and ``finish`` may add to it there, so a failure leaves
    the old site whole. Raises CareersError where the folder holds anything but a site of ours.
    """
    target = Path(folder).resolve()
    require_ours(target)
    fresh: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        # mkdtemp's folder is its owner's alone; a site is for everybody.
        fresh.chmod(0o755)
        total = sum(_write(fresh, path, content) for path, content in files)
        finish(fresh)
        (fresh / MARKER).write_text("`careers publish` wrote this folder and replaces it.\n")
        swap(fresh, target)
    except OSError as error:
        message = f"cannot write the site to {folder}: {error.strerror}"
        raise CareersError(message, "look at its permissions and the room on the disk") from None
    finally:
        if fresh and fresh.exists():
            shutil.rmtree(fresh, ignore_errors=True)
    return total


def require_ours(target: Path) -> None:
    """Raise CareersError where a folder is not empty and holds no site of ours."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CareersError(f"{target} is a file", "name a folder for the site")
    if any(target.iterdir()) and not (target / MARKER).is_file():
        message = f"{target} holds something that is not a site of ours; nothing was changed"
        raise CareersError(message, "name an empty or new folder with --out")


def _write(folder: Path, name: str, content: bytes) -> int:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)


def swap(fresh: Path, target: Path) -> None:
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
