"""Where a candidate stands while a letter is true."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Where a candidate must stand when a letter goes, so that what it says is so."""

    ANYWHERE = "anywhere"
    UNDER_WAY = "under way"
    SAME_STAGE = "in the stage in which it was asked for"
    REJECTED = "rejected by the act that asked for it"
    WITHDRAWN = "withdrawn by the act that asked for it"
