"""The typed front matter of a posting, and its JSON Schema for editors."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

_URL = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[^\s@:/]+@[^\s@:/?]+\.[^\s@:/?]+(?:\?\S*)?", re.IGNORECASE)


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


class Per(StrEnum):
    """The time that a salary pays for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def _many(item: Any) -> BeforeValidator:
    """A validator that takes one value for a list of one; editors are told so by the schema."""

    def listed(value: object) -> object:
        return value if isinstance(value, list) or value is None else [value]

    return BeforeValidator(listed, json_schema_input_type=item | list[item] | None)


def _located(value: object) -> object:
    """``Berlin, DE`` and ``Austin, Texas, US`` are short for a mapping."""
    if not isinstance(value, str):
        return value
    match [part.strip() for part in value.split(",")]:
        case [place]:
            return {"country" if re.fullmatch("[A-Z]{2}", place) else "city": place}
        case [city, country]:
            return {"city": city, "country": country}
        case [*city, region, country]:
            return {"city": ", ".join(city), "region": region, "country": country}
    return value


def _dated(value: object) -> object:
    """A day as written. Pydantic alone would read ``20260302`` as seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, date):
        return value
    raise ValueError("must be a date such as 2026-03-02")


def _applied(value: str) -> str:
    if not (_URL.fullmatch(value) or _MAIL.fullmatch(value)):
        raise ValueError("must be a web address or a mail address")
    return (
        value if _URL.fullmatch(value) or value.lower().startswith("mailto:") else f"mailto:{value}"
    )


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Login = Annotated[
    str,
    BeforeValidator(lambda value: value.removeprefix("@") if isinstance(value, str) else value),
    StringConstraints(pattern=r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$", max_length=39),
]
StageName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=44)]
Day = Annotated[date, BeforeValidator(_dated)]
Apply = Annotated[str, AfterValidator(_applied)]


class Model(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Location(Model):
    """A place of work. ``country`` is an ISO 3166 code or a name."""

    city: Text | None = None
    region: Text | None = None
    country: Text | None = None
    street: Text | None = None
    postal_code: Text | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


Place = Annotated[Location, BeforeValidator(_located, json_schema_input_type=str | Location)]


MOST = 10**15
"""More than any pay in any currency; what is less can be counted and written by every reader."""


class Salary(Model):
    """A pay range in whole units of ``currency`` (ISO 4217)."""

    min: Annotated[Decimal, Field(gt=0, lt=MOST, examples=["60000"])]
    max: Annotated[Decimal | None, Field(gt=0, lt=MOST, examples=["75000"])] = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", examples=["EUR"])]
    per: Annotated[Per, Field(examples=["year"])] = Per.YEAR

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max is not None and self.max < self.min:
            raise ValueError("max is below min")
        return self


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
        _many(Employment),
        Field(description="One or several kinds", examples=["full-time"]),
    ] = ()
    workplace: Annotated[
        Workplace | None, Field(description="on-site, hybrid or remote", examples=["hybrid"])
    ] = None
    locations: Annotated[
        tuple[Place, ...],
        _many(Place),
        Field(description="Places of work", examples=["Berlin, DE"]),
    ] = ()
    remote_from: Annotated[
        tuple[Text, ...],
        _many(Text),
        Field(description="Countries or states one may work from", examples=["DE"]),
    ] = ()
    salary: Annotated[
        Salary | None,
        Field(
            description="The pay range",
            examples=["{min: 60000, max: 75000, currency: EUR, per: year}"],
        ),
    ] = None
    apply: Annotated[
        Apply | None,
        Field(
            description="Web or mail address to apply at", examples=["https://example.com/apply"]
        ),
    ] = None
    hiring_manager: Annotated[
        Login | None, Field(description="GitHub login", examples=["octocat"])
    ] = None
    interviewers: Annotated[
        tuple[Login, ...], _many(Login), Field(description="GitHub logins", examples=["octocat"])
    ] = ()
    stages: Annotated[
        tuple[StageName, ...],
        _many(StageName),
        Field(
            description="A name for each step of the interview process, in order",
            examples=["phone-screen"],
        ),
    ] = ()
    language: Annotated[
        str,
        Field(pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47", examples=["en"]),
    ] = "en"
    id: Annotated[
        Text | None, Field(description="The company's own number of the job", examples=["JOB-12"])
    ] = None
