"""Addresses of pages: safe in a URL and in a file system."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

# With room for `index.html` and a temporary name inside the 255 bytes of a file system.
LONGEST = 120
_ADDRESS = re.compile(
    rf"(?=[a-z0-9_-]{{1,{LONGEST}}}\Z)(?=_*[a-z0-9])[a-z0-9_]+(?:-[a-z0-9_]+)*", re.ASCII
)


@lru_cache(maxsize=4096)
def address(name: str) -> str:
    """The address of what is called ``name``: ``a-z``, ``0-9``, ``-``, ``_``.

    A name that is one already stays as it is; accents are dropped, and whatever else is left
    becomes a hyphen. A name with no Latin letter gets a stable one of its own.
    """
    if _ADDRESS.fullmatch(name):  # most are one already
        return name
    plain = unicodedata.normalize("NFKD", name).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    slug = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    if not slug.strip("_") or len(slug) > LONGEST:
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        slug = f"{slug.strip('_')[: LONGEST - 9] or 'job'}-{digest}"
    return slug


def is_inside(path: str) -> bool:
    """Whether a relative path stays below the folder that it is joined to."""
    parts = set(path.split("/"))
    return bool(parts - {"", "."}) and path[0] != "/" and "\\" not in path and ".." not in parts
