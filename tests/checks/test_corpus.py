"""Real postings: every placeholder is found, none where there is none, and no check stumbles."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from careers.checks import Context, RepositoryFiles, check_all
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import Settings
from careers.text.diagnostics import Finding

SHARED = Path(__file__).parents[2].parent / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no {SHARED.name}/ beside the project")

# Found by eye and by this expression alone, which knows nothing of Markdown: the postings hold
# neither code with these words nor an address with them, and no section without text.
_PLACEHOLDER = re.compile(r"\[[^]]*\]\((?:TODO(?:\(\w+\))?|\s*)\)|\b(?:TODO|TBD|FIXME|XXX)\b")


@cache
def postings() -> tuple[Posting, ...]:
    """Every posting of the corpus, and the two seeds."""
    paths = sorted([*SHARED.glob("corpus/*.md"), *SHARED.glob("seeds/*.md")])
    return tuple(
        read_posting(path.relative_to(SHARED).as_posix(), path.read_bytes()) for path in paths
    )


@cache
def findings() -> tuple[Finding, ...]:
    """All that is found in them on one day."""
    files = RepositoryFiles(lambda path: (SHARED / path).exists())
    context = Context(Settings(), date(2026, 6, 1), postings(), files)
    return tuple(check_all(context))


def test_every_placeholder_at_its_place() -> None:
    """Line, column and end of each placeholder, each once and no other."""
    wanted = [
        (posting.path, number, match.start() + 1, match.end() + 1)
        for posting in postings()
        for number, line in enumerate(posting.source.lines, 1)
        for match in _PLACEHOLDER.finditer(line)
    ]
    found = [
        (f.path, f.span.line, f.span.column, f.span.end_column)
        for f in findings()
        if f.code == "placeholder"
    ]
    assert len(wanted) > 20
    assert sorted(found) == sorted(wanted)


def test_seeds() -> None:
    """The first posting has one placeholder, the second four: two sections and two links."""
    found = [
        (f.path, f.span.line, f.span.column)
        for f in findings()
        if f.code == "placeholder" and f.path.startswith("seeds")
    ]
    assert found == [
        ("seeds/developer-product-manager.md", 53, 9),
        ("seeds/product-manager.md", 21, 1),
        ("seeds/product-manager.md", 25, 1),
        ("seeds/product-manager.md", 29, 9),
        ("seeds/product-manager.md", 38, 3),
    ]


def test_spans_lie_inside_their_files() -> None:
    """Every finding's place exists."""
    sources = {posting.path: posting.source for posting in postings()}
    for finding in findings():
        lines, span = sources[finding.path].lines, finding.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1


def test_pages_that_are_no_postings_are_left_in_peace() -> None:
    """Events, exercises and pages that moved are not asked for what a posting must have."""
    asked = {f.path for f in findings() if f.code in ("sections", "apply-link", "title")}
    assert not [path for path in asked if re.search("exercise|events", path)]


def test_few_postings_offer_no_way_to_apply() -> None:
    """One posting says nothing of applying; the others link to it in words of many kinds."""
    found = [f.path for f in findings() if f.code == "apply-link"]
    assert len(found) == 1


@cache
def houses() -> tuple[Posting, ...]:
    """Every file of eight other houses, in four languages, with whatever front matter they have."""
    paths = sorted(SHARED.glob("corpus-houses/*.md"))
    return tuple(read_posting(f"postings/{path.name}", path.read_bytes()) for path in paths)


FRONT = """---
title: {title}
status: open
posted: 2026-03-02
closes: 2026-06-30
team: Product
employment: full-time
workplace: hybrid
locations: "Berlin, DE"
salary: {{min: 60000, max: 75000, currency: EUR, per: year}}
apply: https://example.com/apply
hiring_manager: octocat
language: {language}
---
"""
_FENCED = re.compile(r"(---|\+\+\+)\n.*?\n\1[ \t]*\n", re.DOTALL)


def with_front_matter(posting: Posting) -> Posting:
    """A posting with a proper front matter in place of its own."""
    text = _FENCED.sub("", posting.source.text, count=1) if posting.front else posting.source.text
    title = json.dumps(posting.title[:150], ensure_ascii=False)
    front = FRONT.format(title=title, language=posting.language.tag or "en")
    return read_posting(posting.path, (front + text).encode())


@pytest.mark.parametrize("read", [postings, houses], ids=["corpus", "corpus-houses"])
def test_few_findings_once_front_matter_is_right(read: Callable[[], tuple[Posting, ...]]) -> None:
    """With a proper front matter a file has six findings at most, on average."""
    files = tuple(with_front_matter(posting) for posting in read())
    if not files:
        pytest.skip("the corpus is not there")
    found = check_all(Context(Settings(), date(2026, 6, 1), files))
    # Versions of one posting that stand side by side are this corpus's own.
    alone = [finding for finding in found if finding.code not in ("duplicate", "shared-text")]
    assert len(alone) <= 6 * len(files), Counter(finding.code for finding in alone)


def test_other_houses_are_read() -> None:
    """Nothing stumbles over the files of other houses, and every place exists."""
    files = houses()
    if not files:
        pytest.skip("../shared/corpus-houses is not there")
    sources = {posting.path: posting.source for posting in files}
    for finding in check_all(Context(Settings(), date(2026, 6, 1), files)):
        lines, span = sources[finding.path].lines, finding.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


PAGES = "engineering-team|how-to-apply|interview-process|exercises|interview-questions|pairing"


def test_pages_of_other_houses_are_no_postings() -> None:
    """Pages on how a house hires are not asked for what a posting must have; adverts are."""
    files = houses()
    if not files:
        pytest.skip("../shared/corpus-houses is not there")
    found = check_all(Context(Settings(), date(2026, 6, 1), files))
    pages = {finding.path for finding in found if finding.code == "not-a-posting"}
    assert not [f for f in found if f.path in pages and f.code in ("sections", "apply-link")]
    assert {posting.path for posting in files if re.search(PAGES, posting.path)} <= pages
    assert len(pages) < 20


TABLE = Path(__file__).parents[2] / "docs" / "checks" / "precision.md"


@pytest.mark.parametrize(("folder", "column"), [("corpus", 1), ("corpus-houses", 4)])
def test_precision_is_counted(folder: str, column: int) -> None:
    """The page on how often the checks are right counts the findings that there are."""
    paths = sorted(SHARED.glob(f"{folder}/*.md"))
    if not paths:
        pytest.skip(f"../shared/{folder} is not there")
    files = RepositoryFiles(lambda path: (SHARED / path).exists())
    read = tuple(
        read_posting(path.relative_to(SHARED).as_posix(), path.read_bytes()) for path in paths
    )
    found = Counter(f.code for f in check_all(Context(Settings(), date(2026, 6, 1), read, files)))
    rows = re.findall(r"^\| [a-z-]+ \|.*", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    cells = [row.strip("|").split("|") for row in rows]
    told = {row[0].strip(): row[column].strip() for row in cells}
    assert {code: n for code, n in told.items() if n.isdigit()} == {
        code: str(found[code]) for code, n in told.items() if n.isdigit()
    }
    assert not found.keys() - told.keys()
