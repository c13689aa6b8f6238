"""Finds ``candidates.toml``: in the folder, or where the workflow checked the candidates out."""

from __future__ import annotations

from pathlib import Path

from careers.files.load import read_text
from careers.hiring.settings import CandidatesSettings, read_candidates_settings

NAME = "candidates.toml"
CHECKED_OUT = Path(".candidates")
"""The folder of the candidates' repository beside the postings', as the workflows lay it."""


def load_candidates_settings(folder: Path = Path()) -> CandidatesSettings:
    """The settings about people; the defaults where there are none."""
    for path in (folder / CHECKED_OUT / NAME, folder / NAME):
        if path.exists():
            return read_candidates_settings(read_text(path), str(path))
    return CandidatesSettings()
