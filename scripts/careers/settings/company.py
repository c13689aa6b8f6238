"""Who hires, when it works, and what it promises."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from careers.settings.table import Address, Table


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
