"""Where a Markdown file that postings link to has its page."""

from __future__ import annotations

from hashlib import sha256
from posixpath import basename, splitext

from careers.markdown.scorecard import is_scorecard
from careers.site.model.urls import address

FOLDER = "files"
"""Where their pages are."""
_SHARED = "_shared"


def is_document(path: str) -> bool:
    """Whether a file may be published because a posting links to it.

    Markdown alone, nothing hidden, and no text that exists to be put into others.
    """
    parts = path.split("/")
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return path.lower().endswith(".md") and not hidden and _SHARED not in parts


def publishable(data: bytes) -> bool:
    """Whether it may be shown: no posting (with front matter: its status decides), no scorecard."""
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = text.partition(b"\n")[0].decode(errors="replace")
    return not text.startswith(b"---") and not is_scorecard(first)


def document_folder(path: str) -> str:
    """``files/code-exercise-go-1a2b3c/``: the same whatever else is published."""
    digest = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{FOLDER}/{address(splitext(basename(path))[0])}-{digest}/"
