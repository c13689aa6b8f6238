"""The company's settings, read from ``careers.toml``."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from careers.posting.frontmatter import FORM, ApplyWay, StageName
from careers.posting.frontmatter import Apply as ApplyTarget
from careers.text.diagnostics import Severity

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
# What could end the declaration that it stands in is no part of a font's name.
Fonts = Annotated[str, StringConstraints(pattern=r"^[\w ,\"'-]+$", max_length=300)]
Origin = Annotated[str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.-]+(:\d+)?$")]
Length = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,4})?(px|rem|em)$|^0$")]
Mail = Annotated[str, StringConstraints(pattern=r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$")]
RepositoryName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$")]


class Weekday(StrEnum):
    """A day of the week, by its first three letters."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


def _zone(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - settings without a time zone
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones  # noqa: PLC0415 - where one is set

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(name, available_timezones(), n=1)
        cure = f": did you mean `{near[0]}`?" if near else ", such as `Europe/Berlin`"
        message = f"must be the name of a time zone{cure}"
        raise ValueError(message) from None
    return name


def _different(days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
    if len(set(days)) != len(days):
        message = "names a day twice"
        raise ValueError(message)
    return days


TimeZone = Annotated[str, AfterValidator(_zone)]


class Table(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CompanySettings(Table):
    """Who hires, as search engines and pages name it."""

    name: Annotated[str, Field(description="The company's name", examples=["Example Tools"])] = ""
    url: Annotated[
        Address | None, Field(description="Its home page", examples=["https://example.com/"])
    ] = None
    logo: Annotated[
        Address | None,
        Field(description="Its logo's address", examples=["https://example.com/logo.png"]),
    ] = None
    about: Annotated[str, Field(description="A sentence for the top of the site")] = ""
    timezone: Annotated[
        TimeZone | None,
        Field(
            description="Where its days begin and end (IANA name): a posting's last day to apply "
            "holds until it is over there; without it, until it is over everywhere on earth",
            examples=["Europe/Berlin"],
        ),
    ] = None
    workdays: Annotated[
        tuple[Weekday, ...],
        AfterValidator(_different),
        Field(description="The days on which it works", min_length=1, examples=[["mon", "tue"]]),
    ] = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
    holidays: Annotated[
        tuple[date, ...],
        Field(description="Days on which it does not", examples=[["2026-12-25", "2027-01-01"]]),
    ] = ()


class SiteSettings(Table):
    """Where the careers site is served."""

    url: Annotated[
        Address,
        Field(
            description="The address of the site's first page",
            examples=["https://acme.github.io/careers/"],
        ),
    ] = "https://example.com/careers/"
    social_images: Annotated[
        bool,
        Field(description="Whether each open posting gets an image for social networks"),
    ] = True
    language: Annotated[
        str,
        Field(
            description="The language of the pages that belong to no posting (BCP 47)",
            pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            examples=["de"],
        ),
    ] = "en"
    search: Annotated[bool, Field(description="Whether the site can be searched (Pagefind)")] = True
    repository: Annotated[
        RepositoryName | None,
        Field(
            description="OWNER/NAME of the postings on GitHub: pages then link to edit and history",
            examples=["acme/careers"],
        ),
    ] = None
    branch: Annotated[
        str, Field(description="Its branch", pattern=r"^[\w./-]+$", examples=["main"])
    ] = "main"


class ApplySettings(Table):
    """How one applies where a posting does not say it itself."""

    url: Annotated[
        ApplyWay | None,
        Field(
            description="Web or mail address, or `form`; `{slug}` becomes the posting's name",
            examples=["https://example.com/apply?job={slug}"],
        ),
    ] = None
    form: Annotated[
        Address | None,
        Field(
            description="Where the form on a posting's page is sent; `{slug}` as above",
            examples=["https://example.com/intake"],
        ),
    ] = None
    form_hosts: Annotated[
        tuple[Origin, ...],
        Field(
            description="Hosts that this address leads through before it leads back",
            examples=["https://forms.example.com"],
        ),
    ] = ()
    general: Annotated[
        ApplyTarget | None,
        Field(
            description="Where somebody applies for whom no posting fits",
            examples=["jobs@example.com"],
        ),
    ] = None

    @property
    def default(self) -> str | None:
        """Where one applies if a posting does not say it: an address, or ``form``.

        None where that is not known: a form that is sent nowhere is no way to apply.
        """
        if self.url and self.url != FORM:
            return self.url
        return FORM if self.form else None


class ThemeSettings(Table):
    """The look of the pages; docs/theming.md tells the rest."""

    accent: Annotated[
        Colour | None,
        Field(description="The company's colour; contrast is seen to", examples=["#0f5c56"]),
    ] = None
    accent_dark: Annotated[
        Colour | None, Field(description="The same on dark paper; else made from `accent`")
    ] = None
    preset: Annotated[
        Literal["clear", "editorial", "bold"],
        Field(description="The look as a whole: faces, corners, the band at the top"),
    ] = "clear"
    radius: Annotated[
        Length | None, Field(description="The corners of fields and buttons", examples=["0.5rem"])
    ] = None
    font: Annotated[Fonts | None, Field(description="CSS font stack of the text")] = None
    headings: Annotated[Fonts | None, Field(description="CSS font stack of the headings")] = None
    logo: Annotated[
        str | None,
        Field(description="An image of the repository, for the top of every page"),
    ] = None
    hero: Annotated[
        str | None,
        Field(description="A picture of the repository, in the place of the drawing"),
    ] = None


class PrivacySettings(Table):
    """What the privacy page says beside what the settings tell by themselves."""

    contact: Annotated[
        ApplyTarget | None,
        Field(description="Whom candidates ask about their data", examples=["privacy@example.com"]),
    ] = None
    policy: Annotated[Address | None, Field(description="The company's own privacy policy")] = None


class RepositorySettings(Table):
    """Where candidates are kept."""

    repository: Annotated[
        RepositoryName | None,
        Field(description="OWNER/NAME of the private repository", examples=["acme/candidates"]),
    ] = None


class PromiseSettings(Table):
    """What the company promises to those who apply."""

    first_answer: Annotated[
        int | None,
        Field(
            description="Working days until everybody who applies is told no or a dated next step; "
            "without it, the patience of the stage `applied` counts",
            ge=1,
            le=100,
            examples=[5],
        ),
    ] = None


class ProcessSettings(Table):
    """The interview process of a posting that has no list of its own."""

    default: Annotated[
        tuple[StageName, ...],
        Field(
            description="The stages after applying, in order; without it, an open posting needs "
            "a list",
            examples=[["phone-screen", "interview", "offer"]],
        ),
    ] = ()


class LinkedInSettings(Table):
    """LinkedIn's feed of the jobs: without an address of who posts them there is none."""

    poster_email: Annotated[
        Mail | None,
        Field(
            description="The address that LinkedIn knows who posts the jobs by; the feed is public",
            examples=["jobs@example.com"],
        ),
    ] = None
    company_id: Annotated[
        int | None,
        Field(description="LinkedIn's number of the company's page", gt=0, examples=["1234"]),
    ] = None


class LabelsSettings(Table):
    """How the labels follow the postings."""

    renamed: Annotated[
        dict[StageName, StageName],
        Field(description="old = new: stages that were renamed; their candidates stay in them"),
    ] = {}


class Settings(Table):
    """All of ``careers.toml``; every table and field may be missing."""

    company: CompanySettings = CompanySettings()
    site: SiteSettings = SiteSettings()
    candidates: RepositorySettings = RepositorySettings()
    apply: ApplySettings = ApplySettings()
    theme: ThemeSettings = ThemeSettings()
    privacy: PrivacySettings = PrivacySettings()
    stages: Annotated[
        dict[StageName, tuple[str, ...]],
        Field(description="name = [phrases]: a step that holds a phrase is that stage"),
    ] = {}
    process: ProcessSettings = ProcessSettings()
    promise: PromiseSettings = PromiseSettings()
    linkedin: LinkedInSettings = LinkedInSettings()
    labels: LabelsSettings = LabelsSettings()
    sections: Annotated[
        dict[str, tuple[str, ...]],
        Field(description="heading = [synonyms]: the sections that every posting must have"),
    ] = {
        "About the role": (
            "the role",
            "what you'll do",
            "responsibilities",
            "your responsibilities",
        ),
        "Qualifications": (
            "ideal candidates have",
            "requirements",
            "who you are",
            "your qualifications",
        ),
        "Interview process": ("hiring process", "how we hire"),
    }
    checks: Annotated[
        dict[str, Severity],
        Field(description="code = severity: error, warning, note or off"),
    ] = {}


def read_settings(text: str, path: str = "careers.toml") -> Settings:
    """Read the settings. Raises CareersError that names each line, what is wrong and the cure."""
    try:
        return Settings.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        from careers.settings_errors import said  # noqa: PLC0415 - sound settings need none

        raise said(error, Settings, text, path) from None
