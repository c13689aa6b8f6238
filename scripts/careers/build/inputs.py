"""Reads what a site is made of, beside its postings, from disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from careers.files.images import MAX_IMAGE
from careers.files.package_data import shipped
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.files.revision import Base

# A company's own come first.
TEMPLATES = Path("templates", "site")
_OURS = shipped("site")


def load_templates(folder: Path = Path()) -> dict[str, str]:
    """The site's templates by file name; those of ``folder`` take the place of the shipped ones.

    Raises CareersError where this package runs outside a checkout and finds none.
    """
    if not _OURS.is_dir():
        message = f"the site's templates are missing: {_OURS}"
        raise CareersError(message, "run careers from its checkout, or install it --editable")
    return _texts([*_OURS.iterdir(), *_files(folder / TEMPLATES)])


def templates_at(base: Base) -> dict[str, str]:
    """The same, as they stood at a commit; those that are shipped as they are now."""
    then = base.below(TEMPLATES.as_posix())
    return _texts(_OURS.iterdir()) | {
        n: text.decode("utf-8", "replace") for n, text in then.items()
    }


def _texts(files: Iterable[Path]) -> dict[str, str]:
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


def images_at(base: Base) -> Callable[[str, str], bytes | None]:
    """``read_image``, of the files as they stood at a commit; git holds no others."""

    def read(posting: str, target: str) -> bytes | None:
        home = PurePosixPath(posting).parent
        path = os.path.normpath(target.lstrip("/") if target[:1] == "/" else home / target)
        parts = PurePosixPath(path.replace(os.sep, "/")).parts
        data = None if any(part[0] == "." for part in parts) else base.content("/".join(parts))
        return data if data is not None and len(data) <= MAX_IMAGE else None

    return read
