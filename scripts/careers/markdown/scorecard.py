"""Which heading is that of a scorecard: what interviewers look at, and nobody else."""

from __future__ import annotations

import re

_SCORECARD = re.compile(
    r"(?:interview(?:er)? )?score[ -]?cards?|bewertungsb[oö]gen|grille d'évaluation", re.IGNORECASE
)


def is_scorecard(heading: str) -> bool:
    """Whether a heading says so, by its whole text."""
    return bool(_SCORECARD.fullmatch(heading.strip(" :*#")))
