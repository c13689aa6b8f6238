"""Names of places: codes in words, and what kind of place a name is."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.site.i18n.words import ENGLISH

# States and provinces that postings name without their country.
_STATES = frozenset(
    """
    Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii
    Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts
    Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire
    New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon
    Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont
    Virginia|Washington|West Virginia|Wisconsin|Wyoming|Alberta|British Columbia|Manitoba
    New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island
    Quebec|Québec|Saskatchewan
    """.strip()
    .casefold()
    .replace("\n    ", "|")
    .split("|")
)
_REGIONS = frozenset(
    {"eu", "eea", "european union", "europe", "emea", "apac", "latam", "africa", "asia"}
    | {"americas", "north america"}
)
# CLDR has codes for these, which are no countries.
_UNIONS = frozenset({"EU", "EZ", "UN"})
_CODE = 2  # letters
_EVERYWHERE = frozenset({"anywhere", "everywhere", "worldwide", "global", "the world"})


def country_name(name: str) -> str:
    """``PT`` in words; a name, or a code that is not known, as it is."""
    return ENGLISH.country(name) if name not in _UNIONS else name


@lru_cache(maxsize=4096)
def country_code(name: str) -> str | None:
    """The two letters (ISO 3166) of a country, by its code or its name; None if unknown."""
    if re.fullmatch("[A-Z]{2}", name):
        return name
    known = ENGLISH.locale.territories.items()
    return next((code for code, country in known if country == name and len(code) == _CODE), None)


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
