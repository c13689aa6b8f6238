"""Names of places: codes in words, and what kind of place a name is."""

from __future__ import annotations

import re

_COUNTRIES = dict(
    entry.split(":")
    for entry in (
        "AE:United Arab Emirates|AR:Argentina|AT:Austria|AU:Australia|BE:Belgium|BG:Bulgaria|"
        "BR:Brazil|CA:Canada|CH:Switzerland|CL:Chile|CN:China|CO:Colombia|CY:Cyprus|CZ:Czechia|"
        "DE:Germany|DK:Denmark|EE:Estonia|EG:Egypt|ES:Spain|FI:Finland|FR:France|"
        "GB:United Kingdom|GR:Greece|HR:Croatia|HU:Hungary|ID:Indonesia|IE:Ireland|IL:Israel|"
        "IN:India|IS:Iceland|IT:Italy|JP:Japan|KE:Kenya|KR:South Korea|LT:Lithuania|"
        "LU:Luxembourg|LV:Latvia|MA:Morocco|MT:Malta|MX:Mexico|MY:Malaysia|NG:Nigeria|"
        "NL:Netherlands|NO:Norway|NZ:New Zealand|PE:Peru|PH:Philippines|PK:Pakistan|PL:Poland|"
        "PT:Portugal|RO:Romania|RS:Serbia|SE:Sweden|SG:Singapore|SI:Slovenia|SK:Slovakia|"
        "TH:Thailand|TR:Türkiye|TW:Taiwan|UA:Ukraine|US:United States|UY:Uruguay|VN:Vietnam|"
        "ZA:South Africa"
    ).split("|")
)

# States and provinces that postings name without their country.
_STATES = frozenset(
    (
        "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|"
        "Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|"
        "Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|"
        "New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|"
        "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|"
        "Virginia|Washington|West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba|"
        "New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|"
        "Quebec|Québec|Saskatchewan"
    )
    .casefold()
    .split("|")
)
_REGIONS = frozenset(
    "eu|eea|european union|europe|emea|apac|latam|africa|asia|americas|north america".split("|")
)
_EVERYWHERE = frozenset({"anywhere", "everywhere", "worldwide", "global", "the world"})


def country_name(name: str) -> str:
    """``PT`` in words; a name, or a code that is not known, as it is."""
    return _COUNTRIES.get(name, name)


def country_code(name: str) -> str | None:
    """The two letters (ISO 3166) of a country, by its code or its name; None if unknown."""
    if re.fullmatch("[A-Z]{2}", name):
        return name
    return next((code for code, known in _COUNTRIES.items() if known == name), None)


def area_type(name: str) -> str | None:
    """The schema.org type of a place that one may work from; None where it is no limit.

    A name that is neither a known state nor a region of several countries is a country.
    """
    key = name.casefold().strip()
    if key in _EVERYWHERE:
        return None
    if key in _REGIONS:
        return "AdministrativeArea"
    if key in _STATES or "," in name or re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", name):
        return "State"
    return "Country"
