"""The company's settings, read from ``careers.toml``."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from careers.frontmatter import StageName
from careers.problem import CareersError, Severity

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
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
