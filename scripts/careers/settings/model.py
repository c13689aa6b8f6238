"""All tables of ``careers.toml``, and how they are read."""

from __future__ import annotations

import tomllib
from typing import Annotated

from pydantic import Field, ValidationError

from careers.posting.field_types import StageName
from careers.settings.apply import ApplySettings
from careers.settings.company import CompanySettings, PromiseSettings
from careers.settings.site import LinkedInSettings, PrivacySettings, SiteSettings, ThemeSettings
from careers.settings.table import RepositoryName, Table
from careers.settings.versions import VERSION, Version, tables
from careers.text.diagnostics import Severity


class RepositorySettings(Table):
    """Where candidates are kept."""

    repository: Annotated[
        RepositoryName | None,
        Field(description="OWNER/NAME of the private repository", examples=["acme/candidates"]),
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


class LabelsSettings(Table):
    """How the labels follow the postings."""

    renamed: Annotated[
        dict[StageName, StageName],
        Field(description="old = new: stages that were renamed; their candidates stay in them"),
    ] = {}


class Settings(Table):
    """All of ``careers.toml``; every table and field may be missing."""

    version: Version = VERSION
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
        return Settings.model_validate(tables(text, path))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        from careers.settings.errors import said  # noqa: PLC0415 - sound settings need none

        raise said(error, Settings, text, path) from None
