"""What a company decided about its candidates, as far as decisions ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from careers.hiring.forgetting.settings import RetentionSettings
from careers.hiring.labels.names import normalize_stage
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.settings import (
    CandidatesSettings,
    FieldIds,
    OfferRules,
    Reason,
    ScorecardRules,
    StageRules,
)
from careers.settings import CompanySettings, Settings


@dataclass(frozen=True)
class Rules:
    """Reasons by name, when the company works, and the ids of its issues' fields.

    ``hiring_managers`` are logins and teams (`@ORG/TEAM`) by posting, ``interviewers`` logins by
    stage; ``stages`` is what is asked at each.
    """

    reasons: Mapping[str, Reason] = field(default_factory=lambda: CandidatesSettings().reasons)
    hiring_managers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    interviewers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stages: Mapping[str, StageRules] = field(default_factory=dict)
    scorecards: ScorecardRules = field(default_factory=ScorecardRules)
    offer: OfferRules = field(default_factory=OfferRules)
    days: WorkingDays = field(default_factory=lambda: WorkingDays(CompanySettings()))
    letters: LettersSettings = field(default_factory=LettersSettings)
    fields: FieldIds = field(default_factory=FieldIds)
    retention: RetentionSettings = field(default_factory=RetentionSettings)

    def read_reason(self, text: str) -> tuple[str, str]:
        """The reason that a text begins with, and the words behind it; no reason where it has none.

        Capitals, ``-``, ``_`` and blanks make no difference in its name.
        """
        words = [*re.finditer(r"[^\s,:;.]+", text)]
        for count in range(min(len(words), _LONGEST), 0, -1):
            name = normalize_stage(" ".join(word[0] for word in words[:count]))
            if name in self.reasons:
                return name, text[words[count - 1].end() :].lstrip(" \t,:;.")
        return "", text

    def interviewers_of(self, stage: str, posting: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the settings name for a stage, else at an interview those of the posting."""
        return self.interviewers.get(stage) or (posting if INTERVIEW in stage else ())

    def at(self, stage: str) -> StageRules:
        """What is asked at a stage."""
        return self.stages.get(stage) or StageRules()

    def manages(self, login: str, posting: str) -> bool:
        """Whether somebody is named as a hiring manager of a posting by their login."""
        named = self.hiring_managers.get(posting, ())
        return login.casefold() in {name.casefold() for name in named}

    def managing_teams(self, posting: str) -> tuple[str, ...]:
        """The teams (`ORG/TEAM`) whose members are hiring managers of a posting."""
        return teams_among(self.hiring_managers.get(posting, ()))


def teams_among(named: Iterable[str]) -> tuple[str, ...]:
    """The teams (`ORG/TEAM`) of those who are named."""
    return tuple(name[1:] for name in named if name.startswith("@"))


INTERVIEW = "interview"
"""What the name of a stage holds that is one."""
_LONGEST = 4
"""Words of a reason's name."""


def rules_of(settings: Settings, people: CandidatesSettings) -> Rules:
    """As the two files of settings say it."""
    return Rules(
        reasons=people.reasons,
        hiring_managers=people.roles.hiring_managers,
        interviewers={stage: rules.interviewers for stage, rules in people.stage.items()},
        stages=people.stage,
        scorecards=people.scorecards,
        offer=people.offer,
        days=WorkingDays(settings.company),
        letters=people.letters,
        fields=people.fields,
        retention=people.retention,
    )
