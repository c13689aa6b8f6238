"""A folder of files that somebody names: what is in it, and what each holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careers.text.diagnostics import CareersError


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of files."""

    path: Path

    def names(self) -> list[str]:
        """The files in it. Raises CareersError where it is none."""
        try:
            return sorted(file.name for file in self.path.iterdir() if file.is_file())
        except OSError as error:
            message = f"cannot read {self.path}: {error.strerror}"
            raise CareersError(message, "name a folder") from None

    def read(self, name: str) -> bytes:
        """One of them, never one elsewhere. Raises CareersError where it cannot be read."""
        try:
            return (self.path / Path(name).name).read_bytes()
        except OSError as error:
            message = f"cannot read a file in {self.path}: {error.strerror}"
            raise CareersError(message, "put the folder beside candidates.json") from None
