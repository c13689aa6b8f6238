"""What holds for every feed, each read by a reader that is not ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.posting.posting import Posting
from careers.settings import CompanySettings
from careers.site.content.render import Text, render
from careers.site.model import site as _model
from feeds import HOSTILE, READERS, TEXT, TODAY, URL, Found, files, renamed, site
from feeds import posting as _posting

FEEDS = sorted(READERS)
LINKEDIN = "feeds/linkedin.xml"
FILLER = "What one does here, with whom and on which days, is told at some length below. " * 2
XML = sorted(name for name in READERS if name.endswith(".xml"))
# Whatever a YAML file, a settings file or a program may hold, half surrogate pairs too.
ANYTHING = st.text(st.characters(), min_size=1, max_size=60)
# What no XML document can hold.
DROPPED = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def posting(slug: str = "engineer", text: str = TEXT, **front: Any) -> Posting:
    """A posting with a place, without which LinkedIn lists none."""
    return _posting(slug, text, **{"locations": ["Berlin, DE"], **front})


def read(name: str, made: dict[str, bytes]) -> list[Found]:
    """The jobs of a feed."""
    return list(READERS[name](made[name]))


@pytest.mark.parametrize("name", FEEDS)
def test_every_open_job_is_in_each_feed_and_no_other(name: str) -> None:
    """Drafts, closed jobs and jobs whose last day has passed are in none."""
    made = files(
        site(
            posting("engineer", posted="2026-10-01"),
            posting("writer", workplace="remote"),
            posting("draft", status="draft"),
            posting("closed", status="closed"),
            posting("over", closes="2026-11-19"),
        )
    )
    assert [job.title for job in read(name, made)] == ["Engineer", "Writer"]
    for gone in (b"Draft", b"Closed", b"Over"):
        assert gone not in made[name]


@pytest.mark.parametrize("name", FEEDS)
def test_feeds_for_readers_list_what_changed_last(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that programs read list all, however many there are."""
    monkeypatch.setattr(_model, "LATEST", 2)
    days = {"Anchor": "2026-10-01", "Buoy": None, "Clock": "2026-10-03", "Drum": "2026-10-02"}
    made = files(
        site(*(posting(title.lower(), posted=day) for title, day in days.items() if day),
             posting("buoy"))
    )  # fmt: skip
    shown = ["Clock", "Drum"] if name in ("feed.json", "feed.xml") else list(days)
    assert [job.title for job in read(name, made)] == shown


@pytest.mark.parametrize("name", FEEDS)
def test_a_site_without_jobs_has_empty_feeds(name: str) -> None:
    """Nothing open is a valid feed, too; without a company's name as well."""
    assert read(name, files(site())) == []
    nameless = files(site(company=CompanySettings()))
    if name == LINKEDIN:
        assert name not in nameless, "LinkedIn asks for the name"
    else:
        assert read(name, nameless) == []


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_text(name: str, text: str) -> None:
    """A title comes out as it went in, but for what XML cannot hold; no text makes a tag."""
    job = renamed(
        posting("x", f"# x\n\n## About\n\n{text}\n\nEnd. `{text}`\n\n{FILLER}"),
        title=text,
        team=text,
        id=text,
    )
    made = files(site(job, company=CompanySettings(name=text, about=text)))
    (found,) = read(name, made)
    kept = DROPPED.sub("", re.sub("\r\n?", "\n", text)) if name.endswith(".xml") else text
    assert found.title.splitlines() == kept.splitlines()
    assert "End." in found.text
    assert not re.search(r"</?(?:script|i)\b", found.text)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, ANYTHING, ANYTHING, st.text(max_size=80))
def test_any_text_gives_well_formed_feeds(title: str, company: str, team: str, body: str) -> None:
    """Parsers and schemas accept what comes of any characters at all."""
    job = renamed(posting("x", f"# x\n\n{FILLER}\n\n{body}"), title=title, team=team, id=team)
    made = site(job, company=CompanySettings(name=company, about=title))
    found = files(made)
    for name, reader in READERS.items():
        assert len(list(reader(found[name]))) == 1


@pytest.mark.parametrize(
    "name", ["feed.xml", "feed.json", "jobs.json", "boards/lever/postings.json"]
)
def test_links_and_images_work_wherever_the_text_is_read(name: str) -> None:
    """Links to other jobs, to a heading and to images are absolute; text that looks so is not."""
    text = (
        '# Engineer\n\n## Pay\n\n<a title="a" href="writer.md">job</a> [part](#pay) '
        '![Chart](chart.png) `<a href="../writer/">`'
    )
    made = site(posting("engineer", text), posting("writer"))
    made = replace(made, image=lambda _posting, _target: b"png")
    found = read(name, files(made))[0].text
    assert f'<a title="a" href="{URL}writer/"' in found
    assert f'<a href="{URL}engineer/#pay"' in found
    assert f'<img src="{URL}images/chart-' in found
    assert 'href="../writer/"' in found.replace("&quot;", '"')


