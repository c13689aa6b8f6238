"""Where the law wants pay in a job advert: the rules as data.

Dates and thresholds were gathered from accounts of law firms and authorities written between 2022
and 2026; ``source`` leads to the law itself where it has an address, else to such an account. Laws
have exceptions that a file does not show (how many people you employ, who is exempt): this is a
reminder, and no legal advice. ``docs/pay-transparency.md`` is the same as a table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Demand = Literal["range", "pay", "before interview"]


@dataclass(frozen=True, slots=True)
class PayRule:
    """One law. ``regions`` and ``cities`` in lower case; empty where the whole country is meant.

    ``demand``: a range with both ends, or pay as an amount or a range, in the advert; or pay made
    known before the interview, for which the advert is the simplest place. ``employees`` is from
    how many on it holds; ``widest`` is how wide a range may be a year, in ``currency``.
    """

    place: str
    country: str
    regions: frozenset[str]
    since: date
    demand: Demand
    law: str
    source: str
    employees: int = 1
    cities: frozenset[str] = frozenset()
    widest: int | None = None
    currency: str = ""
    not_above: int | None = None


def _us(  # noqa: PLR0913, PLR0917 - a row of the table below
    place: str, code: str, since: date, employees: int, law: str, source: str
) -> PayRule:
    names = frozenset({place.lower(), code.lower()})
    return PayRule(place, "US", names, since, "range", law, source, employees)


RULES: Final = (
    _us(
        "Colorado",
        "CO",
        date(2021, 1, 1),
        1,
        "Equal Pay for Equal Work Act, C.R.S. 8-5-201",
        "https://cdle.colorado.gov/equalpaytransparency",
    ),
    _us(
        "California",
        "CA",
        date(2023, 1, 1),
        15,
        "Labor Code § 432.3",
        "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=432.3",
    ),
    _us(
        "Washington",
        "WA",
        date(2023, 1, 1),
        15,
        "RCW 49.58.110",
        "https://app.leg.wa.gov/rcw/default.aspx?cite=49.58.110",
    ),
    _us(
        "New York",
        "NY",
        date(2023, 9, 17),
        4,
        "Labor Law § 194-b",
        "https://www.nysenate.gov/legislation/laws/LAB/194-B",
    ),
    _us(
        "Hawaii",
        "HI",
        date(2024, 1, 1),
        50,
        "Act 203 of 2023",
        "https://www.capitol.hawaii.gov/sessions/session2023/bills/SB1057_CD1_.HTM",
    ),
    _us(
        "District of Columbia",
        "DC",
        date(2024, 6, 30),
        1,
        "Wage Transparency Act, D.C. Code § 32-1451 ff.",
        "https://code.dccouncil.gov/us/dc/council/code/titles/32/chapters/14A",
    ),
    _us(
        "Maryland",
        "MD",
        date(2024, 10, 1),
        1,
        "Labor and Employment § 3-304.2",
        "https://mgaleg.maryland.gov/mgawebsite/Laws/StatuteText?article=gle&section=3-304.2",
    ),
    _us(
        "Illinois",
        "IL",
        date(2025, 1, 1),
        15,
        "Equal Pay Act, 820 ILCS 112/10",
        "https://www.ilga.gov/legislation/publicacts/fulltext.asp?Name=103-0539",
    ),
    _us(
        "Minnesota",
        "MN",
        date(2025, 1, 1),
        30,
        "Minn. Stat. 181.173",
        "https://www.revisor.mn.gov/statutes/cite/181.173",
    ),
    _us(
        "New Jersey",
        "NJ",
        date(2025, 6, 1),
        10,
        "P.L. 2024, c. 91",
        "https://pub.njleg.state.nj.us/Bills/2024/PL24/91_.HTM",
    ),
    _us(
        "Vermont",
        "VT",
        date(2025, 7, 1),
        5,
        "21 V.S.A. § 495t",
        "https://legislature.vermont.gov/statutes/section/21/005/00495t",
    ),
    _us(
        "Massachusetts",
        "MA",
        date(2025, 10, 29),
        25,
        "M.G.L. c. 149 § 105F",
        "https://malegislature.gov/Laws/GeneralLaws/PartI/TitleXXI/Chapter149/Section105F",
    ),
    PayRule(
        "Jersey City",
        "US",
        frozenset({"new jersey", "nj"}),
        date(2022, 4, 13),
        "range",
        "Ordinances 22-026 and 22-045",
        "https://www.jerseycitynj.gov/news/paytransparencycampaignlaunched",
        employees=5,
        cities=frozenset({"jersey city"}),
    ),
    PayRule(
        "Cleveland",
        "US",
        frozenset({"ohio", "oh"}),
        date(2025, 10, 27),
        "range",
        "Ordinance 104-2025",
        "https://www.duanemorris.com/alerts/cleveland_joins_pay_equity_trend_mandating_pay_transparency_banning_salary_inquiries_0525.html",
        employees=15,
        cities=frozenset({"cleveland"}),
    ),
    PayRule(
        "British Columbia",
        "CA",
        frozenset({"british columbia", "bc"}),
        date(2023, 11, 1),
        "pay",
        "Pay Transparency Act, S.B.C. 2023, c. 18",
        "https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/23018",
    ),
    PayRule(
        "Prince Edward Island",
        "CA",
        frozenset({"prince edward island", "pe", "pei"}),
        date(2022, 6, 1),
        "pay",
        "Employment Standards Act, as amended by Bill 119",
        "https://www.stewartmckelvey.com/thought-leadership/pay-transparency-recent-changes-to-peis-employment-standards-act/",
    ),
    PayRule(
        "Ontario",
        "CA",
        frozenset({"ontario", "on"}),
        date(2026, 1, 1),
        "pay",
        "Employment Standards Act, 2000, and O. Reg. 476/24",
        "https://www.ontario.ca/laws/regulation/240476",
        employees=25,
        widest=50_000,
        currency="CAD",
        not_above=200_000,
    ),
    PayRule(
        "Austria",
        "AT",
        frozenset(),
        date(2011, 3, 1),
        "pay",
        "Gleichbehandlungsgesetz § 9 (2)",
        "https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=20003395",
    ),
    PayRule(
        "Slovakia",
        "SK",
        frozenset(),
        date(2018, 5, 1),
        "pay",
        "Act 5/2004 on employment services § 62 (2)",
        "https://www.slov-lex.sk/pravne-predpisy/SK/ZZ/2004/5/",
    ),
    PayRule(
        "Latvia",
        "LV",
        frozenset(),
        date(2018, 11, 28),
        "pay",
        "Labour Law § 32 (3)",
        "https://vdi.gov.lv/en/article/content-job-advertisement",
    ),
    PayRule(
        "European Union",
        "EU",
        frozenset(),
        date(2026, 6, 7),
        "before interview",
        "Directive (EU) 2023/970, article 5",
        "https://eur-lex.europa.eu/eli/dir/2023/970/oj",
    ),
)

# How front matter names the countries of the rules.
COUNTRIES: Final = {
    "US": ("us", "usa", "u.s.", "u.s.a.", "united states", "united states of america"),
    "CA": ("ca", "can", "canada"),
    "AT": ("at", "austria", "österreich"),
    "SK": ("sk", "slovakia", "slovensko"),
    "LV": ("lv", "latvia", "latvija"),
}
# The state or province of cities that are often written without.
CITIES: Final = {
    "boston": "massachusetts",
    "boulder": "colorado",
    "brooklyn": "new york",
    "chicago": "illinois",
    "denver": "colorado",
    "honolulu": "hawaii",
    "los angeles": "california",
    "minneapolis": "minnesota",
    "new york": "new york",
    "new york city": "new york",
    "newark": "new jersey",
    "jersey city": "new jersey",
    "nyc": "new york",
    "oakland": "california",
    "ottawa": "ontario",
    "palo alto": "california",
    "sacramento": "california",
    "san diego": "california",
    "san francisco": "california",
    "san jose": "california",
    "seattle": "washington",
    "toronto": "ontario",
    "vancouver": "british columbia",
    "washington dc": "district of columbia",
    "washington, d.c.": "district of columbia",
    "washington d.c.": "district of columbia",
}
_EU = """
    at austria be belgium bg bulgaria hr croatia cy cyprus cz czechia dk denmark ee estonia
    fi finland fr france de germany gr greece hu hungary ie ireland it italy lv latvia lt lithuania
    lu luxembourg mt malta nl netherlands pl poland pt portugal ro romania sk slovakia si slovenia
    es spain se sweden eu
