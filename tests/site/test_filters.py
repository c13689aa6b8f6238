"""The first page's filters: an address for each value, and what scripts need to do it at once."""

from __future__ import annotations

import re

import pytest

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


def test_the_first_page_links_each_value_with_its_number() -> None:
    """The links are what the script looks at, too: no value is known to it alone."""
    page = built(*JOBS)["index.html"]
    found = re.findall(
        r'<a href="([^"]+)" data-kind="(\w+)" data-value="([\w-]+)">([^<]+) <span class="number">'
        r"(\d+)",
        page,
    )
    assert ("teams/product/", "team", "product", "Product", "2") in found
    assert ("places/berlin-germany/", "place", "berlin-germany", "Berlin, Germany", "2") in found
    assert len(found) == 2 + 2 + 2 + 2
    assert 'data-place="berlin-germany lisbon-portugal"' in page


def test_a_filter_that_tells_nothing_apart_is_not_shown() -> None:
    """One team alone is no choice; its page is there all the same, for the posting's link."""
    files = built(posting("one", team="Product"))
    assert "data-kind" not in files["index.html"]
    assert "teams/product/index.html" in files


def test_an_empty_site_says_so_and_offers_a_general_application() -> None:
    """No filter, no search, no script that would look for jobs."""
    page = built(apply={"general": "jobs@example.com"})["index.html"]
    assert "We have no open jobs at the moment" in page
    assert 'href="mailto:jobs@example.com"' in page
    assert "jobs.js" not in page
    assert 'role="search"' not in page


def test_search_is_off_by_a_setting() -> None:
    """Then no page may compile WebAssembly either."""
    page = built(*JOBS, site={"search": False})["index.html"]
    assert 'role="search"' not in page
    assert "wasm" not in page


def test_names_of_teams_are_text() -> None:
    """What stands in a name reaches no tag and no path."""
    hostile = '"><script>alert(1)</script>../..'
    files = built(posting("one", team=hostile), posting("two", team="Product"))
    assert not any(".." in path for path in files)
    assert not any("<script>" in text for path, text in files.items() if path.endswith(".html"))
