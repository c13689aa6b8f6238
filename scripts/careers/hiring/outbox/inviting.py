"""To which stages a letter invites."""

from __future__ import annotations

from careers.hiring.minding.reminders import is_conversation
from careers.hiring.settings import StageRules


def asks_to_talk(stage: str, rules: StageRules | None) -> bool:
    """Whether people talk there, by its name, or a candidate picks a time for it."""
    return is_conversation(stage) or bool(rules and rules.booking)
