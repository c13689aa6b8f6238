"""The pages: where they are, how they look, what they say of privacy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from careers.posting.field_types import Apply as ApplyTarget
from careers.settings.table import Address, RepositoryName, Table

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
# What could end the declaration that it stands in is no part of a font's name.
Fonts = Annotated[str, StringConstraints(pattern=r"^[\w ,\"'-]+$", max_length=300)]
Length = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,4})?(px|rem|em)$|^0$")]
Mail = Annotated[str, StringConstraints(pattern=r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$")]

Place = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?|elsewhere)$")]
Processor = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


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
    keep: Annotated[
        Mapping[Place, Annotated[int, Field(ge=1, le=7320)]],
        Field(
            description="By the place of the job (`DE`, `US-CA`, `elsewhere`), days after its end "
            "on which an application is deleted; the same as `[retention]` of `candidates.toml`, "
            "else nothing is",
            examples=["{ DE = 183 }"],
        ),
    ] = {}
    backup_days: Annotated[
        int | None,
        Field(
            description="Days until what was deleted is gone from your providers' backups; the "
            "letter *erased* says it",
            ge=1,
            le=3660,
            examples=["90"],
        ),
    ] = None
    authority: Annotated[
        str,
        Field(
            description="The authority to which candidates may complain, as the letter names it",
            max_length=200,
            examples=["the Berlin Commissioner for Data Protection"],
        ),
    ] = ""
    processors: Annotated[
        tuple[Processor, ...],
        Field(
            description="Who else keeps or carries it for the company: the mail's host, a form "
            "service; GitHub is named without",
            examples=[["Fastmail, for e-mail"]],
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
