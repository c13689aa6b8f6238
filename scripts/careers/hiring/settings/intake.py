"""Where applications come from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from careers.hiring.correspondence.settings import MailSettings
from careers.settings.table import Table

FormField = Literal[
    "posting", "name", "first", "last", "email", "phone", "location", "links", "message", "source"
]
RECEIVER = "receiver"
"""A function of one's own: what it holds waits there, and goes once it stands."""
DELETING = frozenset({"tally", "netlify", "jotform", RECEIVER})
"""The form services whose API deletes a submission."""


class FormSettings(Table):
    """One form of a form service: what its questions ask for."""

    service: Annotated[
        Literal[
            "tally",
            "typeform",
            "netlify",
            "formspree",
            "jotform",
            "basin",
            "fillout",
            "google-forms",
            "plain-form",
            "receiver",
        ],
        Field(description="The form service, by the name of its source"),
    ]
    form: Annotated[
        str, Field(description="The form's id there; without it, every form of that service")
    ] = ""
    host: Annotated[
        str,
        StringConstraints(pattern=r"^(https://\S+|http://127\.0\.0\.1:\d+\S*)?$"),
        Field(
            description="The service's other address, as for accounts in the EU; the receiver's",
            examples=["https://api.eu.typeform.com"],
        ),
    ] = ""
    posting: Annotated[str, Field(description="The posting, where the form is for one alone")] = ""
    fields: Annotated[
        dict[FormField, str],
        Field(
            description="field = the question's words or id; the others are told by their words",
            examples=['{ name = "What are you called?" }'],
        ),
    ] = {}
    delete: Annotated[
        bool,
        Field(
            description="Whether what stands in an issue, with its files, is deleted at the "
            "service: Tally, Netlify and Jotform can; a receiver does it always"
        ),
    ] = False

    @property
    def deletes(self) -> bool:
        """Whether what stands is deleted there."""
        return self.delete or self.service == RECEIVER

    @property
    def is_named(self) -> bool:
        """Whether it is one form: a receiver has no other."""
        return bool(self.form or self.service == RECEIVER)

    @model_validator(mode="after")
    def _placed(self) -> FormSettings:
        if self.service == RECEIVER and (self.form or not self.host):
            raise ValueError("a receiver has its `host`, and no `form`: it is for one alone")
        return self

    @model_validator(mode="after")
    def _deletable(self) -> FormSettings:
        if self.delete and self.service not in DELETING:
            raise ValueError(f"{self.service} deletes nothing by its API: leave `delete` out")
        return self


class IntakeSettings(Table):
    """Where applications come from."""

    form: Annotated[
        tuple[FormSettings, ...], Field(description="`[[intake.form]]`, one for each form")
    ] = ()
    mail: MailSettings = MailSettings()
