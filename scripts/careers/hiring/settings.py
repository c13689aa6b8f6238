"""The settings about people, read from ``candidates.toml`` in their private repository."""

from __future__ import annotations

import tomllib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from careers.text.diagnostics import CareersError

Source = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=43)]
FormField = Literal[
    "posting", "name", "first", "last", "email", "phone", "location", "links", "message", "source"
]
OTHER = "other"
"""The source of what comes from somewhere that the settings do not list."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class People(_Table):
    """How candidates are shown."""

    titles: Annotated[
        Literal["name", "number"],
        Field(
            description="What an issue's title names: mails carry it, and no erasing reaches "
            "mailboxes"
        ),
    ] = "name"
    sources: Annotated[
        tuple[Source, ...],
        Field(description="Where applications come from; any other is `source:other`"),
    ] = ("site", "email", "referral", "linkedin", "indeed", "agency", "event")


class Roles(_Table):
    """Who may move candidates; a role on GitHub decides the rest."""

    triage_moves: Annotated[
        bool,
        Field(
            description="Whether a stage label counts that somebody set who may not write, but "
            "triage. GitHub lets them set it; where this is false it is taken off again"
        ),
    ] = True


class FormSettings(_Table):
    """One form of a form service: what its questions ask for."""

    service: Annotated[
        Literal[
            "tally",
            "typeform",
            "netlify",
            "formspree",
            "jotform",
            "fillout",
            "google-forms",
            "plain-form",
        ],
        Field(description="The form service, by the name of its source"),
    ]
    form: Annotated[
        str, Field(description="The form's id there; without it, every form of that service")
    ] = ""
    posting: Annotated[str, Field(description="The posting, where the form is for one alone")] = ""
    fields: Annotated[
        dict[FormField, str],
        Field(
            description="field = the question's words or id; the others are told by their words",
            examples=['{ name = "What are you called?" }'],
        ),
    ] = {}


class IntakeSettings(_Table):
    """Where applications come from."""

    form: Annotated[
        tuple[FormSettings, ...], Field(description="`[[intake.form]]`, one for each form")
    ] = ()


class CandidatesSettings(_Table):
    """All of ``candidates.toml``; every table and field may be missing."""

    candidates: People = People()
    roles: Roles = Roles()
    intake: IntakeSettings = IntakeSettings()

    def source(self, name: str) -> str:
        """The source as labels name it."""
        return name if name in self.candidates.sources else OTHER


def read_candidates_settings(text: str, path: str = "candidates.toml") -> CandidatesSettings:
    """Read them. Raises CareersError that names the file, the field and the cure."""
    try:
        return CandidatesSettings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is not TOML: {error}"
        raise CareersError(message, "mend that line") from None
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        lines = [f"{'.'.join(map(str, d['loc']))}: {d['msg']}" for d in details]
        message = f"{path}: {'; '.join(lines)}"
        raise CareersError(message, "docs/configuration.md lists every setting") from None
