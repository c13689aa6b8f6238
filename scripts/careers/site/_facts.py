"""What a candidate wants to know at a glance, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from careers.frontmatter import Employment, FrontMatter, Location, Salary, Workplace
from careers.site._places import country_name

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_EMPLOYMENT = {
    Employment.FULL_TIME: "Full-time",
    Employment.PART_TIME: "Part-time",
    Employment.CONTRACTOR: "Contract",
    Employment.TEMPORARY: "Temporary",
    Employment.INTERN: "Internship",
    Employment.VOLUNTEER: "Volunteer",
    Employment.PER_DIEM: "Per diem",
    Employment.OTHER: "Other",
}
_WORKPLACE = {
    Workplace.ON_SITE: "On-site",
    Workplace.HYBRID: "Hybrid",
    Workplace.REMOTE: "Remote",
}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts. ``iso`` is the date for machines where the fact is a day."""

    name: str
    label: str
    value: str
    iso: str = ""


def facts(meta: FrontMatter) -> Iterator[Fact]:
    """The facts that the front matter states, in the order of a candidate's questions."""
    if meta.salary:
        yield Fact("pay", "Pay", pay(meta.salary))
    if meta.locations:
        label = "Location" if len(meta.locations) == 1 else "Locations"
        yield Fact("place", label, "; ".join(map(place, meta.locations)))
    if meta.workplace:
        yield Fact("workplace", "Workplace", _WORKPLACE[meta.workplace])
    if meta.remote_from:
        yield Fact("remote", "Remote from", ", ".join(map(country_name, meta.remote_from)))
    if meta.employment:
        yield Fact("employment", "Employment", employment(meta.employment))
    if meta.team:
        yield Fact("team", "Team", meta.team)
    if meta.posted:
        yield Fact("posted", "Posted", day(meta.posted), meta.posted.isoformat())
    if meta.closes:
        yield Fact("closes", "Apply by", day(meta.closes), meta.closes.isoformat())
    if meta.id:
        yield Fact("id", "Reference", meta.id)


def summary(meta: FrontMatter) -> str:
    """Where, how and how much of the time, in a line."""
    where = "; ".join(place(location) for location in meta.locations)
    how = _WORKPLACE[meta.workplace] if meta.workplace else ""
    if meta.workplace is Workplace.REMOTE and meta.remote_from:
        how = f"Remote from {', '.join(map(country_name, meta.remote_from))}"
    return " · ".join(part for part in (where, how, employment(meta.employment)) if part)


def employment(kinds: tuple[Employment, ...]) -> str:
    """``Full-time or part-time``."""
    return " or ".join(_EMPLOYMENT[kind] for kind in kinds).capitalize()


def place(location: Location) -> str:
    """A place as people write it, its country in words."""
    country = country_name(location.country) if location.country else None
    return ", ".join(part for part in (location.city, location.region, country) if part)


def pay(salary: Salary) -> str:
    """``€72,000 – €90,000 a year``; one sum where the range has one end."""
    sums = [salary.min] if salary.max in (None, salary.min) else [salary.min, salary.max]
    shown = " – ".join(_sum(amount, salary.currency) for amount in sums if amount is not None)
    return f"{shown} {'an' if salary.per == 'hour' else 'a'} {salary.per}"


def _sum(amount: Decimal, currency: str) -> str:
    number = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"{_SIGNS[currency]}{number}" if currency in _SIGNS else f"{currency} {number}"


def day(value: date) -> str:
    """``5 October 2026``, whatever the machine's locale."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
