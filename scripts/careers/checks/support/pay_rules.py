"""Where the law wants pay in a job advert: the rules of ``data/pay_rules.toml``."""

from __future__ import annotations

import pkgutil
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, Literal

Demand = Literal["range", "pay", "before interview"]

_DEMANDS: Final = {
    "range": "a range, from and to, in the advert",
    "pay": "an amount or a range in the advert",
    "before interview": "pay known before the interview",
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
    regions: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    employees: int = 1
    widest: int | None = None
    currency: str = ""
    not_above: int | None = None


@cache
def _data() -> dict[str, Any]:
    data = pkgutil.get_data("careers.checks", "data/pay_rules.toml") or b""
    return tomllib.loads(data.decode())


@cache
def rules() -> tuple[PayRule, ...]:
    """All of them, as they stand in the data."""
    sets = ("regions", "cities")
    rows = _data()["rule"]
    return tuple(
        PayRule(**row | {key: frozenset(row.get(key, ())) for key in sets}) for row in rows
    )


def table() -> str:
    """The rules as a Markdown page, by place; an error in the table is an error in the data."""
    head = (
        "# Where the law wants pay in a job advert\n\n"
        "Generated from `scripts/careers/checks/data/pay_rules.toml`;"
        " the check `pay-range` follows it.\n"
        "It is a reminder, and no legal advice: each law has exceptions that stand in its text.\n"
        "For a rule that is new or has changed, edit that file and cite the source.\n\n"
        "| place | in force | from | what is wanted | law |\n|---|---|---|---|---|\n"
    )
    return head + "".join(map(_row, sorted(rules(), key=lambda rule: (rule.country, rule.place))))


def _row(rule: PayRule) -> str:
    size = "every employer" if rule.employees == 1 else f"{rule.employees} employees"
    wanted = _DEMANDS[rule.demand]
    if rule.widest:
        wanted += f", at most {rule.currency} {rule.widest:,} wide"
    if rule.not_above:
        wanted += f"; not where it ends above {rule.currency} {rule.not_above:,}"
    country = "" if rule.place == "European Union" or not rule.regions else f", {rule.country}"
    law = f"[{rule.law}]({rule.source})"
    return f"| {rule.place}{country} | {rule.since} | {size} | {wanted} | {law} |\n"


def rules_at(
    country: str | None,
    region: str | None,
    city: str | None,
    today: date,
    *,
    whole: bool = False,
) -> list[PayRule]:
    """The laws in force at a place. ``whole``: a country alone means every region of it.

    A place that holds no country but the name of one state is that state: "Colorado".
    """
    nation = (country or "").strip().lower()
    area, town = (region or "").strip().lower(), (city or "").strip().lower()
    area = area or _data()["cities"].get(town, "")
    if nation == "ca" and area == "california":  # "San Francisco, CA" is not in Canada
        nation = "us"
    code = next((code for code, names in _data()["countries"].items() if nation in names), None)
    if nation and code is None and not area:
        area = nation
    return [
        rule
        for rule in rules()
        if rule.since <= today and _applies(rule, code, nation, area, town, whole=whole)
    ]


def _applies(  # noqa: PLR0913 - as above
    rule: PayRule, code: str | None, nation: str, area: str, town: str, *, whole: bool
) -> bool:
    if rule.country == "EU":
        return nation in _data()["european_union"]
    if code not in (rule.country, None):
        return False
    if not rule.regions:
        return code is not None
    if area == "british columbia" and code == "US":  # the Vancouver of the state of Washington
        area = "washington"
    if rule.cities:
        return code is not None and town in rule.cities and (not area or area in rule.regions)
    if not area:
        return whole and code is not None
    # Two letters alone may be another country's code: "CA" is Canada, "IL" Israel.
    return area in rule.regions and (code is not None or len(area) > len("NY"))
