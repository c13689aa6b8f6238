"""An application: what somebody sent, checked; and its JSON Schema for those who send one."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from careers.text.diagnostics import CareersError

TEXT_MAX = 30_000
"""Characters that the message and all answers may have together: an issue's body holds them."""

_SAID = {
    "missing": "is missing",
    "string_type": "must be text",
    "string_unicode": "is not valid text",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "has a form that is not allowed: see schemas/application.json",
    "tuple_type": "must be a list",
    "too_long": "has more than {max_length} entries",
    "dict_type": "must map questions to answers",
    "datetime_type": "must be a time such as 2026-03-02T10:00:00Z",
    "datetime_parsing": "must be a time such as 2026-03-02T10:00:00Z",
    "datetime_from_date_parsing": "must be a time such as 2026-03-02T10:00:00Z",
}


def _without(allowed: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if any(unicodedata.category(c) in {"Cc", "Cs"} and c not in allowed for c in value):
            message = "holds control characters"
            raise ValueError(message)
        return value.strip()

    return check


def _mail(value: str) -> str:
    try:
        # Reserved names such as .test are for trying things out, and nothing is sent from here.
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        message = "is not an e-mail address"
        raise ValueError(message) from None  # its own words quote the address
    return value


def _dated(value: object) -> object:
    """Only text is a time: pydantic would take a number for seconds."""
    if not isinstance(value, str):
        message = "must be a time such as 2026-03-02T10:00:00Z"
        raise ValueError(message)  # noqa: TRY004 - pydantic takes a ValueError for a finding
    return value


def _filled(value: str) -> str:
    if not any(c.isprintable() and not c.isspace() for c in value):
        message = "is empty"
        raise ValueError(message)
    return value


_LINE = AfterValidator(_without(""))
_PROSE = AfterValidator(_without("\n\r\t"))


class Application(BaseModel):
    """What a candidate sent. Fields that are not named here are kept among the answers."""

    model_config = ConfigDict(frozen=True, title="Application")

    posting: Annotated[
        str,
        Field(
            description="The posting's file name without .md",
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
            max_length=200,
        ),
    ]
    name: Annotated[
        str,
        Field(description="The candidate's name", min_length=1, max_length=200),
        _LINE,
        AfterValidator(_filled),
    ]
    email: Annotated[
        str,
        Field(
            description="The candidate's address",
            max_length=254,
            json_schema_extra={"format": "email"},
        ),
        _LINE,
        AfterValidator(_mail),
    ]
    phone: Annotated[str, Field(description="A telephone number", max_length=200), _LINE] = ""
    location: Annotated[
        str, Field(description="Where the candidate lives", max_length=200), _LINE
    ] = ""
    links: Annotated[
        tuple[Annotated[str, Field(max_length=2000), _LINE], ...],
        Field(description="Addresses: portfolio, profile", max_length=20),
    ] = ()
    message: Annotated[str, Field(description="The letter", max_length=TEXT_MAX), _PROSE] = ""
    answers: Annotated[
        dict[Annotated[str, Field(max_length=1000), _PROSE], Annotated[str, _PROSE]],
        Field(description="question: answer", max_length=100),
    ] = {}
    source: Annotated[
        str,
        Field(
            description="Where it came from",
            pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
            max_length=100,
        ),
    ] = "site"
    id: Annotated[
        str,
        Field(
            description="The sender's own number of this submission, if it has one", max_length=200
        ),
        _LINE,
    ] = ""
    submitted: Annotated[
        datetime | None,
        BeforeValidator(_dated),
        Field(description="When it was sent", examples=["2026-03-02T10:00:00Z"]),
    ] = None


def schema() -> dict[str, Any]:
    """The JSON Schema of an application, as ``schemas/application.json`` publishes it."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | Application.model_json_schema()


def read_application(fields: Mapping[str, Any]) -> Application:
    """Read an application. Raises CareersError, status 1, that names every wrong field.

    The message holds nothing that the candidate wrote: it reaches public logs.
    """
    try:
        made = Application.model_validate(_gathered(fields))
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        wrong = dict.fromkeys(_said(detail) for detail in found)
    else:
        size = len(made.message) + sum(len(q) + len(a) for q, a in made.answers.items())
        if size <= TEXT_MAX:
            return made
        wrong = {f"message and answers: are longer than {TEXT_MAX} characters together": None}
    message = f"the application is not valid: {'; '.join(wrong)}"
    raise CareersError(message, "schemas/application.json describes every field", status=1)


def _gathered(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, with None as missing and every unknown one among the answers."""
    known = {k: v for k, v in fields.items() if k in Application.model_fields and v is not None}
    more = {k: v for k, v in fields.items() if k not in Application.model_fields and v is not None}
    answers = known.get("answers", {})
    if more and isinstance(answers, dict):
        answers = dict(answers)
        for name, value in more.items():
            key = name
            while key in answers:
                key += " (field)"
            answers[key] = (
                value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            )
        known["answers"] = answers
    return known


def _said(detail: ErrorDetails) -> str:
    # Only the model's own names and list positions: deeper names are a candidate's words.
    place = str(detail["loc"][0]) if detail["loc"] else "application"
    if place not in Application.model_fields:
        place = "application"
    if place == "links" and len(detail["loc"]) > 1 and isinstance(detail["loc"][1], int):
        place += f"[{detail['loc'][1]}]"
    if detail["type"] == "value_error":
        return f"{place}: {detail['msg'].removeprefix('Value error, ')}"
    said = _SAID.get(detail["type"], "is not valid")
    return f"{place}: {said.format(**detail.get('ctx', {}))}"


def canonical(application: Application) -> str:
    """What makes two applications the same: everything but the address, the time and the id."""
    kept = application.model_dump(mode="json", exclude={"email", "submitted", "id"})
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
