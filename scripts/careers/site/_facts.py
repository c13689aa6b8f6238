"""What a candidate wants to know at a glance, in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from careers.frontmatter import Employment, FrontMatter, Location, Per, Salary, Workplace
from careers.site._words import ENGLISH, SOURCE, Words

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


def facts(meta: FrontMatter, words: Words = ENGLISH) -> Iterator[Fact]:
    """The facts that the front matter states, in the order of a candidate's questions."""
    if meta.salary:
        yield Fact("pay", words("Pay"), pay(meta.salary, words))
    if meta.locations:
        label = words("Location") if len(meta.locations) == 1 else words("Locations")
        shown = "; ".join(place(location, words) for location in meta.locations)
        yield Fact("place", label, shown, filter="place")
    if meta.workplace:
        shown = words(WORKPLACES[meta.workplace])
        yield Fact("workplace", words("Workplace"), shown, filter="workplace")
    if meta.remote_from:
        yield Fact("remote", words("Remote from"), ", ".join(map(words.country, meta.remote_from)))
    if meta.employment:
        shown = employment(meta.employment, words)
        yield Fact("employment", words("Employment"), shown, filter="employment")
    if meta.team:
        yield Fact("team", words("Team"), meta.team, filter="team")
    if meta.posted:
        yield Fact("posted", words("Posted"), words.day(meta.posted), meta.posted.isoformat())
    if meta.closes:
        yield Fact("closes", words("Apply by"), words.day(meta.closes), meta.closes.isoformat())
    if meta.id:
        yield Fact("id", words("Reference"), meta.id)


def summary(meta: FrontMatter, words: Words = ENGLISH) -> str:
    """Where, how and how much of the time, in a line."""
    where = "; ".join(place(location, words) for location in meta.locations)
    how = words(WORKPLACES[meta.workplace]) if meta.workplace else ""
    if meta.workplace is Workplace.REMOTE and meta.remote_from:
        areas = ", ".join(map(words.country, meta.remote_from))
        how = words("Remote from %(areas)s") % {"areas": areas}
    return " · ".join(part for part in (where, how, employment(meta.employment, words)) if part)


def employment(kinds: tuple[Employment, ...], words: Words = ENGLISH) -> str:
    """``Full-time or part-time``."""
    first, *more = [words(KINDS[kind]) for kind in kinds] or [""]
    # German nouns keep their capital, English words are written small behind the first.
    small = words.locale.language == SOURCE
    between = words("or")
    return f" {between} ".join([first, *(m.lower() if small else m for m in more)])


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
