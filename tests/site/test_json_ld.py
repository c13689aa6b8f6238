"""What search engines and social networks read of the pages themselves."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from careers.settings import CompanySettings
from feeds import HOSTILE, URL, Head, files, posting, renamed, site, validated

BASE: dict[str, Any] = {"posted": "2026-10-01", "locations": "Berlin, DE"}


def head(
    page: str = "engineer/index.html", company: CompanySettings | None = None, **front: Any
) -> Head:
    """The head of a page of a site with one job."""
    return Head(files(site(posting("engineer", **{**BASE, **front}), company=company))[page])


def job(**front: Any) -> dict[str, Any]:
    """The JobPosting of a job, valid for Google."""
    found: dict[str, Any] = head(**front).linked("JobPosting")
    validated(json.dumps(found).encode(), "job-posting")
    return found


def place(**address: str) -> dict[str, Any]:
    """A place of work in JSON-LD."""
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address}}


def test_a_processor_of_json_ld_reads_every_name() -> None:
    """Expanded by pyld, nothing falls away, and every name is one of schema.org."""
    found = job(
        id="J-1",
        team="Tools",
        employment="full-time",
        salary={"min": 1, "max": 2, "currency": "EUR"},
        closes="2027-01-01",
    )

    def schema_org(url: str, _options: object) -> dict[str, Any]:
        assert url == "https://schema.org/"
        document = {"@context": {"@vocab": "https://schema.org/"}}
        return {"contentType": "application/ld+json", "contextUrl": None} | {
            "documentUrl": url,
            "document": document,
        }

    (expanded,) = jsonld.expand(found, {"documentLoader": schema_org})
    assert expanded["@type"] == ["https://schema.org/JobPosting"]
    names = {name for name in expanded if name != "@type"}
    assert names == {f"https://schema.org/{name}" for name in found if name[0] != "@"}
    (identifier,) = expanded["https://schema.org/identifier"]
    assert identifier["https://schema.org/value"] == [{"@value": "J-1"}]


PLACES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "on-site": (
        {"workplace": "on-site"},
        {"jobLocation": place(addressLocality="Berlin", addressCountry="DE")},
    ),
    "unsaid": ({}, {"jobLocation": place(addressLocality="Berlin", addressCountry="DE")}),
    "hybrid": (
        {"workplace": "hybrid", "remote_from": "DE"},
        {"jobLocation": place(addressLocality="Berlin", addressCountry="DE")},
    ),
    "several": (
        {"locations": ["Austin, Texas, US", "Rome, Italy"]},
        {
            "jobLocation": [
                place(addressLocality="Austin", addressRegion="Texas", addressCountry="US"),
                place(addressLocality="Rome", addressCountry="IT"),
            ]
        },
    ),
    "whole": (
        {"locations": {"street": "A 1", "postal_code": "1", "city": "B", "country": "DE"}},
        {
            "jobLocation": place(
                streetAddress="A 1", addressLocality="B", postalCode="1", addressCountry="DE"
            )
        },
    ),
    "street-or-district": (
        {"locations": ["Friedrichstr. 1, Berlin, DE", "Cascina (Pisa), Tuscany, Italy"]},
        {
            "jobLocation": [
                place(
                    streetAddress="Friedrichstr. 1", addressLocality="Berlin", addressCountry="DE"
                ),
                place(addressLocality="Cascina", addressRegion="Tuscany", addressCountry="IT"),
            ]
        },
    ),
    "remote": ({"workplace": "remote", "locations": []}, {"jobLocationType": "TELECOMMUTE"}),
    "remote-from": (
        {"workplace": "remote", "locations": [], "remote_from": ["UK", "Texas", "Lisbon"]},
        {
            "jobLocationType": "TELECOMMUTE",
            "applicantLocationRequirements": [
                {"@type": "Country", "name": "United Kingdom"},
                {"@type": "State", "name": "Texas, United States"},
                {"@type": "City", "name": "Lisbon, Portugal"},
            ],
        },
    ),
    "remote-in-a-group": (
        {"workplace": "remote", "locations": [], "remote_from": ["Benelux", "UTC-3 to UTC+3"]},
        {
            "jobLocationType": "TELECOMMUTE",
            "applicantLocationRequirements": [
                {"@type": "Country", "name": "Belgium"},
                {"@type": "Country", "name": "Netherlands"},
                {"@type": "Country", "name": "Luxembourg"},
            ],
        },
    ),
    **{
        f"remote-from-{where}": (
            {"workplace": "remote", "locations": [], "remote_from": ["DE", where]},
            {"jobLocationType": "TELECOMMUTE"},
        )
        for where in ("Worldwide", "EMEA", "Georgia", "Nowhere")
    },
    "state-by-code": (
        {"locations": ["San Francisco, CA", "New York, NY", "São Luís, MA", "Seattle"]},
        {
            "jobLocation": [
                place(addressLocality="San Francisco", addressRegion="CA", addressCountry="US"),
                place(addressLocality="New York", addressRegion="NY", addressCountry="US"),
                place(addressLocality="São Luís", addressRegion="MA", addressCountry="BR"),
                place(addressLocality="Seattle", addressRegion="WA", addressCountry="US"),
            ]
        },
    ),
    "country-by-another-name": (
        {"locations": ["London, UK", "Köln, Deutschland", "Berlin"]},
        {
            "jobLocation": [
                place(addressLocality="London", addressCountry="GB"),
                place(addressLocality="Köln", addressCountry="DE"),
                place(addressLocality="Berlin", addressCountry="DE"),
            ]
        },
    ),
    "one-place-in-two": (
        {"locations": ["Berlin", "DE"]},
        {"jobLocation": place(addressLocality="Berlin", addressCountry="DE")},
    ),
    "remote-or-office": (
        {"workplace": "remote", "remote_from": "DE"},
        {
            "jobLocationType": "TELECOMMUTE",
            "jobLocation": place(addressLocality="Berlin", addressCountry="DE"),
            "applicantLocationRequirements": {"@type": "Country", "name": "Germany"},
        },
    ),
}


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_places_of_work(case: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Only a job that is remote altogether telecommutes; no limit is made up."""
    front, expected = case
    found = job(**front)
    names = ("jobLocation", "jobLocationType", "applicantLocationRequirements")
    assert {k: v for k, v in found.items() if k in names} == expected


