"""The JobPosting that search engines read, as schema.org and Google define it.

What the posting does not say is left out: nothing is invented.
"""

from __future__ import annotations

from typing import Any

from careers.posting.frontmatter import Location, Salary, Workplace
from careers.settings import Company
from careers.site.i18n.places import area_type, country_name
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
        # The whole of the last day counts.
        "validThrough": f"{meta.closes.isoformat()}T23:59:59" if meta.closes else None,
        "hiringOrganization": organization(company),
        "identifier": _identifier(company, meta.id),
        "employmentType": _one_or_many(
            [kind.value.upper().replace("-", "_") for kind in meta.employment]
        ),
        "jobLocationType": "TELECOMMUTE" if meta.workplace is Workplace.REMOTE else None,
        "jobLocation": _one_or_many([_place(location) for location in meta.locations]),
        "applicantLocationRequirements": _one_or_many(_areas(job)),
        "baseSalary": _salary(meta.salary) if meta.salary else None,
        "directApply": True if job.apply else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _one_or_many(values: list[Any]) -> Any:
    """A single value by itself; None where there is none."""
    return values if len(values) > 1 else next(iter(values), None)


def organization(company: Company) -> dict[str, Any] | None:
    """The company; None where it has no name."""
    if not company.name:
        return None
    values = {
        "@type": "Organization",
        "name": company.name,
        "sameAs": company.url,
        "logo": company.logo,
    }
    return {name: value for name, value in values.items() if value}


def _identifier(company: Company, number: str | None) -> dict[str, Any] | None:
    if not number:
        return None
    name = {"name": company.name} if company.name else {}
    return {"@type": "PropertyValue", **name, "value": number}


def _place(location: Location) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.street,
        "addressLocality": location.city,
        "addressRegion": location.region,
        "postalCode": location.postal_code,
        "addressCountry": location.country,
    }
    return {"@type": "Place", "address": {k: v for k, v in address.items() if v}}


def _areas(job: Job) -> list[dict[str, str]]:
    """Where a remote job may be done from; hybrid and on-site jobs have no such limit."""
    meta = job.meta
    if meta.workplace is not Workplace.REMOTE:
        return []
    kinds = ((name, area_type(name)) for name in meta.remote_from)
    return [{"@type": kind, "name": country_name(name)} for name, kind in kinds if kind]


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
