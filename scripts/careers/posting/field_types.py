"""What single fields of a front matter hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

_URL = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[^\s@:/]+@[^\s@:/?]+\.[^\s@:/?]+(?:\?\S*)?", re.IGNORECASE)


class Model(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def many(item: Any) -> BeforeValidator:
    """A validator that takes one value for a list of one; editors are told so by the schema."""

    def listed(value: object) -> object:
        return value if isinstance(value, list) or value is None else [value]

    return BeforeValidator(listed, json_schema_input_type=item | list[item] | None)


def _dated(value: object) -> object:
    """A day as written. Pydantic alone would read ``20260302`` as seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("is no day of the calendar") from None
    elif isinstance(value, date):
        return value
    raise ValueError("must be a date such as 2026-03-02")


def _applied(value: str) -> str:
    value = value.strip()
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
