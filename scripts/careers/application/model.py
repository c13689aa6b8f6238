"""What an application holds; and its JSON Schema for those who send one."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

MOST_LISTED = 50
"""Files of one application that are looked at."""


class SentFile(BaseModel):
    """A file that came with an application: its content, or where its service keeps it.

    Whoever has that ``address`` may read the file: it is no part of the JSON, of a ``repr`` or of
    what stands anywhere. ``question`` is the form's, whose answer is the file's name.
    """

    model_config = ConfigDict(
        frozen=True,
        title="File",
        ser_json_bytes="base64",
        val_json_bytes="base64",
        json_schema_extra={"description": "A file that came with an application."},
    )

    name: Annotated[str, Field(description="The file's name", max_length=255)]
    content: Annotated[
        bytes,
        Field(
            description="What it holds, in base64",
            repr=False,
            json_schema_extra={"format": "base64"},
        ),
    ] = b""
    service: Annotated[SkipJsonSchema[str], Field(exclude=True)] = ""
    address: Annotated[SkipJsonSchema[str], Field(repr=False, exclude=True)] = ""
    question: Annotated[SkipJsonSchema[str], Field(repr=False, exclude=True)] = ""


class Application(BaseModel):
    """What a candidate sent. Fields that are not named here are kept among the answers.

    Essential are the posting, a name, and an address or a telephone number; everything else is
    taken as it can be.
    """

    model_config = ConfigDict(frozen=True, title="Application")

    posting: Annotated[
        str,
        Field(
            description="The posting's file name without .md, or its page's address",
            min_length=1,
            max_length=500,
        ),
    ]
    name: Annotated[str, Field(description="The candidate's name", min_length=1, max_length=200)]
    email: Annotated[
        str,
        Field(
            description="The candidate's address",
            max_length=254,
            json_schema_extra={"format": "email"},
        ),
    ] = ""
    phone: Annotated[str, Field(description="A telephone number", max_length=200)] = ""
    location: Annotated[str, Field(description="Where the candidate lives", max_length=200)] = ""
    links: Annotated[
        tuple[Annotated[str, Field(max_length=2000)], ...],
        Field(description="Addresses: portfolio, profile", max_length=20),
    ] = ()
    message: Annotated[str, Field(description="The letter")] = ""
    whole: Annotated[
        str, Field(description="The letter with what it quotes, where the message leaves that out")
    ] = ""
    answers: Annotated[dict[str, str], Field(description="question: answer")] = {}
    files: Annotated[
        tuple[SentFile, ...],
        Field(description="Files, each of at most 25 MB", max_length=MOST_LISTED),
    ] = ()
    source: Annotated[
        str,
        Field(
            description="Where it came from; one that the settings do not list is `other`",
            pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
            max_length=100,
        ),
    ] = "site"
    id: Annotated[
        str,
        Field(
            description="The sender's own number of this submission, if it has one", max_length=200
        ),
    ] = ""
    submitted: Annotated[
        datetime | None,
        Field(description="When it was sent", examples=["2026-03-02T10:00:00Z"]),
    ] = None


def schema() -> dict[str, Any]:
    """The JSON Schema of an application, as ``schemas/application.json`` publishes it."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | Application.model_json_schema()


def canonical(application: Application) -> str:
    """What makes two applications the same: all but address, time, id, files and quotations."""
    left_out = {"email", "submitted", "id", "files", "whole"}
    kept = application.model_dump(mode="json", exclude=left_out)
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
