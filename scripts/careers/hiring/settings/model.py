"""All of ``candidates.toml``."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import Field, ValidationError

from careers.hiring.forgetting.settings import RetentionSettings
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.settings.flags import Flag
from careers.hiring.settings.intake import IntakeSettings
from careers.hiring.settings.names import ReasonName
from careers.hiring.settings.people import FieldIds, People, Roles
from careers.hiring.settings.reasons import REASONS, Reason
from careers.hiring.settings.stages import OfferRules, ScorecardRules, StageRules
from careers.posting.field_types import StageName
from careers.settings.table import Table
from careers.settings.versions import VERSION, Version, tables
from careers.text.diagnostics import CareersError

OTHER = "other"
"""The source of what comes from somewhere that the settings do not list."""


class CandidatesSettings(Table):
    """All of ``candidates.toml``; every table and field may be missing."""

    version: Version = VERSION
    candidates: People = People()
    roles: Roles = Roles()
    intake: IntakeSettings = IntakeSettings()
    flag: tuple[Flag, ...] = ()
    fields: FieldIds = FieldIds()
    reasons: Annotated[
        dict[ReasonName, Reason],
        Field(
            description="Why somebody was not hired. The list is closed, so that reports add up: "
            "a table of your own names all that there are",
            min_length=1,
        ),
    ] = REASONS
    stage: dict[StageName, StageRules] = {}
    retention: RetentionSettings = RetentionSettings()
    scorecards: ScorecardRules = ScorecardRules()
    offer: OfferRules = OfferRules()
    letters: LettersSettings = LettersSettings()

    def patience(self, stage: str) -> int:
        """Working days that a candidate may stand in a stage."""
        return self.stage.get(stage, StageRules()).patience

    def source(self, name: str) -> str:
        """The source as labels name it."""
        return name if name in self.candidates.sources else OTHER


def read_candidates_settings(text: str, path: str = "candidates.toml") -> CandidatesSettings:
    """Read them. Raises CareersError that names the file, the field and the cure."""
    try:
        return CandidatesSettings.model_validate(tables(text, path))
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is not TOML: {error}"
        raise CareersError(message, "mend that line") from None
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        lines = [
            f"{'.'.join(map(str, d['loc']))}: {d['msg'].removeprefix('Value error, ')}"
            for d in details
        ]
        message = f"{path}: {'; '.join(lines)}"
        raise CareersError(message, "docs/configuration.md lists every setting") from None
