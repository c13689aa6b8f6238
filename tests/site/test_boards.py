"""The shapes of Greenhouse and Lever, and our own, held against schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from careers.site.feeds.jobs_schema import JobsShape, schema
from feeds import URL, files, posting, site, validated

ROOT = Path(__file__).parents[2]

PLACES: dict[str, tuple[dict[str, Any], str, str, str | None, list[str]]] = {
    # front matter: Greenhouse's location, Lever's location, country and allLocations
    "one": ({"locations": "Berlin, DE"}, "Berlin, Germany", "Berlin, Germany", "DE", []),
    "several": (
        {"locations": ["Austin, Texas, US", "Lisbon, Portugal"], "workplace": "hybrid"},
        "Austin, Texas, United States; Lisbon, Portugal",
        "Austin, Texas, United States",
        "US",
        ["Austin, Texas, United States", "Lisbon, Portugal"],
    ),
    "named-country": ({"locations": "Lisbon, Portugal"}, "Lisbon, Portugal", "", "PT", []),
    "unknown-country": ({"locations": "Nowhere, Utopia"}, "Nowhere, Utopia", "", None, []),
    "city": ({"locations": "Berlin"}, "Berlin, Germany", "", "DE", []),
    "state-by-code": (
        {"locations": "San Francisco, CA"},
        "San Francisco, CA, United States",
        "",
        "US",
        [],
    ),
    "another-name": ({"locations": "London, UK"}, "London, United Kingdom", "", "GB", []),
    "unclear": ({"locations": "Ontario, CA"}, "Ontario, CA", "", None, []),
    "remote": ({"workplace": "remote"}, "Remote", "Remote", None, []),
    "remote-from": (
        {"workplace": "remote", "remote_from": ["DE", "Texas"]},
        "Remote (Germany, Texas)",
        "",
        None,
        [],
    ),
    "none": ({}, "", "", None, []),
}

SALARIES: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[int, int, str]]] = {
    # front matter: Lever's range, Greenhouse's cents and title
    f"{per}-{'range' if most else 'sum'}": (
        {"min": 40, "max": most, "currency": "EUR", "per": per},
        {"currency": "EUR", "interval": interval, "min": 40, "max": most or 40},
        (4000, (most or 40) * 100, f"Pay per {per}"),
    )
    for per, interval in (
        ("hour", "per-hour-wage"),
        ("day", "per-day-wage"),
        ("week", "per-week-salary"),
        ("month", "per-month-salary"),
        ("year", "per-year-salary"),
    )
    for most in (None, 60)
}


def boards(**front: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """A job as Greenhouse, Lever and we show it."""
    made = files(site(posting("engineer", **front)))
    (greenhouse,) = validated(made["boards/greenhouse/jobs.json"], "greenhouse")["jobs"]
    (lever,) = validated(made["boards/lever/postings.json"], "lever")
    (ours,) = json.loads(made["jobs.json"])["jobs"]
    return greenhouse, lever, ours


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_places(case: tuple[dict[str, Any], str, str, str | None, list[str]]) -> None:
    """Places come in words, countries as codes where they are known."""
    front, where, first, country, every = case
    greenhouse, lever, _ = boards(**front)
    assert greenhouse["location"] == {"name": where}
    offices = [office["location"]["name"] for office in greenhouse["offices"]]
    assert "; ".join(offices) == (where if "locations" in front else "")
    categories = lever["categories"]
    assert categories.get("location", "") == (first or where)
    assert categories.get("allLocations", []) == (every or ([where] if where else []))
    assert lever["country"] == country


@pytest.mark.parametrize("case", SALARIES.values(), ids=SALARIES)
def test_salaries(case: tuple[dict[str, Any], dict[str, Any], tuple[int, int, str]]) -> None:
    """Each says for how long the pay is; a single sum is both ends of its range."""
    salary, interval, cents = case
    greenhouse, lever, ours = boards(salary={k: v for k, v in salary.items() if v})
    assert lever["salaryRange"] == interval
    (pay,) = greenhouse["pay_input_ranges"]
    assert (pay["min_cents"], pay["max_cents"], pay["title"]) == cents
    assert ours["salary"] == {k: v for k, v in salary.items() if v}


def test_the_largest_sum_is_written() -> None:
    """To the cent: a sum that front matter takes ends no build."""
    salary = {"min": 10**15 - 1, "currency": "EUR", "per": "year"}
    for made in boards(salary=salary):
        assert str(10**15 - 1) in json.dumps(made)


def test_parts_of_a_unit_of_money_are_exact() -> None:
    """17.85 an hour is 1785 cents, not 1784."""
    greenhouse, lever, ours = boards(salary={"min": 17.85, "currency": "GBP", "per": "hour"})
    assert greenhouse["pay_input_ranges"][0]["min_cents"] == 1785
    assert lever["salaryRange"]["min"] == ours["salary"]["min"] == 17.85


@pytest.mark.parametrize("workplace", [None, "on-site", "hybrid", "remote"])
def test_workplaces(workplace: str | None) -> None:
    """Lever's neutral value stands where the posting says nothing."""
    _, lever, ours = boards(**({"workplace": workplace} if workplace else {}))
    assert lever["workplaceType"] == (workplace or "unspecified")
    assert ours.get("workplace") == workplace


