"""What a company's two repositories hold at first, out of ``templates/repository``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from careers.files.new_posting import render
from careers.files.package_data import shipped
from careers.settings import Settings

CAREERS, CANDIDATES = "careers", "candidates"
_SHIPPED = shipped("repository")
_ENDING = ".j2"
_NAMES = {"gitignore": ".gitignore"}
_SWITCH = re.compile(
    r"    # Set in the candidates' repository alone; .*\n    if: vars\.CAREERS_REPOSITORY != ''\n"
)
_ACTION, _POSTINGS = "CAREERS_ACTION", "CAREERS_REPOSITORY_NAME"


def thin(workflow: str) -> str:
    """One of this repository's workflows as a company's calls the action: at a pinned commit."""
    postings = "${{ vars.CAREERS_REPOSITORY || github.repository }}"
    # Where both are one repository a variable tells which workflows are on; here they are apart.
    workflow = _SWITCH.sub("", workflow)
    return workflow.replace("uses: ./\n", f"uses: {_ACTION}\n").replace(postings, _POSTINGS)


def workflows(
    part: str, action: str, postings: str, texts: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The workflows of one repository, by file name; ``texts`` are those of another version."""
    folder = _SHIPPED / part / ".github" / "workflows"
    found = texts or {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.yml"))}
    return {name: _called(text, action, postings) for name, text in found.items()}


def _called(text: str, action: str, postings: str) -> str:
    return text.replace(_ACTION, action).replace(_POSTINGS, postings)


def company_files(values: Mapping[str, Any], action: str) -> Iterator[tuple[str, str]]:
    """The files of both, as (path, text), each below its repository's own folder.

    ``values`` are company, home, site, careers, candidates, contact and docs, and what
    ``hosting.board`` says of the organisation's issues; ``action`` is OWNER/NAME@COMMIT, with what
    version that is as a comment.
    """
    # TOML and Markdown are no HTML; what a value holds is quoted by the filter.
    environment = Environment(  # noqa: S701 - as said
        loader=FileSystemLoader(_SHIPPED),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["toml"] = lambda value: json.dumps(value, ensure_ascii=False)
    for part in (CAREERS, CANDIDATES):
        for path in sorted((_SHIPPED / part).rglob("*")):
            if path.is_dir():
                continue
            name = path.relative_to(_SHIPPED).as_posix()
            if path.suffix == _ENDING:
                name, text = (
                    name.removesuffix(_ENDING),
                    environment.get_template(name).render(values),
                )
                parent, _, last = name.rpartition("/")
                name = f"{parent}/{_NAMES.get(last, last)}"
            else:
                text = _called(path.read_text("utf-8"), action, values["careers"])
            yield name, text
    yield f"{CAREERS}/postings/first-job.md", _posting()


def _posting() -> str:
    fields = {"title": "First Job", "status": "draft"}
    return render(fields, list(Settings().sections), apply="")
