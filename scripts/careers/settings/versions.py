"""Settings carry the version of their shape; an older one is read as the newest says it.

`careers upgrade` writes the same into the file. What says no version is of the time before there
were any.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Sequence
from typing import Annotated, Any, Literal, Protocol

from pydantic import Field

from careers.text.diagnostics import CareersError

VERSION: Literal[1] = 1
Version = Annotated[
    Literal[1], Field(description="The version of their shape; `careers upgrade` keeps it")
]


class Migration(Protocol):
    """A module of ``migrations``."""

    def migrate(self, name: str, text: str, /) -> str:
        """The text as the next version has it."""


def migrations() -> Sequence[Migration]:
    """All of them, the first version's first."""
    package = f"{__package__}.migrations"
    return [importlib.import_module(f"{package}.to_{number + 1}") for number in range(VERSION)]


def tables(text: str, path: str) -> dict[str, Any]:
    """What settings of any version say, in the newest shape.

    Raises TOMLDecodeError as ``tomllib`` does, and CareersError where they are of a later version.
    """
    said = tomllib.loads(text)
    if said.get("version", 0) == VERSION:
        return said
    return tomllib.loads(migrated(path.rpartition("/")[2], text, migrations()))


def migrated(name: str, text: str, steps: Sequence[Migration]) -> str:
    """The text in the newest shape, the same where it has that.

    ``steps`` lead from version 0 on, one a version. Raises as ``tables`` does.
    """
    version = tomllib.loads(text).get("version", 0)
    if not isinstance(version, int) or not 0 <= version <= len(steps):
        message = f"{name}: its version is `{str(version)[:20]}`, this program knows {len(steps)}"
        raise CareersError(message, "`pipx upgrade careers-in-git`, and `careers upgrade`")
    for step in steps[version:]:
        text = step.migrate(name, text)
    return text
