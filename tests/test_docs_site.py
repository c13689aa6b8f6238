"""The documentation as a site: every page has its place, every link leads somewhere."""

from __future__ import annotations

import importlib
import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from careers.checks import all_checks
from careers.cli.support.parser import Parser
from careers.cli.support.verbs import verbs
from careers.doctor import examinations
from careers.hiring.commands import all_commands
from careers.hiring.labels.definitions import labels_for
from careers.hiring.settings import CandidatesSettings, read_candidates_settings
from careers.letters import all_kinds
from careers.posting.reading import read_posting
from careers.settings import Settings, read_settings

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


def named_things() -> dict[str, list[str]]:
    """What people can name, out of the code, by the page that tells of it."""
    fields = [f for model in (Settings, CandidatesSettings) for f in model.model_fields]
    workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
    return {
        "command-line.md": [f"careers {verb}" for verb in verbs() if verb != "docs"],
        "candidates.md": [f"/{command.verb}" for command in all_commands()],
        "configuration.md": [f"[{name}" for name in fields if name not in {"version", "flag"}],
        "checks/README.md": [check.code for check in all_checks()],
        "letters.md": [*all_kinds()],
        "doctor.md": [*examinations()],
        "labels.md": [label.name for label in labels_for(())],
        "workflows.md": [f"## {path.stem}" for path in workflows],
    }


@pytest.mark.parametrize("page", named_things())
def test_nothing_is_missing(page: str) -> None:
    """Each verb, command, setting, check, letter, label, workflow, examination has its place."""
    text, names = (DOCS / page).read_text("utf-8"), named_things()[page]
    assert len(names) > 5
    assert not [name for name in names if name not in text]


BLOCK = re.compile(r"(?m)^```(?P<kind>[\w-]*)\n(?P<text>.*?)^```$", re.DOTALL)
BLOCKS = [
    (path.relative_to(ROOT).as_posix(), block["kind"], block["text"])
    for path in (*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
    for block in BLOCK.finditer(path.read_text("utf-8"))
]
# A line of a shell that calls this program, without what a shell does for it.
CALL = re.compile(
    r"(?m)^(?:\w+=\S+ )*(?:\.venv/bin/)?careers "
    r"(?P<given>[^#|&>\n]*(?:\\\n[^#|&>\n]*)*)"
)


@pytest.mark.parametrize(("page", "kind", "text"), BLOCKS)
def test_what_stands_in_blocks_works(page: str, kind: str, text: str) -> None:
    """Settings are read as settings, postings' fields as those, commands take their options."""
    if kind == "toml":
        for part in re.split(r"(?m)^(?=# ca\w+\.toml)", text):
            settings(part)
    elif kind == "json":
        assert json.loads(text)
    elif kind == "yaml" and page == "docs/postings.md":
        front = read_posting("a.md", f"---\n{text}---\n".encode()).front
        assert front
        assert not front.syntax
    elif kind == "yaml":
        assert yaml.safe_load(text)
    elif kind in {"", "sh"}:
        for call in CALL.finditer(text):
            commanded(call["given"].replace("\\\n", " "))


def settings(text: str) -> None:
    """Read a part of either file; lines without their table are TOML all the same."""
    tables = set(re.findall(r"(?m)^\[+([a-z_]+)", text))
    people = tables & {*CandidatesSettings.model_fields} - {"candidates"}
    if not tables:
        assert tomllib.loads(text) or not text.strip()
    elif people or "candidates.toml" in text:
        assert read_candidates_settings(text)
    else:
        assert read_settings(text)


def commanded(given: str) -> None:
    """Let the parser of a verb take what is given; what a reader is to fill in is left out."""
    verb, *arguments = shlex.split(given)
    if "…" not in given:
        Parser.of(verb, importlib.import_module(f"careers.cli.{verb}")).read(arguments)


@pytest.mark.parametrize(
    "page", sorted(DOCS.rglob("*.md")), ids=lambda p: p.relative_to(DOCS).as_posix()
)
def test_links_lead_somewhere(page: Path) -> None:
    """To a page, a file or a folder of this repository."""
    text = _CODE.sub("", page.read_text("utf-8"))
    assert not [link for link in _LINK.findall(text) if not (page.parent / link).exists()]


HREF = re.compile(r'(?:href|src)="(?!https?:|mailto:|data:|#)([^"#?]+)')


def test_it_is_built(tmp_path: Path) -> None:
    """With no complaint, with a search, nothing of other hosts; no link leads out of it."""
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    for name in ("docs", "schemas", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    program = str(ROOT / "tools" / "documentation.py")
    done = subprocess.run(
        [sys.executable, program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "_docs"
    page = (site / "adopt.html").read_text("utf-8")
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?:fonts|cdn|unpkg)[^"]*"', page)
    assert list(site.rglob("search*"))
    pages = {path.stem for path in DOCS.glob("*.md")} - {"README"}
    assert pages < {path.stem for path in site.glob("*.html")}
    # The page for what is not found is shown wherever that was.
    for path in set(site.rglob("*.html")) - {site / "404.html"}:
        shown = re.sub(r"<code.*?</code>", "", path.read_text("utf-8"), flags=re.DOTALL)
        for link in set(HREF.findall(shown)) - {"…", "&"}:
            target = (path.parent / link).resolve()
            assert target.is_relative_to(site), (path.name, link)
            assert target.exists(), (path.name, link)
