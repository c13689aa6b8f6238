"""Front matter: typed values, places, and errors that people can act on."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from careers.checks import Context, check_posting
from careers.posting.frontmatter import FrontMatter, Status, Workplace
from careers.posting.frontmatter_reader import read_front
from careers.posting.place_of_work import Location
from careers.posting.reading import read_posting
from careers.settings import Settings


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
        ("posted: 2026-02-30", "`posted` is no day of the calendar", "posted: 2026-03-02"),
        ("posted: [a]", "`posted` must be a date such as 2026-03-02", ""),
        ("status: opened", "`status` must be draft, open or closed (it is `opened`)", "open"),
        ("title: [a]", "`title` must be text, not a list or a mapping", "Product Manager"),
        ("title: '  '", "`title` is empty", "Product Manager"),
        (f"title: {'x' * 201}", "`title` is longer than 200 characters", ""),
        (f"hiring_manager: {'x' * 40}", "`hiring_manager` is longer than 39 characters", ""),
        ("interviewers: [a b]", "`interviewers` must be a GitHub login (it is `a b`)", "octocat"),
        ("apply: acme.example/jobs", "`apply` must be a web", "write `https://acme.example/jobs`"),
        ("salary: {min: 9, currency: \u00a3}", "`salary.currency` must be three", "write `GBP`"),
        ("apply: nowhere", "`apply` must be a web address or a mail address", "https://example"),
        ("salary: 60000", "`salary` must hold fields of its own (it is `60000`)", "{min: 60000"),
        (
            "salary: {min: 60.000, currency: EUR}",
            "`salary.min` must be a number, digits alone: write 60000 (it is `60.000`)",
            "write `60000`",
        ),
        (
            "salary: {min: 18.000, currency: EUR, per: hour}",
            "`salary.min` may be 18 or 18000 (it is `18.000`)",
            "write `18` or `18000`",
        ),
        ("salary: {min: 55k, currency: EUR}", "`salary.min` must be a number", "write `55000`"),
        ("salary: {min: $28.50, currency: USD}", "`salary.min` must be a", "write `28.50`"),
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
        ("remote-from: DE", "unknown field `remote-from`", "write `remote_from`"),
        ("stages: [A B]", "`stages` must be small letters and digits, joined by", "write `a-b`"),
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


@pytest.mark.parametrize(
    "data",
    [
        b"---\ntitle: *baker\nlocations: Berlin, DE\n---\n# Baker\n",
        b"---\ntitle: Baker\nteam: {{ team }}\n---\n# Cook\n",
        b"---\ntitle: Baker\nstatus: open\n\n# Cook\n",
        "---\ntitle: B\u00e4cker\nlocations: K\u00f6ln, DE\n---\n# Koch\n".encode("latin-1"),
        "---\ntitle: Baker\n---\n# Cook\n".encode("utf-16"),
    ],
)
def test_what_cannot_be_read_yields_nothing_else_about_the_front_matter(data: bytes) -> None:
    """Neither a field that lacks nor one that differs: only that it cannot be read."""
    posting = read_posting("postings/a.md", data)
    found = list(check_posting(posting, Context(Settings(), date(2026, 6, 1))))
    of_the_body = {"placeholder", "process", "sections", "reading-ease", "equal-opportunity"}
    assert {finding.code for finding in found} - of_the_body == {"syntax"}


def test_a_front_matter_without_an_end_is_read_as_far_as_it_goes() -> None:
    """A draft stays a draft."""
    posting = read_posting("a.md", b"---\ntitle: Baker\nstatus: draft\n\n# Baker\n\nText.\n")
    assert posting.meta.status is Status.DRAFT
    assert not posting.readable
    assert [heading.text for heading in posting.body.headings] == ["Baker"]


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


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("date: 2017-01-10 08:01 CEST", "posted", "2017-01-10"),
        ("date: 2017-01-10T08:01:00+02:00", "posted", "2017-01-10"),
        ("datePosted: 2017-01-10", "posted", None),
        ("created: 2 March 2026", "posted", "2026-03-02"),
        ("draft: true", "status", "draft"),
        ("published: false", "status", "draft"),
        ("published: 2026-03-02", "posted", None),
        ("open: false", "status", "closed"),
        ("deadline: 2026/6/30", "closes", "2026-06-30"),
        ("expiryDate: 2026-06-30", "closes", None),
        ("apply_link: https://example.com/a", "apply", None),
        ("location: [Berlin, Hamburg]", "locations", None),
        ("employmentType: FULL_TIME", "employment", "full-time"),
        ("lang: de", "language", None),
        ("remote: true", "workplace", "remote"),
        ("activa: true", "status", "open"),
        ("stunden: Vollzeit", "employment", "full-time"),
        ("modelo: h\u00edbrido", "workplace", "hybrid"),
    ],
)
def test_a_field_of_another_house_is_translated(
    written: str, field: str, value: str | None
) -> None:
    """Where type and value fit, the fix writes the field and the value that are meant."""
    [problem] = read_front(f"{written}\n", 2).problems
    assert [edit.text for edit in problem.edits] == [field, *([value] if value else [])]


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("tags: [bread, rolls]", "not used here"),
        ("states: [bavaria]", "the fields are"),
        ("url: https://example.com/", "write `apply`"),
        ("date: soon", "write `posted`, e.g. `posted:"),
        ("type: post", "write `employment`, e.g. `employment:"),
        ("contract: permanent", "write `employment`, e.g. `employment:"),
        ("apply_link: vacature-de", "write `apply`, e.g. `apply:"),
        ("location: Remote (US/Canada)", "write `workplace: remote`, and from where, e.g."),
        ("location: [New York, Remote (US)]", 'write `locations: ["New York"]`'),
        ("permalink: /jobs/a/", "the file's name is the address"),
        ("lang: [de]", "write `language`, e.g. `language:"),
        ("closed: maybe", "write `status`, e.g. `status:"),
    ],
)
def test_what_is_not_certain_is_named_and_stays(written: str, cure: str) -> None:
    """A field of another house whose value does not fit is pointed at, and nothing is changed."""
    [problem] = read_front(f"{written}\n", 2).problems
    assert cure in problem.help
    assert problem.edits == ()


def test_two_fields_that_mean_one_stay() -> None:
    """What would write a field twice is not offered."""
    [problem] = read_front("date: 2026-03-02\ncreated: 2026-03-01\ndraft: true\n", 2).problems
    assert [edit.text for edit in problem.edits] == ["status", "draft"]
    [problem] = read_front("posted: 2026-03-02\ncreated: 2026-03-01\n", 2).problems
    assert problem.edits == ()
    assert "delete" in problem.help


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("+++\ntitle = 'Baker'\nopen = false\n+++\n", Status.CLOSED),
        ("+++\ntitle = 'Baker'\ndraft = true # not yet\n+++\n", Status.DRAFT),
        ("+++\ntitle = 'Baker'\n", Status.OPEN),
        ("+++\ntitle = Baker\n+++\n", Status.OPEN),
        ("Title: Baker\nStatus: draft\n\n", Status.DRAFT),
        ("Title: Baker\nTags: a,\n    b\nStatus: draft\n\n", Status.DRAFT),
        ("title: Baker\nstatus: draft\n---\n", Status.DRAFT),
        ('{\n"title": "Baker", "draft": true\n}\n', Status.DRAFT),
    ],
)
def test_front_matter_in_another_form_is_never_text(text: str, status: Status) -> None:
    """It is read for what it says, it is an error, and its words are no part of the body."""
    posting = read_posting("a.md", f"{text}# Head baker\n".encode())
    assert posting.meta.status is status
    assert not posting.readable
    if "= Baker" not in text and text.count("+++") != 1:
        assert posting.title == "Baker"
    if text.count("+++") != 1:
        assert posting.body.tokens[0].type == "heading_open"


@pytest.mark.parametrize(
    "text",
    ["Note: we moved.\n", "Location: Berlin\nBring your own: laptop\n\n", "{\n# a\n", "+++ new\n"],
)
def test_text_that_only_looks_like_it_stays_text(text: str) -> None:
    """A first line with a colon is no front matter."""
    posting = read_posting("a.md", text.encode())
    assert posting.front is None
    assert posting.syntax == ()


@pytest.mark.parametrize(
    "line",
    [
        "title: Senior: Baker",
        "title: [Head] Baker",
        "title: {Head} Baker",
        "team: @ovens",
        "team: `ovens`",
        "team: %ovens",
        "title: *Head* Baker",
        "title: **Baker**",
        'title: "Head" Baker',
        "title: 'Head' Baker",
        "title: Baker:",
        "title: > 5 years Baker",
        "title: - Baker",
        "title: ? Baker",
    ],
)
def test_a_value_that_wants_quotes_gets_them(line: str) -> None:
    """The value is read as it was meant, and one problem says what to type."""
    front = read_front(f"status: draft\n{line}\nposted: 2026-03-02\n", 2)
    [problem] = front.syntax
    assert problem.span.line == 3
    name, _, value = line.partition(": ")
    assert front.raw[name] == value
    assert front.raw["posted"] == "2026-03-02"
    assert problem.help.endswith(problem.edits[0].text)
    assert front.data is None
    assert front.problems == ()


def test_fields_below_a_slip_are_known() -> None:
    """Two slips and a tab cost nothing of what stands beside them."""
    front = read_front("title: a: b\nteam:\n\t- x\nid: @1\nclosed: c: d\n", 2)
    assert [problem.span.line for problem in front.syntax] == [2, 4, 5, 6]
    assert list(front.raw) == ["title", "team", "id", "closed"]
    assert not front.lost
