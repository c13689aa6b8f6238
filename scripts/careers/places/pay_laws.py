"""Where the law wants pay in a job advert: the rules of ``pay_laws.toml``."""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from careers.places.areas import Area, area
from careers.places.model import Place
from careers.places.tables import Country

Demand = Literal["range", "pay", "before interview", "before start"]

DEMANDS: Final = {
    "range": "a range, from and to, in the advert",
    "pay": "an amount or a range in the advert",
    "before interview": "pay known before the interview",
    "before start": "pay known before the work begins",
}


@dataclass(frozen=True, slots=True)
class PayRule:
    """One law; the data says what each field is."""

    place: str
    country: str
    since: date
    demand: Demand
    law: str
    source: str
    region: str = ""
    city: str = ""
    employees: int = 1
    widest: int | None = None
    currency: str = ""
    not_above: int | None = None


def before_talks(rule: PayRule) -> bool:
    """Whether the law wants pay told before anybody is interviewed, in the advert or otherwise."""
    return rule.demand != "before start"


def in_advert(rule: PayRule) -> bool:
    """Whether the law wants pay in the advert itself."""
    return rule.demand in ("range", "pay")


@cache
def rules() -> tuple[PayRule, ...]:
    """All of them, as they stand in the data."""
    data = pkgutil.get_data("careers.places", "pay_laws.toml") or b""
    return tuple(PayRule(**row) for row in tomllib.loads(data.decode())["rule"])


def table() -> str:
    """The rules as a Markdown page, by place; an error in the table is an error in the data."""
    head = (
        "# Where the law wants pay in a job advert\n\n"
        "Generated from `scripts/careers/places/pay_laws.toml`;"
        " the check `pay-range` follows it.\n"
        "It is a reminder, and no legal advice: each law has exceptions that stand in its text.\n"
        "For a rule that is new or has changed, edit that file and cite the source.\n\n"
        "Reviewed as of November 2026. Of the directive that was due on 7 June 2026, Italy,"
        " Lithuania, Malta,\nPoland and Slovakia have made law of what concerns adverts; where"
        " others are late, its own row reminds of it.\nThat nobody is asked for past pay is the"
        " check [`pay-history`](checks/pay-history.md), what else Ontario\nasks of an advert"
        " [`ontario`](checks/ontario.md).\n\n"
        "| place | in force | from | what is wanted | law |\n|---|---|---|---|---|\n"
    )
    return head + "".join(map(_row, sorted(rules(), key=lambda rule: (rule.country, rule.place))))


def _row(rule: PayRule) -> str:
    size = "every employer" if rule.employees == 1 else f"{rule.employees} employees"
    wanted = DEMANDS[rule.demand]
    if rule.widest:
        wanted += f", at most {rule.currency} {rule.widest:,} wide"
    if rule.not_above:
        wanted += f"; not where it ends above {rule.currency} {rule.not_above:,}"
    country = "" if rule.place == "European Union" or not rule.region else f", {rule.country}"
    law = f"[{rule.law}]({rule.source})"
    return f"| {rule.place}{country} | {rule.since} | {size} | {wanted} | {law} |\n"


def rules_at(found: Place, today: date, *, whole: bool = False) -> list[PayRule]:
    """The laws in force at a place. ``whole``: a country alone means every region of it."""
    return [r for r in rules() if r.since <= today and _applies(r, found, whole=whole)]


def rules_in(found: Area | object, today: date) -> Iterator[PayRule]:
    """The laws of a place that one may work from, and of each country of a group, once."""
    match found:
        case Place():
            yield from rules_at(found, today, whole=True)
        case Area(members=members):
            laws = (law for nation in members for law in rules_at(Place(nation), today, whole=True))
            yield from dict.fromkeys(laws)


def _applies(rule: PayRule, found: Place, *, whole: bool) -> bool:
    if rule.country == "EU":
        return found.country in _members()
    if rule.country != found.country.code:
        return False
    if rule.city:
        city = found.known
        return city is not None and (rule.city, rule.region) == (city.name, city.region)
    if found.region is None:
        return not rule.region or (whole and not found.city)
    return rule.region in ("", found.region.code, found.region.above)


@cache
def _members() -> tuple[Country, ...]:
    """Those of the European Union."""
    union = area("EU")
    return union.members if isinstance(union, Area) else ()
