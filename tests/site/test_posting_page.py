"""What a posting's page has beside its text: applying, the file's history, jobs like it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from careers.files.load import load_postings
from feeds import posting
from pagesite import PROCESS, built

TEXT = "# {title}\n\nYou make tools."


@pytest.mark.parametrize(
    ("front", "url", "expected"),
    [
        ({"apply": "https://example.com/a"}, None, "https://example.com/a"),
        (
            {"apply": "https://example.com/a"},
            "https://example.com/f?job={slug}",
            "https://example.com/a",
        ),
        ({}, "https://example.com/f?job={slug}", "https://example.com/f?job=one"),
        (
            {"apply": "jobs@example.com"},
            None,
            "mailto:jobs@example.com?subject=One%20%5Bone%5D",
        ),
        (
            {"apply": "mailto:jobs@example.com?subject=Hi"},
            None,
            "mailto:jobs@example.com?subject=Hi",
        ),
        ({}, None, None),
    ],
)
def test_one_way_to_apply_wherever_one_is(
    front: dict[str, str], url: str | None, expected: str | None
) -> None:
    """The posting's own, else the company's; where neither is known, the page says so."""
    page = built(posting("one", TEXT, **front), apply={"url": url})["one/index.html"]
    found = re.findall(r'class="button" href="([^"]+)"', page)
    assert found == ([expected] * 3 if expected else [])
    assert page.count("Applications open soon") == (0 if expected else 3)


def test_a_translation_applies_where_its_original_does() -> None:
    """`{slug}` is the job's, so that its candidates stand together."""
    files = built(
        posting("one.de", TEXT, language="de"), apply={"url": "https://example.com/{slug}"}
    )
    assert 'href="https://example.com/one"' in files["one-de/index.html"]
    mailed = built(posting("one.de", TEXT, language="de"), apply={"url": "jobs@example.com"})
    assert "%5Bone%5D" in mailed["one-de/index.html"]


def test_the_page_leads_to_its_file_on_github() -> None:
    """To edit it, and to see how it changed; nothing where no repository is named."""
    named = built(posting("one"), site={"repository": "example-tools/careers"})["one/index.html"]
    assert "https://github.com/example-tools/careers/edit/main/postings/one.md" in named
    assert "https://github.com/example-tools/careers/commits/main/postings/one.md" in named
    assert "github.com" not in built(posting("one"))["one/index.html"]


def similar(page: str) -> list[str]:
    """The jobs that a page offers beside its own."""
    part = page.partition("Similar jobs")[2]
    return re.findall(r'class="job-title"><a href="\.\./([\w-]+)/"', part)


def test_similar_jobs_are_of_the_team_then_at_the_place_then_alike_in_words() -> None:
    """The rest follows in the order of the first page, so that nobody stands before a wall."""
    files = built(
        posting("engineer", team="Tools", locations="Berlin, DE"),
        posting("writer", team="Tools"),
        posting("cook", team="Kitchen", locations="Berlin, DE"),
        posting("sales-engineer", team="Sales"),
        posting("zookeeper", team="Zoo"),
        posting("accountant", team="Finance"),
    )
    assert similar(files["engineer/index.html"]) == [
        "writer",
        "cook",
        "sales-engineer",
        "accountant",
    ]


def test_a_job_alone_has_none_like_it() -> None:
    """No empty heading, and never itself."""
    assert "Similar jobs" not in built(posting("one"))["one/index.html"]


def test_the_work_for_similar_jobs_grows_with_the_jobs() -> None:
    """Of a thousand jobs of one team, a page looks at a few neighbours."""
    files = built(*(posting(f"job-{n}", team="Tools") for n in range(60)))
    found = {tuple(similar(files[f"job-{n}/index.html"])) for n in range(60)}
    assert all(len(one) == 4 for one in found)
    assert len(found) > 10


def test_pages_hold_no_inline_script_or_style_and_load_nothing_from_elsewhere() -> None:
    """The Content-Security-Policy holds for every page as it is written."""
    files = built(
        posting("one", PROCESS), posting("old", status="closed"), apply={"general": "a@b.co"}
    )
    pages = {path: text for path, text in files.items() if path.endswith(".html")}
    for path, text in pages.items():
        scripts = re.findall(r"<script([^>]*)>(.?)", text)
        assert all(
            "ld+json" in head or ("src=" in head and body == "<") for head, body in scripts
        ), path
        assert not re.search(r"<style|\sstyle=|\son\w+=", text), path
        assert not re.search(r'(?:src|rel="stylesheet" href)="(?:https?:)?//', text), path
        assert "script-src 'self'" in text
    compiling = {path for path, text in pages.items() if "wasm-unsafe-eval" in text}
    assert compiling == {"404.html"}  # so few jobs need no search


def test_the_example_postings_weigh_little() -> None:
    """HTML and CSS together are under 20 kB on the wire."""
    postings = load_postings([str(Path(__file__).parents[2] / "examples" / "company" / "postings")])
    files = built(*postings)
    style = len(gzip.compress(files["style.css"].encode()))
    for path, text in files.items():
        if path.endswith(".html"):
            assert style + len(gzip.compress(text.encode())) < 20_000, path


def test_the_privacy_page_states_what_the_settings_do() -> None:
    """Where one applies, who keeps it, that nothing is deleted by itself, whom to ask."""
    page = built(
        posting("one", TEXT, apply="https://forms.example.com/a"),
        privacy={"contact": "privacy@example.com", "policy": "https://example.com/privacy"},
    )["privacy/index.html"]
    assert "forms.example.com" in page
    assert "Nothing is deleted by itself" in page
    assert 'href="mailto:privacy@example.com"' in page
    assert "https://example.com/privacy" in page
    assert "by e-mail, we get" not in page


def test_the_privacy_page_says_how_long_and_with_whom() -> None:
    """By the place of the job, in words; and the promise of an answer."""
    page = built(
        posting("one"),
        privacy={
            "keep": {"elsewhere": 183, "DE": 1, "US-CA": 1461},
            "processors": ["Example Mail, for e-mail"],
        },
        promise={"first_answer": 3},
    )["privacy/index.html"]
    lines = [line for line in page.splitlines() if line.startswith("<li>")]
    at = lines.index("<li>California, United States: 1461 days</li>")
    assert lines[at + 1 : at + 3] == ["<li>Germany: 1 day</li>", "<li>elsewhere: 183 days</li>"]
    assert lines[at - 2 : at] == ["<li>GitHub</li>", "<li>Example Mail, for e-mail</li>"]
    assert "within 3 working days" in page
    assert "Nothing is deleted by itself" not in page
