"""Days and pay in the words of a language, from ``templates/mail/words.LANGUAGE.toml``.

Babel would know more languages, and every run of ``tend`` would have to install it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from careers.letters.support.broken import BrokenFileError
from careers.posting.salary import Per, Salary

_MODEL = "take words.en.toml as its model, or delete it to have ours"
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


@dataclass(frozen=True)
class LetterWords:
    """The words of one language. ``reasons`` say why somebody was not chosen, by reason.

    ``talks`` say that one was moved or cancelled, ``hash_kept`` that a hash of the address stays.
    """

    language: str
    weekdays: Annotated[tuple[str, ...], Field(min_length=7, max_length=7)]
    months: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]
    day_pattern: str
    filled: str
    closed: str
    read: str
    unread: str
    pay_words: Mapping[str, str]
    reasons: Mapping[str, str] = field(default_factory=dict)
    talks: Mapping[str, str] = field(default_factory=dict)
    hash_kept: str = ""

    def day(self, text: str) -> str:
        """A day in ISO 8601 in words; anything else as it is."""
        try:
            found = date.fromisoformat(text)
        except ValueError:
            return text
        return self.day_pattern.format(
            weekday=self.weekdays[found.weekday()],
            day=found.day,
            month=self.months[found.month - 1],
            year=found.year,
        )

    def pay(self, salary: Salary) -> str:
        """A range of pay, as the language writes sums: ``€72,000 a year``."""
        sums = [salary.min] if salary.max in {None, salary.min} else [salary.min, salary.max]
        amounts = " \N{EN DASH} ".join(self._number(x) for x in sums if x is not None)
        sign = _SIGNS.get(salary.currency)
        apart = "" if sign else "\N{NO-BREAK SPACE}"
        before = self.pay_words["amount"].startswith("{currency}")
        currency = sign or (f"{salary.currency}{apart}" if before else salary.currency)
        amount = self.pay_words["amount"].format(currency=currency, amount=amounts)
        return self.pay_words[str(salary.per)].format(pay=amount)

    def _number(self, amount: Decimal) -> str:
        whole, _, rest = f"{amount:,f}".partition(".")
        rest = rest.rstrip("0")
        whole = whole.replace(",", self.pay_words["thousands"])
        return f"{whole}{self.pay_words['point']}{rest:0<2}" if rest else whole


_ADAPTER = TypeAdapter(LetterWords)


def read_words(language: str, text: str, name: str) -> LetterWords:
    """The words of a file. Raises BrokenFileError where it lacks something."""
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenFileError(name, f"is no TOML: {error}", _MODEL) from None
    named = {"day_pattern": table.pop("day", None), "pay_words": table.pop("pay", None)}
    try:
        words = _ADAPTER.validate_python({**table, **named, "language": language})
    except ValidationError as error:
        place = str(error.errors()[0]["loc"][0]).removesuffix("_pattern").removesuffix("_words")
        raise BrokenFileError(name, f"has no `{place}` as it is needed", _MODEL) from None
    if place := _untried(words):
        raise BrokenFileError(name, f"has no `{place}` as it is needed", _MODEL)
    return words


def _untried(words: LetterWords) -> str:
    """What of the words fails where days and pay are made of them; empty where all is well."""
    try:
        words.day("2026-12-02")
    except (KeyError, IndexError, ValueError, AttributeError, TypeError):
        return "day"
    for per in Per:
        try:
            words.pay(Salary.model_validate({"min": 1000, "currency": "EUR", "per": per}))
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            return "pay"
    return ""
