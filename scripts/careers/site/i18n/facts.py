"""What a candidate wants to know at a glance, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from careers.places.areas import Area, areas
from careers.places.model import Found, Place
from careers.posting.frontmatter import Employment, FrontMatter, Workplace
from careers.posting.place_of_work import Location
from careers.posting.salary import Per, Salary
from careers.site.i18n.words import ENGLISH, Words

KINDS = {
    Employment.FULL_TIME: "Full-time",
    Employment.PART_TIME: "Part-time",
    Employment.CONTRACTOR: "Contract",
    Employment.TEMPORARY: "Temporary",
    Employment.INTERN: "Internship",
    Employment.VOLUNTEER: "Volunteer",
    Employment.PER_DIEM: "Per diem",
    Employment.OTHER: "Other",
}
WORKPLACES = {
    Workplace.ON_SITE: "On-site",
    Workplace.HYBRID: "Hybrid",
    Workplace.REMOTE: "Remote",
}
PER = {
    Per.HOUR: "%(pay)s an hour",
    Per.DAY: "%(pay)s a day",
    Per.WEEK: "%(pay)s a week",
    Per.MONTH: "%(pay)s a month",
    Per.YEAR: "%(pay)s a year",
}


class Fact(NamedTuple):
    """A line of the facts.

    ``iso`` is the date for machines where the fact is a day, ``filter`` the filter of the first
    page whose values it names.
    """

    name: str
    label: str
    value: str
    iso: str = ""
    filter: str = ""


def fact(name: str, meta: FrontMatter, words: Words = ENGLISH) -> Fact | None:
    """One of the facts, by name; None where the front matter does not state it."""
    return _MADE[name](meta, words) if name in _MADE else None


def _pay(meta: FrontMatter, words: Words) -> Fact | None:
    return Fact("pay", words("Pay"), pay(meta.salary, words)) if meta.salary else None


def _places(meta: FrontMatter, words: Words) -> Fact | None:
    if not meta.locations:
        return None
    label = words("Location") if len(meta.locations) == 1 else words("Locations")
    shown = "; ".join(place(location, words) for location in meta.locations)
    return Fact("place", label, shown, filter="place")


def _workplace(meta: FrontMatter, words: Words) -> Fact | None:
    if not meta.workplace:
        return None
    shown = words(WORKPLACES[meta.workplace])
    return Fact("workplace", words("Workplace"), shown, filter="workplace")


def _remote(meta: FrontMatter, words: Words) -> Fact | None:
    found = remote_from(meta, words)
    return Fact("remote", words("Remote from"), found) if found else None


def _employment(meta: FrontMatter, words: Words) -> Fact | None:
    shown = employment(meta.employment, words)
    return Fact("employment", words("Employment"), shown, filter="employment") if shown else None


def _team(meta: FrontMatter, words: Words) -> Fact | None:
    return Fact("team", words("Team"), meta.team, filter="team") if meta.team else None


def _vacancy(meta: FrontMatter, words: Words) -> Fact | None:
    if meta.vacancy is None:
        return None
    shown = words("There is a vacancy now") if meta.vacancy else words("For later vacancies")
    return Fact("vacancy", words("Vacancy"), shown)


def _ai(meta: FrontMatter, words: Words) -> Fact | None:
    if meta.ai is None:
        return None
    used, unused = words("Used to assess applicants"), words("Not used to assess applicants")
    return Fact("ai", words("Artificial intelligence"), used if meta.ai else unused)


def _day(name: str, label: str, value: date | None, words: Words) -> Fact | None:
    return Fact(name, words(label), words.day(value), value.isoformat()) if value else None


# In the order of a candidate's questions.
_MADE: dict[str, Callable[[FrontMatter, Words], Fact | None]] = {
    "pay": _pay,
    "place": _places,
    "workplace": _workplace,
    "remote": _remote,
    "employment": _employment,
    "team": _team,
    "vacancy": _vacancy,
    "ai": _ai,
    "posted": lambda meta, words: _day("posted", "Posted", meta.posted, words),
    "closes": lambda meta, words: _day("closes", "Apply by", meta.closes, words),
    "id": lambda meta, words: Fact("id", words("Reference"), meta.id) if meta.id else None,
}
FACTS = tuple(_MADE)
"""The names of the facts."""


def summary(meta: FrontMatter, words: Words = ENGLISH) -> str:
    """Where, how and how much of the time, in a line."""
    where = "; ".join(place(location, words) for location in meta.locations)
    how = words(WORKPLACES[meta.workplace]) if meta.workplace else ""
    if meta.workplace is Workplace.REMOTE and meta.remote_from:
        how = words("Remote from %(areas)s") % {"areas": remote_from(meta, words)}
    return " · ".join(part for part in (where, how, employment(meta.employment, words)) if part)


def employment(kinds: tuple[Employment, ...], words: Words = ENGLISH) -> str:
    """``Full-time or part-time``."""
    first, *more = [words(KINDS[kind]) for kind in kinds] or [""]
    between = words("or")
    return f" {between} ".join([first, *(_within(kind, words) for kind in more)])


def _within(word: str, words: Words) -> str:
    """A word as it stands behind others: small, but for German nouns and for ``CDD``."""
    keeps = words.locale.language == "de" or word[1:2].isupper()
    return word if keeps else f"{word[:1].lower()}{word[1:]}"


def remote_from(meta: FrontMatter, words: Words = ENGLISH) -> str:
    """Where one may work from: countries in the language of the page, all else as written."""
    known = areas(meta.remote_from)
    shown = (_area(one, text, words) for one, text in zip(known, meta.remote_from, strict=True))
    return ", ".join(shown)


def _area(found: Area | Found, text: str, words: Words) -> str:
    match found:
        case Place(country=country, region=None, city=None):
            return words.country(country.code)
        case Place(region=region, city=None) if region and text.upper() == region.code:
            return region.name
    return text


def place(location: Location, words: Words = ENGLISH) -> str:
    """A place as people write it, its country in words."""
    return _place(location.city, location.region, location.country, words)


@lru_cache(maxsize=4096)
def _place(city: str | None, region: str | None, code: str | None, words: Words) -> str:
    country = words.country(code) if code else None
    return ", ".join(part for part in (city, region, country) if part)


def pay(salary: Salary, words: Words = ENGLISH) -> str:
    """What one is paid for a year, a month, an hour; one sum where the range has one end."""
    sums = [salary.min] if salary.max in (None, salary.min) else [salary.min, salary.max]
    amounts = [words.money(amount, salary.currency) for amount in sums if amount is not None]
    return words(PER[salary.per]) % {"pay": " \N{EN DASH} ".join(amounts)}
