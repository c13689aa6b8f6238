"""What the placeholders of letters stand for, as settings and records say it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from careers.files.mail_templates import load_letters
from careers.hiring.minding.due import Patience
from careers.hiring.outbox.values import Sources
from careers.hiring.record.outbox import Letter
from careers.hiring.settings import CandidatesSettings
from careers.settings import Settings
from hiring.sealing import candidate

NOW = "2026-03-02T10:00:00Z"
LETTER = Letter(id=1, kind="erased", asked=NOW, due=NOW)


@pytest.mark.parametrize(
    ("settings", "name", "stands"),
    [
        ({"retention": {"keep_hash": True}}, "hash_text", True),
        ({"retention": {"keep_hash": False}}, "hash_text", False),
        (
            {"intake": {"mail": {"host": "imap.example.com", "user": "a@example.com"}}},
            "mailbox",
            True,
        ),
        ({"intake": {"mail": {"user": "a@example.com"}}}, "mailbox", False),
    ],
)
def test_a_letter_tells_what_is_so(settings: dict[str, Any], name: str, stands: bool) -> None:  # noqa: FBT001 - a column
    """What stays of a person, and where mail is read, stands in letters where it is so."""
    people = CandidatesSettings.model_validate(settings)
    sources = Sources(Settings(), people, Patience.default(), NOW)
    words = load_letters(Path("nowhere")).words("en")
    values = sources.values(LETTER, candidate("applied"), "", None, words)
    assert (name in values) is stands
