"""The shape of ``jobs.json``. Fields may be added; none is renamed, removed or given another sense.

What a posting does not say has no field, or an empty list.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from careers.posting.frontmatter import Employment, Workplace
from careers.posting.salary import Per
from careers.text.amounts import number

Sum = Annotated[Decimal, PlainSerializer(number, return_type=int | float)]


class FeedShape(BaseModel):
    """What the schema is made of; the feed is written without it, and held against it by a test."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, defer_build=True)


class PlaceShape(FeedShape):
    """A place of work. ``country`` is its ISO 3166 code; a name where it is not known."""

    city: str | None = None
    region: str | None = None
    country: str | None = None
    street: str | None = None
    postal_code: str | None = None


class SalaryShape(FeedShape):
    """The pay in whole units of ``currency`` (ISO 4217); without ``max``, ``min`` is the sum."""

    min: Sum
    max: Sum | None = None
    currency: str
    per: Per


class JobShape(FeedShape):
    """An open job."""

    id: Annotated[str, Field(description="A UUID that stays the job's own")]
    translation_of: Annotated[
        str | None, Field(description="The id of the job that this is another language of")
    ] = None
    slug: Annotated[str, Field(description="The page's folder below the site's first page")]
    reference: Annotated[str | None, Field(description="The company's own number of the job")] = (
        None
    )
    title: str
    url: Annotated[str, Field(description="The job's page")]
    apply_url: Annotated[str | None, Field(description="Where one applies: http(s) or mailto")] = (
        None
    )
    language: Annotated[str, Field(description="BCP 47")]
    team: str | None = None
    employment: tuple[Employment, ...]
    workplace: Workplace | None = None
    locations: tuple[PlaceShape, ...]
    remote_from: Annotated[
        tuple[str, ...], Field(description="Countries or states one may work from")
    ]
    salary: SalaryShape | None = None
    vacancy: Annotated[bool | None, Field(description="Whether there is a vacancy now")] = None
    ai: Annotated[bool | None, Field(description="Whether AI assesses applicants")] = None
    posted: Annotated[date | None, Field(description="The day it was first published")] = None
    closes: Annotated[date | None, Field(description="The last day to apply")] = None
    updated: Annotated[datetime | None, Field(description="The last change, UTC")] = None
    image: Annotated[str | None, Field(description="1200 by 630, PNG")] = None
    summary: Annotated[str, Field(description="Place, workplace and employment in a line")]
    content_html: Annotated[
        str, Field(description="The text: sanitised, links and images absolute")
    ]


class JobsShape(FeedShape):
    """The open jobs of a careers site, in the order of its first page."""

    schema_: Annotated[str, Field(alias="$schema", description="Where this schema is")]
    url: Annotated[str, Field(description="The site's first page")]
    company: str
    company_url: str | None = None
    jobs: tuple[JobShape, ...] = Field(default=(), json_schema_extra={"default": None})


def schema() -> str:
    """The JSON Schema, as ``schemas/jobs.json`` keeps it and the site publishes it."""
    made = JobsShape.model_json_schema(mode="serialization", by_alias=True)
    made["properties"]["jobs"].pop("default", None)
    made["required"] = sorted({*made["required"], "jobs"})
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | made | {"title": "jobs.json"}, indent=2) + "\n"
