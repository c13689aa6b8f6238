"""Finds ``candidates.toml``: in the folder, or where the workflow checked the candidates out."""

from __future__ import annotations

from pathlib import Path

from careers.files.load import read_text
from careers.hiring.settings import CandidatesSettings, read_candidates_settings

NAME = "candidates.toml"
CHECKED_OUT = Path(".candidates")
"""The folder of the candidates' repository beside the postings', as the workflows lay it."""


def candidates_settings_file(folder: Path = Path()) -> Path | None:
    """Where they lie; None where there are none."""
    places = (folder / CHECKED_OUT / NAME, folder / NAME)
    return next((path for path in places if path.exists()), None)


def load_candidates_settings(folder: Path = Path()) -> CandidatesSettings:
    """The settings about people; the defaults where there are none."""
    path = candidates_settings_file(folder)
    return read_candidates_settings(read_text(path), str(path)) if path else CandidatesSettings()
