"""Indeed's and LinkedIn's feeds and the sitemap, read by libxml2 and held against XSD."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from careers.settings import LinkedInSettings
from careers.site.content.description import description
from careers.site.feeds.indeed import literal
from feeds import SCHEMAS, TEXT, URL, files, posting, site

# Any entity that a browser would read as another character.
_ENTITY = re.compile(r"&(?:#|\w+;|(?:amp|lt|gt|copy|not|reg)\b)", re.IGNORECASE)


def read(made: dict[str, bytes], name: str, schema: str) -> Any:
    """A document that its schema accepts. CDATA sections are kept as such."""
    root = etree.fromstring(made[name], etree.XMLParser(strip_cdata=False, resolve_entities=False))
    etree.XMLSchema(etree.parse(SCHEMAS / f"{schema}.xsd")).assertValid(root)
    return root


def jobs(root: Any) -> list[dict[str, str]]:
    """What each job says."""
    return [{field.tag: field.text for field in job} for job in root.iterfind("job")]


PLACES: dict[str, tuple[dict[str, Any], list[dict[str, str]], list[str]]] = {
    # front matter: what Indeed reads, what LinkedIn reads
    "one": (
        {"locations": {"city": "Austin", "region": "Texas", "country": "US", "postal_code": "7"}},
        [{"city": "Austin", "state": "Texas", "country": "US", "postalcode": "7"}],
        ["Austin, Texas, United States"],
    ),
    "several": (
        {"locations": ["Berlin, DE", "Lisbon, Portugal"], "workplace": "hybrid"},
        [{"city": "Berlin", "country": "DE"}, {"city": "Lisbon", "country": "PT"}],
        ["Berlin, Germany", "Lisbon, Portugal"],
    ),
    "several-in-one": (
        {"locations": ["Berlin / Munich, DE"]},
        [{"city": "Berlin", "country": "DE"}, {"city": "Munich", "country": "DE"}],
        ["Berlin, Germany", "Munich, Germany"],
    ),
    "with-its-street": (
        {"locations": ["Friedrichstr. 1, 10117 Berlin, Germany"]},
        [{"city": "Berlin", "country": "DE", "postalcode": "10117"}],
        ["Berlin, Germany"],
    ),
    "twice": (
        {"locations": ["Rome, IT", "Rome, IT"]},
        [{"city": "Rome", "country": "IT"}],
        ["Rome, Italy"],
    ),
    "remote": ({"workplace": "remote"}, [{}], []),
    "remote-from": (
        {"workplace": "remote", "remote_from": ["US", "Texas", "Europe", "worldwide"]},
        [{"country": "US"}, {"state": "Texas", "country": "US"}],
        ["United States", "Texas, United States"],
    ),
    "state-by-code": (
        {"locations": ["San Francisco, CA", "London, UK"]},
        [
            {"city": "San Francisco", "state": "CA", "country": "US"},
            {"city": "London", "country": "GB"},
        ],
        ["San Francisco, CA, United States", "London, United Kingdom"],
    ),
    "none": ({}, [{}], []),
}


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_a_job_is_listed_once_for_each_of_its_places(
    case: tuple[dict[str, Any], list[dict[str, str]], list[str]],
) -> None:
    """Boards show adverts by place; each has an id of its own, and the job's number."""
    front, indeed, linkedin = case
    made = files(site(posting("engineer", id="J-1", **front)))
    names = ("city", "state", "country", "postalcode")
    found = jobs(read(made, "feeds/indeed.xml", "indeed"))
    assert [{k: v for k, v in job.items() if k in names} for job in found] == indeed
    assert {job["requisitionid"] for job in found} == {"J-1"}
    seen = jobs(read(made, "feeds/linkedin.xml", "linkedin"))
    assert [job["location"] for job in seen] == linkedin
    references = [job["referencenumber"] for job in found]
    assert [job["partnerJobId"] for job in seen] == references[: len(linkedin)]


