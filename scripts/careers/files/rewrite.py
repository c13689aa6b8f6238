"""Puts a new text in place of a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from careers.text.diagnostics import CareersError


def rewrite(path: Path, data: bytes) -> None:
    """Replace a file's bytes; its mode stays, and a reader sees the old file or the new.

    Raises CareersError where that cannot be done; the old file is then as it was.
    """
    if path.is_symlink():
        raise CareersError(f"{path} is a symbolic link", "name the file that it points to")
    _write(path, data, path.stat().st_mode & 0o7777)


def create(path: Path, data: bytes, cure: str = "choose another title, or --path") -> None:
    """Write a file that is not there yet, whole or not at all. Raises CareersError where it is."""
    made = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            made = True
            file.write(data)
    except FileExistsError:
        message = f"{path} is there already; nothing was changed"
        raise CareersError(message, cure, status=1) from None
    except OSError as error:
        if made:
            path.unlink(missing_ok=True)
        message = f"cannot write {path}: {error.strerror}"
        raise CareersError(message, "look at its permissions") from None


def _write(path: Path, data: bytes, mode: int) -> None:
    fresh = None
    try:
        handle, fresh = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(fresh).chmod(mode)
        Path(fresh).replace(path)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise CareersError(message, "look at its permissions and the room on the disk") from None
    finally:
        if fresh:
            Path(fresh).unlink(missing_ok=True)
