"""The typed front matter of a posting, and its JSON Schema for editors."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from careers.posting.questions import Questions

if TYPE_CHECKING:
    from careers.places.model import Found

_URL = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
# A point before three digits divides thousands, in many languages.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
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
    # Where places are written, not before: reading them costs what the rest of a posting does.
    from careers.posting.location import coded, located  # noqa: PLC0415 - where there is a place

    if isinstance(value, str):
        return located(value)
    if isinstance(value, dict) and isinstance(country := value.get("country"), str):
        return {**value, "country": coded(country)}
    return value


def _places(value: object) -> object:
    from careers.posting.location import joined  # noqa: PLC0415 - as above

    return joined(value) if isinstance(value, list) else value


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


FORM = "form"
"""What `apply` says where one applies on the posting's own page."""


def _way(value: str) -> str:
    return FORM if value.strip().lower() == FORM else _applied(value)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Login = Annotated[
    str,
    BeforeValidator(lambda value: value.removeprefix("@") if isinstance(value, str) else value),
    StringConstraints(pattern=r"^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$", max_length=39),
]
StageName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=44)]
Day = Annotated[date, BeforeValidator(_dated)]
Apply = Annotated[str, AfterValidator(_applied)]
ApplyWay = Annotated[str, AfterValidator(_way)]


def _alias(value: object) -> object:
    return value.strip().strip("/") if isinstance(value, str) else value


Alias = Annotated[
    str,
    BeforeValidator(_alias),
    StringConstraints(pattern=r"^[^/\\\x00-\x1f\x7f]+$", max_length=200),
]


class Model(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Location(Model):
    """A place of work. ``country`` is its code (ISO 3166) where it is known, else as written."""

    city: Text | None = None
    region: Text | None = None
    country: Text | None = None
    street: Text | None = None
    postal_code: Text | None = None

    @property
    def found(self) -> Found:
        """The place that it is, out of the tables of places."""
        from careers.posting.location import found  # noqa: PLC0415 - as above

        return found(self.city, self.region, self.country)

    @property
    def canonical(self) -> Location:
        """The same, a city that is known under one name: of Lisboa and Lissabon Lisbon."""
        from careers.posting.location import canonical  # noqa: PLC0415 - as above

        fields = canonical(self.found)
        return Location(**fields) if fields else self

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


Place = Annotated[Location, BeforeValidator(_located, json_schema_input_type=str | Location)]


def _counted(value: object) -> object:
    """An amount as written. ``60.000`` is no 60: who writes it means sixty thousand."""
    if isinstance(value, str) and _THOUSANDS.fullmatch(value.strip()):
        message = f"must be a number, digits alone: write {value.strip().replace('.', '')}"
        raise ValueError(message)
    return value


_MILS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
MOST = 10**15
"""More than any pay in any currency; what is less can be counted and written by every reader."""


class Salary(Model):
    """A pay range in whole units of ``currency`` (ISO 4217)."""

    min: Annotated[Decimal, BeforeValidator(_counted), Field(gt=0, lt=MOST, examples=["60000"])]
    max: Annotated[
        Decimal | None, BeforeValidator(_counted), Field(gt=0, lt=MOST, examples=["75000"])
    ] = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", examples=["EUR"])]
    per: Annotated[Per, Field(examples=["year"])] = Per.YEAR

    @model_validator(mode="before")
    @classmethod
    def _with_mils(cls, given: Any) -> Any:
        """Three digits behind the point are no thousands where a currency has a thousandth."""
        if not isinstance(given, dict) or given.get("currency") not in _MILS:
            return given
        amounts = {n: v for n in ("min", "max") if isinstance(v := given.get(n), str)}
        pointed = {n: f"{v}0" for n, v in amounts.items() if v.count(".") == 1}
        return {**given, **pointed}

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
        BeforeValidator(_places),
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
    aliases: Annotated[
        tuple[Alias, ...],
        _many(Alias),
        Field(
            description="Names that the file had before: their addresses lead here",
            examples=["head-baker"],
        ),
    ] = ()
    id: Annotated[
        Text | None, Field(description="The company's own number of the job", examples=["JOB-12"])
    ] = None
