"""Where the pages about checks can be read on GitHub: beside the code that found something."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from careers.files.package_data import shipped

_DOCS = ("docs", "checks")
_DOWNLOADED = "_actions"
"""The runner keeps an action in ``_actions/OWNER/NAME/COMMIT``."""


class CheckPages(NamedTuple):
    """The address of their folder, and which there are."""

    address: str = ""
    codes: frozenset[str] = frozenset()


def check_pages(repository: str) -> CheckPages:
    """The pages of the action's own commit, else those of ``repository`` (its address)."""
    top = shipped("site").parents[1]
    codes = frozenset(path.stem for path in top.joinpath(*_DOCS).glob("*.md"))
    if top == Path.cwd().resolve():
        return CheckPages("/".join((repository, "blob", "HEAD", *_DOCS)), codes)
    kind, *place = top.parts[-4:]
    if kind != _DOWNLOADED:
        return CheckPages()
    server = repository.rsplit("/", 2)[0]
    owner, name, commit = place
    return CheckPages("/".join((server, owner, name, "blob", commit, *_DOCS)), codes)
