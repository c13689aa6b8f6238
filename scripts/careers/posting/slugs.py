"""Names for addresses and labels, out of the names of files: one rule for all that is published."""

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
_JOB = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{LONGEST - 1}}}", re.ASCII)


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
        # A file system may keep a name composed or not; it is one name.
        same = unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")
        slug = f"{slug.strip('_')[: LONGEST - 9] or 'job'}-{sha256(same).hexdigest()[:8]}"
    return slug


def job_name(stem: str) -> str:
    """What a job is called in labels and forms, by its file's name without the ending.

    The name itself where every form and label can hold it, else the page's address.
    """
    return stem if _JOB.fullmatch(stem) else address(stem)