"""
MEMBERS: Final = frozenset(_EU.split()) | {"czech republic", "european union", "the netherlands"}

_DEMANDS: Final = {
    "range": "a range, from and to, in the advert",
    "pay": "an amount or a range in the advert",
    "before interview": "pay known before the interview",
}


def table(rules: Iterable[PayRule] = RULES) -> str:
    """The rules as a Markdown page, by place; an error in the table is an error in the data."""
    head = (
        "# Where the law wants pay in a job advert\n\n"
        "Generated from `scripts/careers/checks/_pay_rules.py`; the check `pay-range` follows it.\n"
        "It is a reminder, and no legal advice: each law has exceptions that stand in its text.\n"
        "For a rule that is new or has changed, edit that file and cite the source.\n\n"
        "| place | in force | from | what is wanted | law |\n|---|---|---|---|---|\n"
    )
    return head + "".join(map(_row, sorted(rules, key=lambda rule: (rule.country, rule.place))))


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
    area = area or CITIES.get(town, "")
    if nation == "ca" and area == "california":  # "San Francisco, CA" is not in Canada
        nation = "us"
    code = next((code for code, names in COUNTRIES.items() if nation in names), None)
    if nation and code is None and not area:
        area = nation
    return [
        rule
        for rule in RULES
        if rule.since <= today and _holds(rule, code, nation, area, town, whole=whole)
    ]


def _holds(  # noqa: PLR0913 - as above
    rule: PayRule, code: str | None, nation: str, area: str, town: str, *, whole: bool
) -> bool:
    if rule.country == "EU":
        return nation in MEMBERS
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
