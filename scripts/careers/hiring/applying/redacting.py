"""What was sent, as it may stand in an issue: without where files lie, without what fills pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_STORES = re.compile(
    r"(?:^|\.)(?:tally\.so|typeform\.(?:com|eu)|netlify\.(?:com|app)|formspree\.io|jotform\.com"
    r"|fillout\.com|usebasin\.com|cloudfront\.net|amazonaws\.com|googleapis\.com|google\.com"
    r"|googleusercontent\.com|blob\.core\.windows\.net|r2\.dev|r2\.cloudflarestorage\.com)$"
)
"""Hosts whose addresses open files to whoever has them."""
_NAMES = frozenset({"name", "filename", "file_name", "fileName"})
_PLACES = frozenset({"url", "file_url", "fileUrl", "downloadUrl", "accessToken", "signature"})
_LINES = re.compile(r"(?:^[A-Za-z0-9+/=]{60,}\r?\n?){3,}", re.MULTILINE)
_HIDDEN = "…"


def without_places(value: Any) -> Any:
    """The same without the addresses of files: whoever has one reads the file."""
    if isinstance(value, str):
        return _ADDRESS.sub(_shortened, value)
    if isinstance(value, list | tuple):
        return [without_places(item) for item in value]
    if isinstance(value, Mapping):
        is_file = bool(_NAMES & value.keys())
        return {
            name: _HIDDEN if is_file and name in _PLACES else without_places(item)
            for name, item in value.items()
        }
    return value


def _shortened(match: re.Match[str]) -> str:
    """An address of a file, or one with a query, which may be a key: its host alone."""
    try:
        parts = urlsplit(match[0])
        host = (parts.hostname or "").casefold()
    except ValueError:
        return _HIDDEN
    if parts.query or _STORES.search(host):
        return f"{parts.scheme}://{host}/{_HIDDEN}"
    return match[0]


def told(value: Any, most: int) -> str:
    """JSON for people, of about ``most`` characters: where it is longer, long texts are cut."""
    value = without_places(value)
    for longest in (most, most // 10, most // 100):
        text = json.dumps(_cut(value, longest), indent=1, ensure_ascii=False)
        if len(text) <= most:
            break
    return text[:most]


def _cut(value: Any, longest: int) -> Any:
    if isinstance(value, str):
        value = _LINES.sub("[a file]\n", value)
        if len(value) <= longest:
            return value
        return f"{value[:longest]}… ({len(value):,} characters)"
    if isinstance(value, list | tuple):
        return [_cut(item, longest) for item in value]
    if isinstance(value, Mapping):
        return {name: _cut(item, longest) for name, item in value.items()}
    return value
