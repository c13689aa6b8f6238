"""The company's settings, read from ``careers.toml``."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from careers.posting.frontmatter import Apply as ApplyTarget
from careers.posting.frontmatter import StageName
from careers.text.diagnostics import CareersError, Severity

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
# What could end the declaration that it stands in is no part of a font's name.
Fonts = Annotated[str, StringConstraints(pattern=r"^[\w ,\"'-]+$", max_length=300)]
RepositoryName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$")]


class Table(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Company(Table):
    """Who hires, as search engines and pages name it."""

    name: Annotated[str, Field(description="The company's name", examples=["Example Tools"])] = ""
    url: Annotated[Address | None, Field(description="Its home page")] = None
    logo: Annotated[Address | None, Field(description="Its logo's address")] = None
    about: Annotated[str, Field(description="A sentence for the top of the site")] = ""


class Site(Table):
    """Where the careers site is served."""

    url: Annotated[Address, Field(description="The address of the site's first page")] = (
        "https://example.com/careers/"
    )
    social_images: Annotated[
        bool,
        Field(description="Whether each open posting gets an image for social networks"),
    ] = True
    language: Annotated[
        str,
        Field(
            description="The language of the pages that belong to no posting (BCP 47)",
            pattern="^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
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
    branch: Annotated[str, Field(description="Its branch", pattern=r"^[\w./-]+$")] = "main"


class Apply(Table):
    """How one applies where a posting does not say it itself."""

    url: Annotated[
        ApplyTarget | None,
        Field(
            description="Web or mail address; `{slug}` becomes the posting's name",
            examples=["https://example.com/apply?job={slug}"],
        ),
    ] = None
    general: Annotated[
        ApplyTarget | None,
        Field(
            description="Where somebody applies for whom no posting fits",
            examples=["jobs@example.com"],
        ),
    ] = None


class Theme(Table):
    """The look of the pages; docs/theming.md tells the rest."""

    accent: Annotated[
        Colour | None,
        Field(description="The company's colour; contrast is seen to", examples=["#0f5c56"]),
    ] = None
    accent_dark: Annotated[
        Colour | None, Field(description="The same on dark paper; else made from `accent`")
    ] = None
    font: Annotated[Fonts | None, Field(description="CSS font stack of the text")] = None
    headings: Annotated[Fonts | None, Field(description="CSS font stack of the headings")] = None
    logo: Annotated[
        str | None,
        Field(description="An image of the repository, for the top of every page"),
    ] = None


class Privacy(Table):
    """What the privacy page says beside what the settings tell by themselves."""

    contact: Annotated[
        ApplyTarget | None,
        Field(description="Whom candidates ask about their data", examples=["privacy@example.com"]),
    ] = None
    policy: Annotated[Address | None, Field(description="The company's own privacy policy")] = None


class Candidates(Table):
    """Where candidates are kept."""

    repository: Annotated[
        RepositoryName | None,
        Field(description="OWNER/NAME of the private repository", examples=["acme/candidates"]),
    ] = None


class Labels(Table):
    """How the labels follow the postings."""

    renamed: Annotated[
        dict[StageName, StageName],
        Field(description="old = new: stages that were renamed; their candidates stay in them"),
    ] = {}


class Settings(Table):
    """All of ``careers.toml``; every table and field may be missing."""

    company: Company = Company()
    site: Site = Site()
    candidates: Candidates = Candidates()
    apply: Apply = Apply()
    theme: Theme = Theme()
    privacy: Privacy = Privacy()
    stages: Annotated[
        dict[StageName, tuple[str, ...]],
        Field(description="name = [phrases]: a step that holds a phrase is that stage"),
    ] = {}
    labels: Labels = Labels()
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
    """Read the settings. Raises CareersError that names the file, the field and the cure."""
    try:
        return Settings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is not TOML: {error}"
        raise CareersError(message, "mend that line") from None
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        lines = [f"{'.'.join(map(str, d['loc']))}: {d['msg']}" for d in details]
        message = f"{path}: {'; '.join(lines)}"
        raise CareersError(message, "docs/configuration.md lists every setting") from None
