"""Finds what was left of the example in ``careers.toml``: addresses that are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from careers.files.load import SETTINGS
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.settings import Settings

# Reserved for examples by RFC 2606, and the invented company that comes with careers.
_EXAMPLE = re.compile(r"\bexample\.(?:com|org|net)\b|\.example\b|\bexample-tools\b|^Example Tools$")
_TABLES = ("company", "site", "candidates", "apply", "privacy")
_CURE = f"say in {SETTINGS} who you are, and where the site is served; docs/adopt.md tells each"


def example_values(settings: Settings) -> list[str]:
    """The settings that still hold an example, as ``[table] name``."""
    return list(_found(settings))


def _found(settings: Settings) -> Iterator[str]:
    for table in _TABLES:
        for name, value in getattr(settings, table):
            if isinstance(value, str) and _EXAMPLE.search(value):
                yield f"[{table}] {name}"


def note_examples(settings: Settings, *, published: bool) -> str:
    """A line that names the examples; empty where there are none.

    Raises CareersError where the site is ``published`` for all to see.
    """
    found = example_values(settings)
    if not found:
        return ""
    if not Path(SETTINGS).exists():
        message, cure = f"there is no {SETTINGS} here", f"`careers init` writes one; {_CURE}"
        if published:
            raise CareersError(message, cure, status=1)
        return f"note: {message}\n  help: {cure}\n"
    message = f"{SETTINGS} still holds example values: {', '.join(found)}"
    if published:
        raise CareersError(message, _CURE, status=1)
    return f"note: {message}\n  help: {_CURE}\n"
