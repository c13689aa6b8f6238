"""What companies of earlier versions have, later ones read."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.hiring.settings import read_candidates_settings
from careers.settings import read_settings

VERSIONS = sorted((Path(__file__).parent / "versions").iterdir())


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.name)
def test_settings_of_earlier_versions_are_read(version: Path) -> None:
    """Whoever renames a setting reads the old name too: an update breaks no company's settings.

    Records of earlier versions are held by tests/candidates/version-1 and its tests.
    """
    settings = read_settings((version / "careers.toml").read_text("utf-8"))
    people = read_candidates_settings((version / "candidates.toml").read_text("utf-8"))
    assert settings.company.name == "Example Tools"
    assert people.letters.address == "jobs@example.com"
