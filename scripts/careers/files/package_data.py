"""Where the templates are that come with careers: in the installed package, or in its checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(kind: str) -> Path:
    """The folder of one kind of templates: ``site``, ``candidate``, ``repository``.

    A wheel holds a copy inside the package (see setup.py); a checkout, editable or not, has them
    at its top.
    """
    inside = _PACKAGE / "templates" / kind
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "templates" / kind