@pytest.mark.parametrize("text", ["Ontario, CA", "EU", "Remote", "Berlin / Paris", "Nowhere"])
def test_no_place_is_made_up(text: str) -> None:
    """Of what is no place, or may be several, a machine is told nothing."""
    assert "jobLocation" not in head(locations=[text]).linked("JobPosting")


@pytest.mark.parametrize("per", ["hour", "day", "week", "month", "year"])
@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ({"min": 40, "max": 50}, {"minValue": 40, "maxValue": 50}),
        ({"min": 40.5}, {"value": 40.5}),
        ({"min": 40, "max": 40}, {"value": 40}),
    ],
)
def test_kinds_of_pay(per: str, sums: dict[str, float], expected: dict[str, float]) -> None:
    """A range or one sum, for any of the times."""
    found = job(salary={**sums, "currency": "EUR", "per": per})["baseSalary"]
    value = {"@type": "QuantitativeValue", **expected, "unitText": per.upper()}
    assert found == {"@type": "MonetaryAmount", "currency": "EUR", "value": value}


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("full-time", "FULL_TIME"),
        (["part-time", "per-diem"], ["PART_TIME", "PER_DIEM"]),
        (["contractor", "temporary", "intern", "volunteer", "other"],
         ["CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "OTHER"]),
        ([], None),
    ],
)  # fmt: skip
def test_kinds_of_employment(kinds: object, expected: object) -> None:
    """Google's words, one or several."""
    assert job(employment=kinds).get("employmentType") == expected


def test_a_translation_says_which_job_it_is() -> None:
    """By the number that stands in the original alone."""
    english, german = posting("a", id="J-1", **BASE), posting("a.de", language="de", **BASE)
    made = files(site(english, german))
    for page in ("a/index.html", "a-de/index.html"):
        found = Head(made[page]).linked("JobPosting")
        validated(json.dumps(found).encode(), "job-posting")
        assert found["identifier"]["value"] == "J-1"


def test_a_closed_job_and_lists_have_no_job_posting() -> None:
    """It stands on an open job's own page alone."""
    closed = head(status="closed")
    assert closed.linked("JobPosting") is None
    assert closed.meta["robots"] == "noindex"
    assert head("index.html").linked("JobPosting") is None