@pytest.mark.parametrize(
    ("apply", "expected"),
    [
        ("https://example.com/apply", "https://example.com/apply"),
        ("jobs@example.com", f"{URL}engineer/#apply"),
        (None, f"{URL}engineer/#apply"),
    ],
)
def test_an_address_to_apply_at_is_one_of_the_web(apply: str | None, expected: str) -> None:
    """Mail, and jobs that take no applications yet, lead to the page that says how."""
    _, lever, ours = boards(**({"apply": apply} if apply else {}))
    assert lever["applyUrl"] == expected
    assert ours.get("apply_url") == (f"mailto:{apply}" if apply and "@" in apply else apply)


def test_teams_are_departments_with_ids_that_stay() -> None:
    """The same team has the same id in every job; no team, no department."""
    first, lever, _ = boards(team="Tools", employment=["full-time", "part-time"])
    second, bare, _ = boards(title="Other", team="Tools"), boards(), 0
    assert first["departments"] == second[0]["departments"]
    assert first["departments"][0]["name"] == lever["categories"]["team"] == "Tools"
    assert lever["categories"]["commitment"] == "Full-time or part-time"
    assert bare[0]["departments"] == []
    assert "team" not in bare[1]["categories"]


def test_every_job_of_greenhouse_has_an_address_of_its_own() -> None:
    """The same as in the list, at its id."""
    made = files(site(posting("engineer"), posting("writer")))
    for job in json.loads(made["boards/greenhouse/jobs.json"])["jobs"]:
        assert json.loads(made[f"boards/greenhouse/jobs/{job['id']}.json"]) == job


def test_plain_text_reads_as_text() -> None:
    """Blocks are lines, list items have hyphens, entities are characters."""
    text = "# E\n\n## You & we\n\nOne\ntwo.\n\n- a <b\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    made = files(site(posting("engineer", text)))
    (job,) = json.loads(made["boards/lever/postings.json"])
    words = [line for line in job["descriptionPlain"].split("\n") if line]
    assert words == ["You & we", "One", "two.", "- a <b", "- b", "x", "y", "1", "2"]


def test_our_shape_is_described_by_the_schema_that_is_published_beside_it(
    expected: Callable[[Path, str], None],
) -> None:
    """`jobs.json` names its schema and is valid; the schema is the one in the repository."""
    full = posting(
        "engineer",
        id="J-1",
        team="Tools",
        employment="full-time",
        workplace="hybrid",
        locations=[{"city": "Berlin", "country": "DE", "street": "A 1", "postal_code": "10115"}],
        salary={"min": 1, "max": 2.5, "currency": "EUR"},
        apply="https://example.com/apply",
        posted="2026-10-01",
        closes="2027-01-01",
    )
    moment = datetime(2026, 11, 5, 9, 30, 0, 250, tzinfo=UTC)
    found = site(full, posting("writer", workplace="remote", remote_from="DE"))
    made = files(replace(found, changed={full.path: moment}, draw=lambda _card: b"png"))
    described = json.loads(made["jobs.schema.json"])
    Draft202012Validator.check_schema(described)
    read = json.loads(made["jobs.json"])
    Draft202012Validator(described).validate(read)
    shape = JobsShape.model_validate(read, extra="forbid")
    again = shape.model_dump(mode="json", by_alias=True, exclude_none=True)
    assert json.dumps(again) == json.dumps(read), "the fields, their order or their values"
    assert read["$schema"] == f"{URL}jobs.schema.json"
    assert made["jobs.schema.json"].decode() == schema()
    expected(ROOT / "schemas" / "jobs.json", schema())


def test_our_schema_refuses_what_is_no_list_of_jobs() -> None:
    """It is strict enough to find a slip."""
    validator = Draft202012Validator(json.loads(schema()))
    whole: dict[str, Any] = json.loads(files(site(posting("engineer")))["jobs.json"])
    assert validator.is_valid(whole)
    for name in ("jobs", "company", "url"):
        assert not validator.is_valid({k: v for k, v in whole.items() if k != name})
    assert not validator.is_valid({**whole, "jobs": [{**whole["jobs"][0], "posted": 1}]})
