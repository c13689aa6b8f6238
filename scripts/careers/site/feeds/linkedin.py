"""The open jobs as LinkedIn's XML feed reads them, where the settings say who posts them.

A job that lacks what LinkedIn makes mandatory is not in it: a place, a hundred characters of text.
"""

from __future__ import annotations

from careers.places.model import Place
from careers.posting.frontmatter import Employment, Workplace
from careers.posting.salary import Salary
from careers.site.feeds._ads import Advert, adverts_of
from careers.site.feeds.entry import Entry
from careers.site.feeds.feed import Feed
from careers.site.i18n.facts import place
from careers.site.model.site import Site
from careers.text.xml import element, ends, line, section

NAME = "feeds/linkedin.xml"
_LEAST = 100
_WORKPLACES = {
    Workplace.ON_SITE: "On-site",
    Workplace.HYBRID: "Hybrid",
    Workplace.REMOTE: "Remote",
}
_KINDS = {
    Employment.FULL_TIME: "FULL_TIME",
    Employment.PART_TIME: "PART_TIME",
    Employment.CONTRACTOR: "CONTRACT",
    Employment.INTERN: "INTERNSHIP",
    Employment.VOLUNTEER: "VOLUNTEER",
}
_PERIODS = {
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}


def _offered(site: Site) -> bool:
    settings = site.settings
    return bool(settings.company.name and settings.linkedin.poster_email)


def _ends(_site: Site) -> tuple[bytes, bytes]:
    return ends("source")


def _item(entry: Entry) -> bytes:
    if len(entry.text.description) < _LEAST:
        return b""
    return b"".join(line(_job(advert)) for advert in adverts_of(entry) if place(advert.place))


def _job(advert: Advert) -> bytes:
    entry, where, settings = advert.entry, advert.place, advert.entry.site.settings
    meta, known = entry.meta, where.found if isinstance(where.found, Place) else None
    values = {
        "partnerJobId": advert.id,
        "company": settings.company.name,
        "companyId": settings.linkedin.company_id and str(settings.linkedin.company_id),
        "posterEmail": settings.linkedin.poster_email,
        "title": entry.job.title,
        "description": entry.text.description,
        "applyUrl": entry.apply,
        "location": place(where),
        "city": known and known.city,
        "country": known and known.country.code,
        "postalCode": where.postal_code,
        "workplaceTypes": meta.workplace and _WORKPLACES[meta.workplace],
        "jobtype": next((_KINDS[kind] for kind in meta.employment if kind in _KINDS), None),
        "expirationDate": meta.closes and meta.closes.isoformat(),
    }
    pay = _salaries(meta.salary) if meta.salary else None
    return element("job", *(section(name, value) for name, value in values.items() if value), pay)


def _salaries(salary: Salary) -> bytes | None:
    """The base pay; None where an end of it is no whole number, which LinkedIn cannot read."""
    low, high = salary.min, salary.max or salary.min
    if any(amount % 1 for amount in (low, high)):
        return None
    made = [
        element(name, section("amount", f"{amount:.0f}"), section("currencyCode", salary.currency))
        for name, amount in (("highEnd", high), ("lowEnd", low))
    ]
    period, kind = section("period", _PERIODS[salary.per]), section("type", "BASE_SALARY")
    return element("salaries", element("salary", *made, period, kind))


feed = Feed(NAME, _item, _ends, offered=_offered)
