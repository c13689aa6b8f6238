"""The versions of what is installed, without opening what is installed."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest

from careers.files import versions as installed


def test_a_folder_tells_what_its_description_tells() -> None:
    """For whatever is installed here, however its name is written."""
    for name in ("markdown-it-py", "MarkupSafe", "resvg-py", "ttf-opensans", "PyYAML", "pillow"):
        assert installed.version(name) == metadata.version(name)


def test_what_is_in_no_folder_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is run from a zip has a version too; one that is not there has none."""
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("packed_example-1.2.dist-info/METADATA", "Name: x\nVersion: 1.2\n")
    monkeypatch.syspath_prepend(str(tmp_path / "all.zip"))
    assert installed.version("packed-example") == "1.2"
    with pytest.raises(metadata.PackageNotFoundError):
        installed.version("no-such-example")
