"""Where applications come from: one module a source, its text in, an ``Application`` out.

A source's module has ``read(event) -> Application``; its name is the event's (``file`` for plain
JSON). ``read`` here picks it by that name.
"""

from __future__ import annotations

import importlib
import pkgutil

from careers.application import Application
from careers.text.diagnostics import CareersError
from careers.text.strict_json import load_object


def sources() -> list[str]:
    """Every source, by name."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))


def read(data: bytes, source: str = "file") -> Application:
    """Read an application from a source's text. Raises CareersError, status 1."""
    if source not in sources():
        message = "this event holds no application"
        raise CareersError(message, f"start it with one of: {', '.join(sources())}", status=1)
    made: Application = importlib.import_module(f"{__name__}.{source}").read(load_object(data))
    return made
