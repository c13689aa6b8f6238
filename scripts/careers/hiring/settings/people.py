"""How candidates are shown, who may move them, and the fields of their issues."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from careers.hiring.settings.names import Source, TeamOrLogin
from careers.settings.table import Table


class People(Table):
    """How candidates are shown."""

    titles: Annotated[
        Literal["name", "number"],
        Field(
            description="What an issue's title names: mails carry it, and no erasing reaches "
            "mailboxes"
        ),
    ] = "name"
    type: Annotated[
        str,
        Field(
            max_length=100,
            description="The type that their issues get, of those that the organisation has",
            examples=["Candidate"],
        ),
    ] = ""
    sources: Annotated[
        tuple[Source, ...],
        Field(description="Where applications come from; any other is `source:other`"),
    ] = ("site", "email", "referral", "linkedin", "indeed", "agency", "event")


class Roles(Table):
    """Who may move candidates; a role on GitHub decides the rest."""

    triage_moves: Annotated[
        bool,
        Field(
            description="Whether a stage label counts that somebody set who may not write, but "
            "triage. GitHub lets them set it; where this is false it is taken off again"
        ),
    ] = True
    hiring_managers: Annotated[
        dict[str, tuple[TeamOrLogin, ...]],
        Field(
            description="By posting, who may use `/advance`, `/reject`, `/next` and `/assign` on "
            "its candidates with read access alone; teams need an App (docs/app.md)",
            examples=[{"support-engineer": ["adaeze-example", "@example-tools/support-leads"]}],
        ),
    ] = {}


class FieldIds(Table):
    """The fields of the organisation's issues that a board shows; 0 is none."""

    stage: Annotated[
        int, Field(ge=0, description="The id of *Stage*, a single select: a column each, as labels")
    ] = 0
    due: Annotated[int, Field(ge=0, description="The id of *Due*, a date: the next step's day")] = 0
    since: Annotated[int, Field(ge=0, description="The id of *Since*, a date: when they came")] = 0
    reason: Annotated[
        int, Field(ge=0, description="The id of *Reason*, a single select: those of `[reasons]`")
    ] = 0
