"""Every case file, through its own check, gives exactly the report beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careers.checks import Context, RepositoryFiles, all_checks, check_all
from careers.checks.support.repository_files import ImageSize
from careers.markdown.includes import SharedText
from careers.posting.reading import read_posting
from careers.reports.text import render
from careers.settings import Settings, read_settings
from careers.text.source import decode

HERE = Path(__file__).parent
CASES = sorted(path for path in HERE.glob("*/*.md") if not path.name.startswith("_"))
CODES = sorted(check.code for check in all_checks())
TODAY = date(2026, 6, 1)
SHARED = {"about-us": SharedText("about-us", "_shared/about-us.md", decode(b"We make tools.\n"))}
PICTURES = {
    "postings/huge.png": ImageSize(6_100_000, 4032, 3024),
    "postings/wide.png": ImageSize(180_000, 6_000, 400),
    "postings/small.png": ImageSize(180_000, 1_600, 1_200),
    "postings/drawing.svg": ImageSize(9_000),
}
DEAD = {"https://example.com/gone": "404, not found", "https://gone.example/": "no such host"}
CLEAN = "1 file checked: nothing to mend\n"


def report(path: Path) -> str:
    """What ``validate`` says of a case, its own check's findings alone.

    Beside a case may stand ``<case>.settings.toml``, or ``_settings.toml`` for all of them; files
    ``<case>.twin*.txt`` are read before it, ``<case>.beside.<name>.txt`` are files of that name;
    ``<case>.earlier.txt`` has the paths that it had before, ``<case>.base.txt`` is how it stood
    before the change, ``<case>.owners.txt`` is CODEOWNERS.
    """
    code = path.parent.name
    written = (path.with_suffix(".settings.toml"), path.parent / "_settings.toml")
    settings_file = next((file for file in written if file.exists()), None)
    settings = read_settings(settings_file.read_text()) if settings_file else Settings()
    posting = read_posting(f"postings/{path.name}", path.read_bytes(), SHARED)
    twins = [
        read_posting(f"postings/{twin.name.removesuffix('.txt')}", twin.read_bytes())
        for twin in sorted(path.parent.glob(f"{path.stem}.twin*.txt"))
    ]
    twins += [
        read_posting(f"postings/{beside.stem.partition('.beside.')[2]}", beside.read_bytes())
        for beside in sorted(path.parent.glob(f"{path.stem}.beside.*.txt"))
    ]
    present = {"postings", "postings/benefits.md", "postings/team photo.png", "README.md"}
    present |= {twin.path for twin in twins}
    before = path.with_suffix(".base.txt")
    base = read_posting(posting.path, before.read_bytes()) if before.exists() else None
    compared = (lambda _: base) if base else None
    codeowners = path.with_suffix(".owners.txt")
    owned = codeowners.exists() and SharedText("", "CODEOWNERS", decode(codeowners.read_bytes()))
    shared = tuple(SHARED.values())
    files = RepositoryFiles(present.__contains__, PICTURES.get, shared, owners=owned or None)
    context = Context(settings, TODAY, (*twins, posting), files, compared, DEAD)
    if (earlier := path.with_suffix(".earlier.txt")).exists():
        context = replace(context, earlier={posting.path: tuple(earlier.read_text().split("\n"))})
    findings = [
        finding
        for finding in check_all(context)
        if finding.path == posting.path and finding.code in (code, "allow")
    ]
    return render(findings, {posting.path: posting.source}, 1)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path, expected: Callable[[Path, str], None]) -> None:
    """The report of a case is the one that was looked at when it was blessed."""
    expected(path.with_suffix(".txt"), report(path))


@pytest.mark.parametrize("code", CODES)
def test_check_has_page_and_cases(code: str) -> None:
    """A check comes with a page in all its parts, a case that passes and one that fails."""
    page = next(check.page for check in all_checks() if check.code == code)
    assert re.match(r"[A-Z][^\n]+\.\n\n", page), "a summary on the first line"
    assert all(f"**{part}:**" in page for part in ("Bad", "Good", "Allow"))
    assert f"careers: allow {code}:" in page
    results = [path.read_text() for path in (HERE / code).glob("*.txt") if "." not in path.stem]
    assert CLEAN in results
    assert any(text != CLEAN for text in results)


def test_cases_belong_to_checks() -> None:
    """A folder of cases is named after a check."""
    assert {path.parent.name for path in CASES} <= set(CODES)
