"""How soon a letter goes."""

from __future__ import annotations

from enum import StrEnum


class When(StrEnum):
    """How soon a letter goes once it was asked for."""

    NOW = "within minutes"
    HOUR = "within the hour"
    NEXT_DAYS = "after two working days, at 9:00"