def _ids(made: dict[str, bytes]) -> dict[str, Any]:
    patterns = {
        "boards/greenhouse/jobs.json": rb'{"id":(\d+),"internal_job_id":(\d+)',
        "boards/lever/postings.json": rb'"id":"([^"]+)"',
        "jobs.json": rb'"id":"([^"]+)"',
        "feeds/indeed.xml": rb"<referencenumber>(.+?)</referencenumber>",
        "feeds/linkedin.xml": rb"<partnerJobId>(.+?)</partnerJobId>",
    }
    return {name: re.findall(pattern, made[name]) for name, pattern in patterns.items()}


def test_ids_stay_when_everything_else_changes() -> None:
    """The company's own number keeps a job the same under another title, file, place and text."""
    before = _ids(files(site(posting("engineer", id="JOB-1", locations=["Berlin, DE"]))))
    again = posting("developer", "# Other\n\n" + FILLER, id="JOB-1", locations=["Lisbon, PT"])
    assert _ids(files(site(again, posting("writer", status="closed")))) == before
    assert _ids(files(site(posting("engineer", id="JOB-2")))) != before


def test_jobs_that_share_a_number_have_ids_of_their_own() -> None:
    """Two postings of one number that are no translations of each other are two jobs."""
    made = files(site(posting("engineer", id="J"), posting("entwickler", id="J", language="de")))
    for found in _ids(made).values():
        assert len(found) == len(set(found)) == 2


ENGLISH = posting("engineer", id="J-1", language="en")
GERMAN = posting("engineer.de", title="Entwickler", id="J-1", language="de")


@pytest.mark.parametrize("name", FEEDS)
def test_a_translation_is_listed_once_or_tied_to_its_original(name: str) -> None:
    """Whoever shows a feed's jobs shows none of them twice; the ids are those of before."""
    alone, both = files(site(ENGLISH)), files(site(GERMAN, ENGLISH))
    titles = [job.title for job in read(name, both)]
    if name == "jobs.json":
        original, other = sorted(json.loads(both[name])["jobs"], key=lambda job: len(job["slug"]))
        assert original == json.loads(alone[name])["jobs"][0] | {"content_html": ANY}
        assert (original.get("translation_of"), other["translation_of"]) == (None, original["id"])
    elif name == "boards/greenhouse/jobs.json":
        one, two = json.loads(both[name])["jobs"]
        assert one["internal_job_id"] == two["internal_job_id"]
        assert len({one["id"], two["id"], one["internal_job_id"]}) == 3
        assert {one["language"], two["language"]} == {"en", "de"}
    else:
        assert titles == ["Engineer"]
        assert both[name] == alone[name]
    assert set(_ids(alone).get(name, ())) <= set(_ids(both).get(name, ()))


def test_of_a_closed_original_the_translation_is_listed() -> None:
    """What is open is in every feed."""
    made = files(site(posting("engineer", status="closed"), GERMAN))
    for name in FEEDS:
        assert [job.title for job in read(name, made)] == ["Entwickler"]


def test_feeds_do_not_depend_on_the_order_of_the_postings() -> None:
    """The same postings give the same bytes."""
    postings = [posting("b", id="1"), posting("a", team="Tools"), posting("c", closes="2027-01-01")]
    assert files(site(*postings)) == files(site(*reversed(postings)))


def test_a_text_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages and feeds show it."""
    calls = []
    real = render

    def counted(*given: Any) -> Text:
        calls.append(given)
        return real(*given)

    monkeypatch.setattr("careers.site.outputs.render", counted)
    files(site(posting("engineer"), posting("writer", status="closed")))
    assert len(calls) == 2


def test_dates_are_those_that_are_known() -> None:
    """Posted from the front matter, changed from git; nothing is made up, Atom's rule apart."""
    changed = datetime(2026, 11, 5, 9, 30, tzinfo=UTC)
    made = replace(
        site(posting("engineer", posted="2026-10-01"), posting("writer")),
        changed={"postings/engineer.md": changed},
    )
    found = files(made)
    assert found["feed.xml"].count(b"<published>2026-10-01T00:00:00Z</published>") == 1
    assert b"<updated>2026-11-05T09:30:00Z</updated>" in found["feed.xml"]
    assert f"<updated>{TODAY}T00:00:00Z</updated>".encode() in found["feed.xml"]
    assert found["feed.json"].count(b'"date_modified":"2026-11-05T09:30:00+00:00"') == 1
    assert found["feed.json"].count(b"date_published") == 1
    assert b'"updated_at":null,"first_published":null' in found["boards/greenhouse/jobs.json"]
    assert b'"createdAt":1790812800000' in found["boards/lever/postings.json"]
    assert found["feeds/indeed.xml"].count(b"<date>") == 1


def test_pages_link_the_feeds_and_nothing_is_linked_that_is_not_there() -> None:
    """Feed readers find the feeds from every page."""
    made = files(site(posting("engineer")))
    for page, root in (("index.html", ""), ("engineer/index.html", "../")):
        for feed in ("feed.xml", "feed.json"):
            assert f'href="{root}{feed}"'.encode() in made[page]
            assert feed in made
