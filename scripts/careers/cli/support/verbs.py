"""Which verbs there are, for whom, and what each does; none is imported to tell it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

AUDIENCES = {
    "author": "For authors of postings",
    "reviewer": "For reviewers of pull requests",
    "recruiter": "For recruiters",
    "administrator": "For whoever sets it up and keeps it",
    "workflow": "For workflows",
    "developer": "For whoever tries careers, or works on it",
}
"""What a verb's ``AUDIENCE`` may be, and its heading, in the order of the help."""

_FOLDER = Path(__file__).parents[1]


class Verb(NamedTuple):
    """``summary`` is the first line of its help."""

    name: str
    audience: str
    summary: str


@cache
def verbs() -> list[str]:
    """Every verb, by name."""
    return sorted(file.stem for file in _FOLDER.glob("*.py") if file.stem != "__init__")


def described() -> list[Verb]:
    """Every verb with what its help says of it, by name."""
    return [_described(name) for name in verbs()]


def _described(name: str) -> Verb:
    # What stands above the first function is enough, and takes a tenth of the time.
    head = (_FOLDER / f"{name}.py").read_text(encoding="utf-8").partition("\ndef ")[0]
    module = ast.parse(head)
    named = {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    summary = (ast.get_docstring(module) or "").partition("\n")[0]
    return Verb(name, str(named["AUDIENCE"]), summary)
