"""The typed front matter of a posting, and its JSON Schema for editors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from careers.posting.field_types import Alias, ApplyWay, Day, Login, Model, StageName, Text, many
from careers.posting.place_of_work import Location, Place, places_of
from careers.posting.questions import Questions
from careers.posting.salary import Salary


class Status(StrEnum):
    """A draft is not published, an open posting takes applications, a closed one says so."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Employment(StrEnum):
    """Google's values of ``employmentType``, in kebab case."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per-diem"
    OTHER = "other"


class Workplace(StrEnum):
    """Where the work is done."""

    ON_SITE = "on-site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class FrontMatter(Model):
    """What stands between the ``---`` lines of a posting."""

    title: Annotated[
        Text | None,
        Field(
            description="The job's title alone; else the first heading",
            examples=["Product Manager"],
        ),
    ] = None
    status: Annotated[Status, Field(description="draft, open or closed", examples=["open"])] = (
        Status.OPEN
    )
    posted: Annotated[
        Day | None, Field(description="The day it was first published", examples=["2026-03-02"])
    ] = None
    closes: Annotated[
        Day | None, Field(description="The last day to apply", examples=["2026-06-30"])
    ] = None
    team: Annotated[Text | None, Field(description="The team that hires", examples=["Product"])] = (
        None
    )
    employment: Annotated[
        tuple[Employment, ...],
        many(Employment),
        Field(description="One or several kinds", examples=["full-time"]),
    ] = ()
    workplace: Annotated[
        Workplace | None, Field(description="on-site, hybrid or remote", examples=["hybrid"])
    ] = None
    locations: Annotated[
        tuple[Place, ...],
        BeforeValidator(places_of),
        many(Place),
        Field(description="Places of work", examples=["Berlin, DE"]),
    ] = ()
    remote_from: Annotated[
        tuple[Text, ...],
        many(Text),
        Field(description="Countries or states one may work from", examples=["DE"]),
    ] = ()
    salary: Annotated[
        Salary | None,
        Field(
            description="The pay range",
            examples=["{min: 60000, max: 75000, currency: EUR, per: year}"],
        ),
    ] = None
    vacancy: Annotated[
        bool | None,
        Field(
            description="true: there is a vacancy now; false: people are sought for later ones",
            examples=["true"],
        ),
    ] = None
    ai: Annotated[
        bool | None,
        Field(
            description="Whether artificial intelligence screens, assesses or selects applicants",
            examples=["false"],
        ),
    ] = None
    apply: Annotated[
        ApplyWay | None,
        Field(
            description="Web or mail address to apply at; `form` for the form on the page",
            examples=["https://example.com/apply"],
        ),
    ] = None
    questions: Annotated[
        Questions,
        Field(
            description="What the form asks beside name, address, CV and message",
            examples=["Why us?"],
        ),
    ] = ()
    openings: Annotated[
        int | None,
        Field(
            description="How many people are sought: `/hire` fills one, the last asks to close",
            ge=1,
            le=10_000,
            examples=["2"],
        ),
    ] = None
    max_applications: Annotated[
        int | None,
        Field(
            description="How many applications can be read: beyond, the job's issue asks to close",
            ge=1,
            le=1_000_000,
            examples=["300"],
        ),
    ] = None
    hiring_manager: Annotated[
        Login | None, Field(description="GitHub login", examples=["octocat"])
    ] = None
    interviewers: Annotated[
        tuple[Login, ...], many(Login), Field(description="GitHub logins", examples=["octocat"])
    ] = ()
    stages: Annotated[
        tuple[StageName, ...],
        many(StageName),
        Field(
            description="A name for each step of the interview process, in order",
            examples=["phone-screen"],
        ),
    ] = ()
    language: Annotated[
        str,
        Field(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47", examples=["en"]),
    ] = "en"
    aliases: Annotated[
        tuple[Alias, ...],
        many(Alias),
        Field(
            description="Names that the file had before: their addresses lead here",
            examples=["head-baker"],
        ),
    ] = ()
    id: Annotated[
        Text | None, Field(description="The company's own number of the job", examples=["JOB-12"])
    ] = None

    @property
    def places(self) -> tuple[Location, ...]:
        """The places of work as machines are told them: an entry that names several is several."""
        return tuple(one for location in self.locations for one in location.each)
