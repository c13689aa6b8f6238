"""The first page's filters: an address for each value, and what scripts need to do it at once."""

from __future__ import annotations

import re
from typing import Any

import pytest

from careers.posting.posting import Posting
from feeds import posting
from pagesite import built

JOBS = (
    posting("one", team="Product", workplace="hybrid", locations=["Berlin, DE", "Lisbon, PT"]),
    posting("two", team="Product", workplace="remote", employment=["full-time", "part-time"]),
    posting("three", team="Café & Co", locations="Berlin, DE", employment="part-time"),
)


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("teams/product", {"one", "two"}),
        ("teams/cafe-co", {"three"}),
        ("places/berlin-germany", {"one", "three"}),
        ("places/lisbon-portugal", {"one"}),
        ("workplaces/remote", {"two"}),
        ("employment/part-time", {"two", "three"}),
    ],
)
def test_every_value_has_a_page_with_its_jobs(path: str, listed: set[str]) -> None:
    """It lists them as the first page does, and says how many they are."""
    page = built(*JOBS)[f"{path}/index.html"]
    links = re.findall(r'class="job-title"><a href="\.\./\.\./(\w+)/"', page)
    assert set(links) == listed
    assert f"{len(listed)} open job" in page
    assert 'aria-current="page"' in page


def test_a_city_has_one_value_by_all_its_names() -> None:
    """Lisbon, Lisboa and Lissabon are one place with one address, and so are TX and Texas."""
    jobs = [
        posting(f"job-{n}", locations=place)
        for n, place in enumerate(
            ["Lisbon, PT", "Lisboa, Portugal", "Lissabon, PT", "Austin, TX", "Austin, Texas, US"]
        )
    ]
    files = built(*jobs)
    assert files["places/lisbon-portugal/index.html"].count('class="job-title"') == 3
    assert files["places/austin-texas-united-states/index.html"].count('class="job-title"') == 2
    assert len([path for path in files if path.startswith("places/")]) == 2


def many(number: int = 13, **front: Any) -> list[Posting]:
    """As many jobs as need filters."""
    return [posting(f"job-{n}", **front) for n in range(number)]


def test_the_first_page_links_each_value_with_its_number() -> None:
    """The links are what the script looks at, too: no value is known to it alone."""
    page = built(*JOBS, *many(workplace="hybrid"))["index.html"]
    found = re.findall(
        r'<a href="([^"]+)" data-value="([\w-]+)"><span>([^<]+)</span> <span class="n">(\d+)',
        page,
    )
    assert ("teams/product/", "product", "Product", "2") in found
    assert ("places/berlin-germany/", "berlin-germany", "Berlin, Germany", "2") in found
    assert ("workplaces/hybrid/", "hybrid", "Hybrid", "14") in found
    assert len(found) == 2 + 2 + 2 + 2
    assert 'data-place="berlin-germany lisbon-portugal"' in page
    for kind in ("team", "place", "workplace", "employment"):
        assert f'<ul data-kind="{kind}"' in page


def test_a_dozen_jobs_need_no_tools() -> None:
    """They are seen at a glance: no search, no filters, and no script for them."""
    few, more = built(*many(12, team="A"))["index.html"], built(*many(13, team="A"))["index.html"]
    for part in ("jobs.js", 'id="q"', 'role="status"', "wasm-unsafe-eval"):
        assert part not in few
        assert part in more
    assert 'class="band tall"' in few


def test_a_filter_that_tells_nothing_apart_is_not_shown() -> None:
    """One team alone is no choice; its page is there all the same, for the posting's link."""
    files = built(*many(team="Product"))
    assert "data-kind" not in files["index.html"]
    assert "teams/product/index.html" in files


def test_an_empty_site_says_so_and_offers_a_general_application() -> None:
    """No filter, no search, no script that would look for jobs."""
    page = built(apply={"general": "jobs@example.com"})["index.html"]
    assert "No open jobs at the moment" in page
    assert 'href="mailto:jobs@example.com"' in page
    assert "jobs.js" not in page
    assert 'id="q"' not in page


def test_search_is_off_by_a_setting() -> None:
    """Then no page may compile WebAssembly either."""
    page = built(*JOBS, *many(), site={"search": False})["index.html"]
    assert 'id="q"' not in page
    assert "jobs.js" in page
    assert "wasm" not in page


def test_names_of_teams_are_text() -> None:
    """What stands in a name reaches no tag and no path."""
    hostile = '"><script>alert(1)</script>../..'
    files = built(posting("one", team=hostile), posting("two", team="Product"))
    assert not any(".." in path for path in files)
    assert not any("<script>" in text for path, text in files.items() if path.endswith(".html"))