def test_the_first_page_says_who_and_which_site() -> None:
    """Organization and WebSite; without a name, no organization is made up."""
    company = CompanySettings(
        name="Example Tools", url="https://example.com/", logo="https://example.com/l.png"
    )
    found = head("index.html", company)
    assert found.linked("Organization") == {
        "@context": "https://schema.org/",
        "@type": "Organization",
        "name": "Example Tools",
        "sameAs": "https://example.com/",
        "logo": "https://example.com/l.png",
        "url": "https://example.com/",
    }
    assert found.linked("WebSite")["url"] == URL
    nobody = head("index.html", CompanySettings())
    assert nobody.linked("Organization") is None
    assert nobody.linked("WebSite")["name"] == "Careers"


def test_breadcrumbs_lead_from_the_first_page_to_the_job() -> None:
    """Each step has its place, name and address."""
    steps = head().linked("BreadcrumbList")["itemListElement"]
    assert [(s["position"], s["name"], s["item"]) for s in steps] == [
        (1, "Careers at Example Tools", URL),
        (2, "Engineer", f"{URL}engineer/"),
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_ends_no_element(text: str) -> None:
    """JSON-LD and meta elements hold a title as written, and the page has no script of it."""
    job_ = renamed(posting("engineer", f"# x\n\n{text}", **BASE), title=text, team=text)
    found = Head(files(site(job_, company=CompanySettings(name=text)))["engineer/index.html"])
    assert found.linked("JobPosting")["title"] == text
    assert found.linked("JobPosting")["hiringOrganization"]["name"] == text
    # HTML's own reader drops or replaces what HTML cannot hold.
    shown = [c for c in text if c.isprintable() and c != " "]
    assert [c for c in found.meta["og:title"] if c in shown][: len(shown)] == shown


@pytest.mark.parametrize(
    "page", ["index.html", "engineer/index.html", "old/index.html", "404.html"]
)
def test_every_page_has_a_card(page: str) -> None:
    """Open Graph's required properties, as far as the page has an address of its own."""
    company = CompanySettings(
        name="Example Tools", about="We make.", logo="https://example.com/l.png"
    )
    made = files(
        site(posting("engineer", **BASE), posting("old", status="closed"), company=company)
    )
    found = Head(made[page])
    assert found.meta["og:title"]
    assert found.meta["og:type"] == "website"
    assert found.meta["og:site_name"] == "Careers at Example Tools"
    assert found.meta["og:image"] == "https://example.com/l.png"
    assert found.meta["og:locale"] == "en_US"
    assert found.meta["twitter:card"] == "summary"
    if page == "404.html":
        assert found.link("canonical") == []
        assert "og:url" not in found.meta
        return
    address = URL + page.removesuffix("index.html")
    assert found.link("canonical") == [address]
    assert found.meta["og:url"] == address
    assert found.meta["og:description"] == found.meta["description"] != ""


def test_a_posting_shows_its_image_at_an_address_that_changes_with_it() -> None:
    """A large card; the file's own name stays."""

    def image(**front: Any) -> dict[str, str]:
        made = replace(site(posting("engineer", **{**BASE, **front})), draw=lambda _card: b"png")
        assert files(made)["engineer/social.png"] == b"png"
        return Head(files(made)["engineer/index.html"]).meta

    found = image()
    assert found["twitter:card"] == "summary_large_image"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image"].startswith(f"{URL}engineer/social.png?v=")
    assert image(closes="2027-01-01")["og:image"] == found["og:image"]
    assert image(title="Other")["og:image"] != found["og:image"]


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("de", "de_DE"),
        ("en-GB", "en_GB"),
        ("pt-br", "pt_BR"),
        ("zh-Hant-TW", "zh_TW"),
        ("eo", None),
    ],
)
def test_the_language_is_told_as_open_graph_writes_it(language: str, locale: str | None) -> None:
    """With its territory, or not at all."""
    assert head(language=language).meta.get("og:locale") == locale


def test_dates_are_whole_days() -> None:
    """The last day to apply counts to its end, wherever on earth where nothing says where."""
    found = job(closes=date(2027, 1, 1).isoformat())
    assert found["datePosted"] == "2026-10-01"
    assert found["validThrough"] == "2027-01-01T23:59:59-12:00"
    assert "validThrough" not in job()


def test_the_last_day_ends_where_the_company_is() -> None:
    """With a time zone, the day ends there."""
    company = CompanySettings(timezone="America/Los_Angeles")
    found: dict[str, Any] = head(company=company, closes="2026-12-05").linked("JobPosting")
    assert found["validThrough"] == "2026-12-05T23:59:59-08:00"
