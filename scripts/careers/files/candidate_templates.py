"""Reads the templates of issues and comments from disk."""

from __future__ import annotations

from pathlib import Path

from careers.files.package_data import shipped
from careers.text.diagnostics import CareersError

_FOLDER = Path("templates", "candidate")
_SHIPPED = shipped("candidate")
_ENDING = ".md.j2"


def load_candidate_templates(folder: Path = Path()) -> dict[str, str]:
    """The templates by name; a company's in ``folder`` take the place of ours."""
    templates: dict[str, str] = {}
    for place in (_SHIPPED, folder / _FOLDER):
        for path in sorted(place.glob(f"*{_ENDING}")):
            try:
                templates[path.name.removesuffix(_ENDING)] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                message = f"cannot read {path}"
                raise CareersError(message, "save it as UTF-8") from None
    if not templates:
        message = "the templates of candidates' issues are missing"
        raise CareersError(message, "run careers from its checkout, or install it --editable")
    return templates