def test_the_id_of_a_first_place_is_the_jobs_own() -> None:
    """A second place does not change the number under which a board knows the first."""
    one = files(site(posting("engineer", id="J-1", locations="Berlin, DE")))
    two = files(site(posting("engineer", id="J-1", locations=["Berlin, DE", "Rome, IT"])))
    before = jobs(read(one, "feeds/indeed.xml", "indeed"))
    after = jobs(read(two, "feeds/indeed.xml", "indeed"))
    assert before[0]["referencenumber"] == after[0]["referencenumber"]


FACTS: dict[str, tuple[dict[str, Any], dict[str, str], dict[str, str]]] = {
    # front matter: what Indeed reads, what LinkedIn reads
    "remote": (
        {"workplace": "remote", "remote_from": ["DE"], "locations": []},
        {"remotetype": "Fully remote", "country": "DE"},
        {"workplaceTypes": "Remote", "location": "Germany", "country": "DE"},
    ),
    "hybrid": (
        {"workplace": "hybrid"},
        {"remotetype": "Hybrid remote", "city": "Berlin"},
        {"workplaceTypes": "Hybrid", "city": "Berlin"},
    ),
    "on-site": ({"workplace": "on-site"}, {"remotetype": ""}, {"workplaceTypes": "On-site"}),
    "kinds": (
        {"employment": ["temporary", "part-time", "intern"], "team": "Ovens"},
        {"jobtype": "temporary, parttime, internship", "category": "Ovens"},
        {"jobtype": "PART_TIME"},
    ),
    "other": ({"employment": "other"}, {"jobtype": ""}, {"jobtype": ""}),
    "closes": (
        {"closes": "2026-12-24"},
        {"expirationdate": "2026-12-24"},
        {"expirationDate": "2026-12-24"},
    ),
    "range": (
        {"salary": {"min": 60000, "max": 75000, "currency": "EUR"}},
        {"salary": "€60,000 \N{EN DASH} €75,000 a year"},
        {
            "salaries": "salary highEnd amount 75000 currencyCode EUR lowEnd amount 60000 "
            "currencyCode EUR period YEARLY type BASE_SALARY"
        },
    ),
    "sum": (
        {"salary": {"min": 20, "currency": "USD", "per": "hour"}},
        {"salary": "$20 an hour"},
        {
            "salaries": "salary highEnd amount 20 currencyCode USD lowEnd amount 20 "
            "currencyCode USD period HOURLY type BASE_SALARY"
        },
    ),
    "cents": (
        {"salary": {"min": 20.5, "max": 22, "currency": "USD", "per": "hour"}},
        {"salary": "$20.50 \N{EN DASH} $22 an hour"},
        {"salaries": ""},
    ),
    "who": (
        {},
        {"company": "Example Tools"},
        {
            "company": "Example Tools",
            "companyId": "1234",
            "posterEmail": "people@example.com",
            "applyUrl": f"{URL}engineer/#apply",
        },
    ),
}


@pytest.mark.parametrize("case", FACTS.values(), ids=FACTS)
def test_boards_are_told_what_the_page_tells(
    case: tuple[dict[str, Any], dict[str, str], dict[str, str]],
) -> None:
    """Workplace, employment, last day, pay and whom LinkedIn knows; all it makes mandatory."""
    front, indeed, linkedin = case
    made = site(posting("engineer", **{"locations": "Berlin, DE", **front}))
    poster = LinkedInSettings(poster_email="people@example.com", company_id=1234)
    built = files(replace(made, settings=made.settings.model_copy(update={"linkedin": poster})))
    for name, expected in (("indeed", indeed), ("linkedin", linkedin)):
        (job,) = read(built, f"feeds/{name}.xml", name).iterfind("job")
        assert {field: _words(job.find(field)) for field in expected} == expected


def _words(found: Any) -> str:
    """An element's text; of one that holds others, their names and texts."""
    if found is None or not len(found):
        return "" if found is None else found.text
    return " ".join(f"{part.tag} {_words(part)}" for part in found)


@pytest.mark.parametrize(
    "front",
    [{"workplace": "remote"}, {}, {"locations": "Berlin, DE", "text": "# Engineer\n\nShort."}],
    ids=["remote-from-anywhere", "no-place", "short"],
)
def test_what_linkedin_would_refuse_is_not_in_its_feed(front: dict[str, Any]) -> None:
    """A job without a place or with less than a hundred characters of text; Indeed lists it."""
    made = files(site(posting("engineer", **front)))
    assert not jobs(read(made, "feeds/linkedin.xml", "linkedin"))
    assert jobs(read(made, "feeds/indeed.xml", "indeed"))


