"""What a posting says, as short as a row of a list has it: eyes run down, they do not read."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from babel.numbers import format_compact_currency

from careers.posting.frontmatter import Employment, FrontMatter, Workplace
from careers.posting.place_of_work import Location
from careers.posting.salary import Per, Salary
from careers.site.i18n.facts import PER, WORKPLACES, employment
from careers.site.i18n.words import SOURCE, Words

MOST_PLACES = 2
NEW = timedelta(days=14)
"""How long a job is new."""
SOON = timedelta(days=7)
"""How long before its last day a job says so."""
_THOUSAND = 1000


class JobRow(NamedTuple):
    """Where, how and for how much; each may be empty."""

    places: str
    workplace: str
    pay: str


class Pay(NamedTuple):
    """A range of pay, and the time that it is for: ``€72,000``, ``a year``."""

    amount: str
    per: str


class Badge(NamedTuple):
    """What is particular about a job today; a ``quiet`` one calls nobody."""

    text: str
    quiet: bool


def row(meta: FrontMatter, words: Words) -> JobRow:
    """A posting in a row of a list."""
    how = words(WORKPLACES[meta.workplace]) if meta.workplace else ""
    pay = short_pay(meta.salary, words) if meta.salary else ""
    return JobRow(_places(meta, words), how, pay)


def badges(meta: FrontMatter, today: date, words: Words) -> list[Badge]:
    """New, about to close, not full-time: in this order."""
    found = []
    if meta.posted and timedelta(0) <= today - meta.posted < NEW:
        found.append(Badge(words("New"), quiet=False))
    if meta.closes and timedelta(0) <= meta.closes - today <= SOON:
        left = (meta.closes - today).days
        text = words.many("%(num)s day left", "%(num)s days left", left) % {"num": left}
        found.append(Badge(text if left else words("Last day"), quiet=False))
    if meta.employment and Employment.FULL_TIME not in meta.employment:
        found.append(Badge(employment(meta.employment, words), quiet=True))
    return found


def split_pay(salary: Salary, words: Words) -> Pay:
    """A range in whole words."""
    return Pay(" \N{EN DASH} ".join(_sums(salary, words)), _per(salary.per, words))


def short_pay(salary: Salary, words: Words) -> str:
    """In thousands where it is for a year, ``€72k``, else in full: ``€38 an hour``."""
    sums = _sums(salary, words)
    amounts = [amount for amount in (salary.min, salary.max) if amount is not None]
    if salary.per is not Per.YEAR:
        return words(PER[salary.per]) % {"pay": _range(sums)}
    if all(amount >= _THOUSAND and amount % 100 == 0 for amount in amounts):
        sums = [_compact(amount, salary.currency, words) for amount in amounts[: len(sums)]]
    return _range(sums)


def _sums(salary: Salary, words: Words) -> list[str]:
    both = [salary.min] if salary.max in (None, salary.min) else [salary.min, salary.max]
    return [words.money(amount, salary.currency) for amount in both if amount is not None]


def _compact(amount: Decimal, currency: str, words: Words) -> str:
    """In thousands; in full where a language does not shorten them."""
    digits = 0 if amount % _THOUSAND == 0 else 1
    shown = format_compact_currency(amount, currency, locale=words.locale, fraction_digits=digits)
    if sum(char.isdigit() for char in shown) > len(str(int(amount / _THOUSAND))) + digits:
        return words.money(amount, currency)
    return shown.replace("K", "k") if words.locale.language == SOURCE else shown


def _range(sums: list[str]) -> str:
    """What both sums begin or end with stands there once."""
    if len(sums) == 1:
        return sums[0]
    first, last = sums
    before, after = _unnumbered(first), _unnumbered(first[::-1])[::-1]
    first = first.removesuffix(after) if last.endswith(after) else first
    last = last.removeprefix(before)
    return f"{first}\N{EN DASH}{last}"


def _unnumbered(text: str) -> str:
    """The beginning of a text before its first digit."""
    return text[: next((at for at, char in enumerate(text) if char.isdigit()), len(text))]


def _per(per: Per, words: Words) -> str:
    return (words(PER[per]) % {"pay": ""}).strip()


def _places(meta: FrontMatter, words: Words) -> str:
    """Two places at most; for remote work from where, or from how many countries."""
    if meta.locations:
        return _few([_town(place, words) for place in meta.locations])
    if meta.workplace is Workplace.REMOTE and meta.remote_from:
        areas = [words.country(area) for area in meta.remote_from]
        if len(areas) > MOST_PLACES:
            number = len(areas)
            return words.many("%(num)s country", "%(num)s countries", number) % {"num": number}
        return ", ".join(areas)
    return ""


def _few(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    more = len(names) - MOST_PLACES
    return ", ".join(names[:MOST_PLACES]) + (f" +{more}" if more > 0 else "")


def _town(place: Location, words: Words) -> str:
    return place.city or place.region or (words.country(place.country) if place.country else "")
