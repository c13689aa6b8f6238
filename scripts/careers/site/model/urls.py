"""Addresses of pages: safe in a URL and in a file system."""

from __future__ import annotations

from careers.posting.slugs import LONGEST, address

__all__ = ["LONGEST", "address", "is_inside"]


def is_inside(path: str) -> bool:
    """Whether a relative path stays below the folder that it is joined to."""
    parts = set(path.split("/"))
    return bool(parts - {"", "."}) and path[0] != "/" and "\\" not in path and ".." not in parts
