"""The settings about people, read from ``candidates.toml`` in their private repository."""

from careers.hiring.settings.flags import Flag
from careers.hiring.settings.intake import FormSettings, IntakeSettings
from careers.hiring.settings.model import OTHER, CandidatesSettings, read_candidates_settings
from careers.hiring.settings.people import FieldIds
from careers.hiring.settings.reasons import Reason
from careers.hiring.settings.stages import OfferRules, ScorecardRules, StageRules

__all__ = [
    "OTHER",
    "CandidatesSettings",
    "FieldIds",
    "Flag",
    "FormSettings",
    "IntakeSettings",
    "OfferRules",
    "Reason",
    "ScorecardRules",
    "StageRules",
    "read_candidates_settings",
]
