"""Tells the versions of what is installed by the names of its folders.

``importlib.metadata`` opens each package's own description, and loads a reader of mail for it: a
tenth of the time that a build with nothing new takes.
"""

from __future__ import annotations

import os
import sys
from functools import cache


def version(package: str) -> str:
    """A package's version. Raises PackageNotFoundError where it is not installed."""
    known = _versions().get(_plain(package))
    if known:
        return known
    from importlib import metadata  # noqa: PLC0415 - where packages are not in folders: in a zip

    return metadata.version(package)


@cache
def _versions() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.name for entry in entries]
        except OSError:  # a zip, or nothing
            continue
        for name in names:
            if name.endswith(".dist-info"):
                package, _, number = name.removesuffix(".dist-info").partition("-")
                found.setdefault(_plain(package), number)
    return found


def _plain(package: str) -> str:
    return package.lower().replace("-", "_").replace(".", "_")
