"""The documentation as a site: every page has its place, every link leads somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SETTINGS = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]
_LINK = re.compile(r"(?<!!)\]\((?!https?:|mailto:|#|TODO|…)([^)#\s]+)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def listed(nav: Any) -> list[str]:
    """The pages of the navigation, in their order."""
    if isinstance(nav, str):
        return [nav]
    inside = nav.values() if isinstance(nav, dict) else nav
    return [page for each in inside for page in listed(each)]


def test_every_page_has_its_place() -> None:
    """Each page stands once in the navigation; single checks and decisions are in their lists."""
    pages = listed(SETTINGS["nav"])
    assert len(pages) == len(set(pages))
    there = {path.name for path in DOCS.glob("*.md")}
    assert {page for page in pages if "/" not in page} == there
    for folder in ("checks", "decisions", "forms"):
        index = (DOCS / folder / "README.md").read_text("utf-8")
        named = {path.name for path in (DOCS / folder).glob("*.md")} - {"README.md"}
        assert not [name for name in named if f"({name})" not in index and name != "precision.md"]


@pytest.mark.parametrize(
    "page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.relative_to(DOCS).as_posix()
)
def test_links_lead_somewhere(page: Path) -> None:
    """To a page, a file or a folder of this repository."""
    text = _CODE.sub("", page.read_text("utf-8"))
    assert not [link for link in _LINK.findall(text) if not (page.parent / link).exists()]


def test_it_is_built(tmp_path: Path) -> None:
    """With no complaint, with a search, and nothing fetched from other hosts."""
    program = str(Path(sys.executable).with_name("zensical"))
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    shutil.copytree(DOCS, tmp_path / "docs")
    done = subprocess.run(
        [program, "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "_docs" / "adopt.html").read_text("utf-8")
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?:fonts|cdn|unpkg)[^"]*"', page)
    assert list((tmp_path / "_docs").rglob("search*"))
