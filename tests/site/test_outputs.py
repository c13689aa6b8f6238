"""Pages say which addresses they own, and postings keep off them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careers.build.inputs import load_templates
from careers.site import outputs, pages
from careers.text.diagnostics import CareersError
from feeds import files, posting, site

PAGE = '''"""What we offer."""
{owns}


def pages(publication):
    """``benefits/index.html``."""
    yield "benefits/index.html", publication.site.settings.company.name.encode()
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which a module is one of ``site/pages/``."""
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    outputs.outputs.cache_clear()
    yield tmp_path
    sys.modules.pop("careers.site.pages.benefits", None)
    outputs.outputs.cache_clear()


def test_a_new_page_is_found_and_no_posting_stands_in_its_way(folder: Path) -> None:
    """It is one new file; a posting of the same name has another address, and links lead there."""
    (folder / "benefits.py").write_text(PAGE.format(owns='\nOWNS = ("benefits",)'))
    text = "# Writer\n\nSee [the other](benefits.md)."
    made = files(site(posting("benefits"), posting("writer", text)))
    assert made["benefits/index.html"] == b"Example Tools"
    assert b"<h1" in made["job-benefits/index.html"]
    assert b'href="../job-benefits/"' in made["writer/index.html"]


def test_a_page_that_owns_nothing_is_named(folder: Path) -> None:
    """To whoever wrote it, before a posting gets in its way."""
    (folder / "benefits.py").write_text(PAGE.format(owns=""))
    with pytest.raises(CareersError, match=r"site\.pages\.benefits writes `benefits/index.html`"):
        files(site(posting("writer")))


@pytest.mark.parametrize(
    "name",
    ["index", "404", "images", "files", "teams", "places", "workplaces", "employment", "privacy",
     "how-we-hire", "pagefind", "boards", "feeds", "de", "en"],
)  # fmt: skip
def test_a_posting_may_be_called_as_a_page_is(name: str) -> None:
    """Its own page then stands beside that one."""
    assert {f"job-{name}/index.html", "index.html"} <= files(site(posting(name))).keys()


@pytest.mark.parametrize("name", ["feed", "style", "robots", "social", "job-index"])
def test_a_file_of_another_ending_takes_no_posting_its_name(name: str) -> None:
    """``feed.xml`` and ``feed/`` are two addresses."""
    assert f"{name}/index.html" in files(site(posting(name)))


def test_two_postings_at_one_address_are_named() -> None:
    """One that is called as the other had to be."""
    with pytest.raises(CareersError, match="would both be published at `job-teams/`"):
        site(posting("teams"), posting("job-teams"))


def test_all_that_is_published_is_owned_or_a_jobs() -> None:
    """Whatever the templates are called."""
    names = outputs.owned({**load_templates(), "extra.js": ""})
    assert {"extra.js", "page.js", "feed.xml", "boards", "de", "index"} <= names
    made = {path.partition("/")[0] for path in files(site(posting("writer")))}
    assert made - names == {"writer"}
