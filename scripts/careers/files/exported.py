"""Writes what holds names: an export as a folder or a zip, the rows that an import refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from careers.text.diagnostics import CareersError

Files = Iterable[tuple[str, bytes]]


def write_folder(folder: Path, files: Files) -> None:
    """The files below a folder, which is made, readable by its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True)
        for name, data in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise _refused(folder, error) from None


def write_zip(path: Path, files: Files) -> None:
    """The files in a zip."""
    try:
        with path.open("xb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            path.chmod(0o600)
            for name, data in files:
                made.writestr(name, data)
    except OSError as error:
        raise _refused(path, error) from None


def write_private(path: Path, data: bytes) -> None:
    """One file, over what is there, readable by its owner alone."""
    try:
        path.write_bytes(data)
        path.chmod(0o600)
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: OSError) -> CareersError:
    return CareersError(f"cannot write {path}: {error.strerror}", "name one that is new: --to PATH")
