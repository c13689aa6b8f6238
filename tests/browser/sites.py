"""Built sites for the tests in a browser, and which of their pages stand for all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[2]
# By the name that tests are listed under: the company that the demo plays, and a difficult one.
COMPANIES = {
    "examples": ROOT / "examples" / "company",
    "difficult": Path(__file__).parent / "company",
}
LARGE = "large"
"""The name of a company with as many jobs as need a search and filters; it is made up anew."""
ALL = (*COMPANIES, LARGE)


@dataclass(frozen=True)
class Site:
    """A site in ``folder``, served at ``url``. ``pages`` are paths below it, of all its pages."""

    folder: Path
    url: str
    pages: tuple[str, ...]

    @property
    def origin(self) -> str:
        """The scheme, host and port that the site may load from."""
        scheme, host, *_ = urlsplit(self.url)
        return f"{scheme}://{host}"

    @property
    def postings(self) -> list[str]:
        """The pages of open postings."""
        return [page for page in self.pages if '"JobPosting"' in self.text(page)]

    @property
    def typical(self) -> list[str]:
        """Pages that hold, together, every kind of element in every place that pages have."""
        left = {page: _elements(self.text(page)) for page in self.pages}
        kept: list[str] = []
        while any(left.values()):
            kept.append(max(left, key=lambda page: len(left[page])))
            seen = left.pop(kept[-1])
            left = {page: elements - seen for page, elements in left.items()}
        return kept

    def text(self, page: str) -> str:
        """A page's HTML."""
        name = f"{page}index.html" if not page or page.endswith("/") else page
        return (self.folder / name).read_text(encoding="utf-8")


Sites = Callable[[str], Site]
"""A site by its company's name."""


def build(company: Path, folder: Path) -> tuple[str, ...]:
    """Publish a company's postings into a folder; the paths of its pages.

    The day is set, so that the same postings are open for ever.
    """
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "--out", str(folder)]
    environment = os.environ | {"PYTHONUTF8": "1"}
    subprocess.run(
        [*command, "--force", "--today", "2026-11-20"],
        cwd=company,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return tuple(path.removesuffix("index.html") for path in found)


def _elements(text: str) -> frozenset[str]:
    """Every kind of element of a page: its name and classes, and those of what it stands in."""
    found = set()
    for element in html.fromstring(text.encode()).iter("*"):
        parent = element.getparent()
        found.add(f"{_kind(parent)} > {_kind(element)}" if parent is not None else "")
    return frozenset(found)


def _kind(element: html.HtmlElement) -> str:
    role = element.get("role") or element.get("type") or ""
    return ".".join([element.tag, role, *sorted((element.get("class") or "").split())])
