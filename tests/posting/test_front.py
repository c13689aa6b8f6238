"""Front matter: typed values, places, and errors that people can act on."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from careers.posting.frontmatter import FrontMatter, Location, Status, Workplace
from careers.posting.frontmatter_reader import read_front
from careers.posting.posting import read_posting


def test_values() -> None:
    """A complete front matter is read as typed values."""
    front = read_front(
        "title: ' Product Manager '\nstatus: draft\nposted: 2026-03-02\nworkplace: remote\n"
        "employment: full-time\nlocations: [DE, 'Austin, Texas, US', {city: Wien}]\n"
        "salary: {min: '60000', currency: EUR}\napply: jobs@example.com\nhiring_manager: '@octo'\n",
        2,
    )
    data = front.data
    assert data is not None
    assert (data.title, data.status, data.workplace) == (
        "Product Manager",
        Status.DRAFT,
        Workplace.REMOTE,
    )
    assert data.posted == date(2026, 3, 2)
    assert [str(place) for place in data.locations] == ["DE", "Austin, Texas, US", "Wien"]
    assert data.locations[0] == Location(country="DE")
    assert data.salary
    assert data.salary.min == Decimal(60000)
    assert (data.apply, data.hiring_manager) == ("mailto:jobs@example.com", "octo")


@pytest.mark.parametrize(
    ("line", "message", "cure"),
    [
        ("posted: 20260302", "`posted` must be a date such as 2026-03-02 (it is `20260302`)", ""),
        ("posted: 2026-02-30", "`posted` must be a date such as 2026-03-02", "posted: 2026-03-02"),
        ("posted: [a]", "`posted` must be a date such as 2026-03-02", ""),
        ("status: opened", "`status` must be draft, open or closed (it is `opened`)", "open"),
        ("title: [a]", "`title` must be text, not a list or a mapping", "Product Manager"),
        ("title: '  '", "`title` is empty", "Product Manager"),
        (f"title: {'x' * 201}", "`title` is longer than 200 characters", ""),
        (f"hiring_manager: {'x' * 40}", "`hiring_manager` is longer than 39 characters", ""),
        ("interviewers: [a b]", "`interviewers` must be a GitHub login (it is `a b`)", "octocat"),
        ("apply: nowhere", "`apply` must be a web address or a mail address", "https://example"),
        ("salary: 60000", "`salary` must hold fields of its own (it is `60000`)", "{min: 60000"),
        ("salary: {min: 1}", "`salary.currency` is missing", "currency: EUR"),
        ("salary: {min: ~, currency: EUR}", "`salary.min` must be a number", "min: 60000"),
        ("salary: {min: 6k, currency: EUR}", "`salary.min` must be a number, digits alone", ""),
        ("salary: {min: inf, currency: EUR}", "`salary.min` must be a number, digits alone", ""),
        ("salary: {min: 0, currency: EUR}", "`salary.min` must be above 0 (it is `0`)", ""),
        ("salary: {min: 1e28, currency: EUR}", "`salary.min` must be less than 10000000", ""),
        ("salary: {min: 2, max: 1, currency: EUR}", "`salary` max is below min", ""),
        ("salary: {min: 1, currency: E}", "`salary.currency` must be three capital letters", ""),
        ("locations: [~]", "`locations` must hold fields of its own", "Berlin, DE"),
        ("locations: [{town: A}]", "unknown field `locations.town`", "the fields are: city"),
        ("remote-from: DE", "unknown field `remote-from`", "did you mean `remote_from`?"),
        ("stages: [A B]", "`stages` must be small letters and digits, joined by", "phone-screen"),
        ("language: '?'", "`language` must be a language code", "language: en"),
    ],
)
def test_messages(line: str, message: str, cure: str) -> None:
    """Each wrong value is said in words of the posting, with what to type."""
    front = read_front(f"{line}\n", 2)
    [problem] = front.problems
    assert problem.message.startswith(message)
    assert "Input" not in problem.message
    assert cure in problem.help
    assert problem.span.line == 2
    assert front.data is None


def test_every_field_has_an_example() -> None:
    """Help can always show what to type."""
    assert all(field.examples for field in FrontMatter.model_fields.values())


@pytest.mark.parametrize("slip", ["posted: soon", "title: A\ntitle: B", "tema: x", "a: ["])
def test_a_draft_with_a_slip_stays_a_draft(slip: str) -> None:
    """A wrong field costs that field alone, so that a draft is not taken for an open posting."""
    posting = read_posting("a.md", f"---\nstatus: draft\n{slip}\n---\n".encode())
    assert posting.meta.status is Status.DRAFT
    assert not posting.readable


def test_all_problems_at_once() -> None:
    """The first wrong value does not hide the others."""
    front = read_front("status: x\nposted: y\nz: 1\n", 2)
    assert [problem.span.line for problem in front.problems] == [2, 3, 4]
    assert all(re.search("`[a-z]+`", problem.message) for problem in front.problems)
