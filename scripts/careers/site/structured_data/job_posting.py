"""The JobPosting that search engines read, as schema.org and Google define it.

What the posting does not say is left out: nothing is invented.
"""

from __future__ import annotations

from typing import Any

from careers.places.areas import limits
from careers.places.forms import state
from careers.places.model import Place
from careers.posting.calendar import end_of
from careers.posting.frontmatter import Workplace
from careers.posting.place_of_work import Location
from careers.posting.salary import Salary
from careers.settings import CompanySettings
from careers.site.model.job import Job
from careers.site.model.site import Site
from careers.text.amounts import number
from careers.text.json_text import encoded

# `</script>`, `<!--` and the like could end the element; as escapes they are the same JSON.
_ESCAPES = {c.encode(): b"\\u%04x" % ord(c) for c in "<>&"}


def script(data: dict[str, Any]) -> str:
    """A JSON-LD element: HTML. Nothing that ``data`` holds can end it."""
    text = encoded(data)
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    # Two ends of lines, which are sooner found to be nowhere in text than in bytes.
    lines = text.decode().replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
    return f'<script type="application/ld+json">{lines}</script>'


def job_posting(site: Site, job: Job, description: str) -> dict[str, Any]:
    """The JobPosting of an open job; ``description`` is its text in plain HTML."""
    meta, company = job.meta, site.settings.company
    values = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": job.title,
        "description": description,
        "url": site.url_of(job),
        "datePosted": meta.posted.isoformat() if meta.posted else None,
        # The whole of the last day counts, where the company is.
        "validThrough": end_of(meta.closes, company.timezone).isoformat() if meta.closes else None,
        "hiringOrganization": organization(site),
        # A translation has its original's: it is the same job.
        "identifier": _identifier(company, meta.id or site.original(job).meta.id),
        "employmentType": _one_or_many(
            [kind.value.upper().replace("-", "_") for kind in meta.employment]
        ),
        "jobLocationType": "TELECOMMUTE" if meta.workplace is Workplace.REMOTE else None,
        "jobLocation": _one_or_many([found for place in meta.places if (found := _place(place))]),
        "applicantLocationRequirements": _one_or_many(_areas(job)),
        "baseSalary": _salary(meta.salary) if meta.salary else None,
        "directApply": bool(job.form) if job.apply else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _one_or_many(values: list[Any]) -> Any:
    """A single value by itself; None where there is none."""
    return values if len(values) > 1 else next(iter(values), None)


def organization(site: Site) -> dict[str, Any] | None:
    """The company; None where it has no name."""
    company = site.settings.company
    if not company.name:
        return None
    values = {
        "@type": "Organization",
        "name": company.name,
        "sameAs": company.url,
        "logo": company.logo or (site.url + site.logo.path if site.logo else None),
    }
    return {name: value for name, value in values.items() if value}


def _identifier(company: CompanySettings, number: str | None) -> dict[str, Any] | None:
    if not number:
        return None
    name = {"name": company.name} if company.name else {}
    return {"@type": "PropertyValue", **name, "value": number}


def _place(location: Location) -> dict[str, Any] | None:
    """The address of a place that is known beyond doubt; of any other nothing is said."""
    found = location.found
    if not isinstance(found, Place):
        return None
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.street or _street(found.detail),
        "addressLocality": found.city,
        "addressRegion": location.region or state(found),
        "postalCode": location.postal_code,
        "addressCountry": found.country.code,
    }
    return {"@type": "Place", "address": {k: v for k, v in address.items() if v}}


def _street(detail: str) -> str:
    """What stands before the city, where it has a house's number: else it is a district."""
    return detail if any(c.isdigit() for c in detail) else ""


def _areas(job: Job) -> list[dict[str, str]]:
    """Where a remote job may be done from; hybrid and on-site jobs have no such limit."""
    remote = job.meta.workplace is Workplace.REMOTE
    return [_area(found) for found in limits(job.meta.remote_from)] if remote else []


def _area(found: Place) -> dict[str, str]:
    country = found.country.name
    if found.city:
        state = [found.region.name] if found.region and found.region_written else []
        return {"@type": "City", "name": ", ".join([found.city, *state, country])}
    if found.region:
        return {"@type": "State", "name": f"{found.region.name}, {country}"}
    return {"@type": "Country", "name": country}


def _salary(salary: Salary) -> dict[str, Any]:
    """A range where both ends are known and differ, else the one sum."""
    if salary.max is None or salary.max == salary.min:
        sums = {"value": number(salary.min)}
    else:
        sums = {"minValue": number(salary.min), "maxValue": number(salary.max)}
    return {
        "@type": "MonetaryAmount",
        "currency": salary.currency,
        "value": {"@type": "QuantitativeValue", **sums, "unitText": salary.per.value.upper()},
    }
