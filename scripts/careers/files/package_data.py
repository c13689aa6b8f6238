"""Where the templates are that come with careers: in the installed package, or in its checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(kind: str) -> Path:
    """The folder of one kind of templates: ``site``, ``candidate``, ``repository``.

    A wheel holds a copy inside the package (see setup.py); a checkout, editable or not, has them
    at its top.
    """
    return _found("templates", kind)


def changelog() -> str:
    """What changed for people, version by version, the newest first."""
    return _found("CHANGELOG.md").read_text("utf-8")


def _found(*names: str) -> Path:
    inside = _PACKAGE.joinpath(*names)
    return inside if inside.exists() else _PACKAGE.parents[1].joinpath(*names)
