"""A range of pay, as front matter has it."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from careers.posting.field_types import Model

# A point before three digits divides thousands, in many languages.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)


class Per(StrEnum):
    """The time that a salary pays for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def _counted(value: object) -> object:
    """An amount as written. ``60.000`` is no 60: who writes it means sixty thousand."""
    if isinstance(value, str) and _THOUSANDS.fullmatch(value.strip()):
        message = f"must be a number, digits alone: write {value.strip().replace('.', '')}"
        raise ValueError(message)
    return value


_MILS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
MOST = 10**15
"""More than any pay in any currency; what is less can be counted and written by every reader."""


class Salary(Model):
    """A pay range in whole units of ``currency`` (ISO 4217)."""

    min: Annotated[Decimal, BeforeValidator(_counted), Field(gt=0, lt=MOST, examples=["60000"])]
    max: Annotated[
        Decimal | None, BeforeValidator(_counted), Field(gt=0, lt=MOST, examples=["75000"])
    ] = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", examples=["EUR"])]
    per: Annotated[Per, Field(examples=["year"])] = Per.YEAR

    @model_validator(mode="before")
    @classmethod
    def _with_mils(cls, given: Any) -> Any:
        """Three digits behind the point are no thousands where a currency has a thousandth."""
        if not isinstance(given, dict) or given.get("currency") not in _MILS:
            return given
        amounts = {n: v for n in ("min", "max") if isinstance(v := given.get(n), str)}
        pointed = {n: f"{v}0" for n, v in amounts.items() if v.count(".") == 1}
        return {**given, **pointed}

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.max is not None and self.max < self.min:
            raise ValueError("max is below min")
        return self
