"""Days and pay in the words of a language, from ``templates/mail/words.LANGUAGE.toml``.

Babel would know more languages, and every run of ``tend`` would have to install it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from careers.posting.salary import Salary
from careers.text.diagnostics import CareersError

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


@dataclass(frozen=True)
class LetterWords:
    """The words of one language. ``reasons`` say why somebody was not chosen, by reason.

    ``talks`` say that one was moved or cancelled, ``hash_kept`` that a hash of the address stays.
    """

    language: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
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


def read_words(language: str, text: str, name: str) -> LetterWords:
    """The words of a file. Raises CareersError that names it where it lacks something."""
    try:
        table: dict[str, Any] = tomllib.loads(text)
        return LetterWords(
            language,
            tuple(table["weekdays"]),
            tuple(table["months"]),
            table["day"],
            table["filled"],
            table["closed"],
            table["read"],
            table["unread"],
            table["pay"],
            table.get("reasons", {}),
            table.get("talks", {}),
            table.get("hash_kept", ""),
        )
    except (tomllib.TOMLDecodeError, KeyError) as error:
        message = f"{name} cannot be read: {error}"
        raise CareersError(message, "take templates/mail/words.en.toml as its model") from None
