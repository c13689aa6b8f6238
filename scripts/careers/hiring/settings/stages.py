"""What is asked at a stage, and of an offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from careers.hiring.scorecards.words import IN_ALL, same_words
from careers.hiring.settings.names import Login
from careers.settings.table import Table

Criterion = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\n|<>]+$"),
]


class StageRules(Table):
    """What is asked at one stage: `[stage.phone-screen]` is that of the phone screen."""

    patience: Annotated[
        int,
        Field(
            description="Working days that a candidate may stand here before it is called late",
            ge=1,
            le=100,
        ),
    ] = 5
    interviewers: Annotated[
        tuple[Login, ...],
        Field(
            description="Who is assigned while a candidate stands here, beside the owner, or is "
            "asked for a scorecard; without it, at an interview the posting's `interviewers`",
            examples=["mira-example"],
        ),
    ] = ()
    scorecard: Annotated[
        tuple[Criterion, ...],
        Field(
            description="What each interviewer says something about, three to six of them; "
            "without it no scorecards are asked for",
            max_length=10,
            examples=[["Finds the cause", "Explains plainly"]],
        ),
    ] = ()
    from_posting: Annotated[
        Mapping[Criterion, str],
        Field(
            description="The posting's own words from which a line of `scorecard` comes; a card "
            "shows them where the candidate's posting has them",
            examples=[{"Finds the cause": "down to the line of code where you can"}],
        ),
    ] = {}
    kit: Annotated[
        str,
        Field(
            description="What an interviewer is given: a Markdown file below `kits/` of the "
            "candidates' repository, which is never published",
            pattern=r"^(kits/[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\.md)?$",
            examples=["kits/debugging.md"],
        ),
    ] = ""
    minutes: Annotated[int, Field(description="How long an interview here takes", ge=5, le=600)] = (
        60
    )
    booking: Annotated[
        str,
        Field(
            description="Where a candidate picks a time, for the invitation to this stage",
            pattern=r"^(https://\S+)?$",
            examples=["https://cal.example.com/mira"],
        ),
    ] = ""
    needs_scorecards: Annotated[
        int,
        Field(
            description="How many scorecards of the stage before must be in, before somebody "
            "comes here",
            ge=0,
            le=10,
        ),
    ] = 0
    approvers: Annotated[
        tuple[Login, ...],
        Field(
            description="One of whom must `/approve` before somebody comes here",
            examples=["ngozi-example"],
        ),
    ] = ()
    people: Annotated[
        str,
        Field(
            description="Whom a candidate meets, as the invitation names them",
            pattern=r"^[^\r\n<>]*$",
            max_length=200,
            examples=["Mira Example and Jonas Example"],
        ),
    ] = ""

    @model_validator(mode="after")
    def _each_once(self) -> StageRules:
        names = [same_words(name) for name in self.scorecard]
        if IN_ALL in names or not all(names) or len(set(names)) < len(names):
            raise ValueError("scorecard: each has a name of its own, and *In all* is there already")
        if strange := [name for name in self.from_posting if name not in self.scorecard]:
            message = f"from_posting: {', '.join(strange)} does not stand in `scorecard`"
            raise ValueError(message)
        return self


class ScorecardRules(Table):
    """Where scorecards are."""

    repository: Annotated[
        str,
        Field(
            description="A second private repository, for scorecards alone, where an App or a "
            "token can write (docs/interviews.md); without it they are among the candidates",
            pattern=r"^([A-Za-z0-9._-]+/[A-Za-z0-9._-]+)?$",
            examples=["example-tools/scorecards"],
        ),
    ] = ""


class OfferRules(Table):
    """What an offer asks for."""

    approvers: Annotated[
        tuple[Login, ...],
        Field(
            description="One of whom must `/approve` an offer before it goes out; without any, "
            "nobody is asked",
            examples=["ngozi-example"],
        ),
    ] = ()