def test_linkedins_feed_is_not_offered_without_who_posts() -> None:
    """Its address is mandatory: a feed without it would be refused, job by job."""
    made = site(posting("engineer", locations="Berlin, DE"))
    settings = made.settings.model_copy(update={"linkedin": LinkedInSettings()})
    assert "feeds/linkedin.xml" not in files(replace(made, settings=settings))


def test_every_value_of_indeed_is_a_cdata_section() -> None:
    """As Indeed asks; so are LinkedIn's."""
    made = files(
        site(
            posting(
                "engineer",
                locations="Berlin, DE",
                salary={"min": 5, "currency": "EUR", "per": "hour"},
            )
        )
    )
    for name in ("feeds/indeed.xml", "feeds/linkedin.xml"):
        job = made[name].partition(b"<job>")[2].partition(b"</job>")[0]
        bare = re.sub(rb"<(\w+)><!\[CDATA\[.*?\]\]></\1>", b"", job, flags=re.DOTALL)
        assert not re.sub(rb"</?\w+>", b"", bare)
    (found,) = jobs(read(made, "feeds/indeed.xml", "indeed"))
    assert found["salary"] == "€5 an hour"
    assert found["url"] == f"{URL}engineer/"


def test_the_end_of_a_cdata_section_is_text() -> None:
    """`]]>` in a title and a text comes out as written."""
    made = files(
        site(
            posting(
                "engineer", TEXT + "\n\na ]]> b ]]]]>> c", title="x ]]> <y/>", locations="Rome, IT"
            )
        )
    )
    for name in ("indeed", "linkedin"):
        (job,) = jobs(read(made, f"feeds/{name}.xml", name))
        assert job["title"] == "x ]]> <y/>"
        assert "]]" in job["description"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("R&amp;D", "R&D"),
        ("1 &lt; 2 &gt; 0", "1 < 2 > 0"),
        ("List&lt;String&gt;", "List< String>"),
        ("&lt;/p&gt;&lt;!--&lt;?x", "< /p>< !--< ?x"),
        ("&amp;lt;b&amp;gt;", "& lt;b& gt;"),
        ("&amp;copy 2026 &amp;#60;", "& copy 2026 & #60;"),
        ("a&nbsp;b", "a\u00a0b"),
        ("<p>&lt;</p>", "<p><</p>"),
    ],
)
def test_indeed_gets_characters_for_entities(written: str, expected: str) -> None:
    """Indeed reads no entities; what would turn into markup is kept apart by a space."""
    assert literal(written) == expected


@given(st.text(alphabet="<>&;#/!? pbilcopyltgt60x\"'", max_size=40))
def test_no_text_becomes_markup_for_indeed(text: str) -> None:
    """Read as HTML, a text without entities has the tags that it had, and the same characters."""
    html = description(f"<p>{nh3.clean_text(text)}</p>")
    made = literal(html)
    assert not _ENTITY.search(made)
    tags: Callable[[str], list[str]] = re.compile(r"</?(?:p|ul|li|br)>").findall
    again = nh3.clean(made, tags={"p", "ul", "li", "br"}, attributes={})
    assert tags(again) == tags(html)
    assert re.sub(r"\s", "", literal(again)) == re.sub(r"\s", "", made)


def test_the_sitemap_knows_when_pages_changed_where_that_is_known() -> None:
    """A day each, the first page's the latest; closed jobs leave it, but count as a change."""
    made = files(
        site(
            posting("engineer", posted="2026-10-01"),
            posting("writer"),
            posting("over", posted="2026-10-02", status="closed"),
        )
    )
    root = read(made, "sitemap.xml", "sitemap")
    found = [[part.text for part in url] for url in root]
    assert found == [[URL, "2026-10-02"], [f"{URL}engineer/", "2026-10-01"], [f"{URL}writer/"]]
