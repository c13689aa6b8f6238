"""A workflow that moves candidates waits for nothing that it does not use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from candidates.company import ADA, REPOSITORY, ROOT, Run

HEAVY = {
    "PIL", "babel", "codespell_lib", "graphql", "lxml", "nh3", "orjson", "pagefind",
    "resvg_py", "rich", "watchfiles", "werkzeug",
}  # fmt: skip
ROOMS = {"careers.build", "careers.checks", "careers.sandbox", "careers.site", "careers.web"}


@pytest.mark.parametrize("verb", ["labels", "intake", "move"])
def test_what_a_candidates_workflow_loads(apply: Run, company: Path, verb: str) -> None:
    """PyGithub, Jinja2, pydantic, PyYAML, markdown-it-py, email-validator, in a run that writes."""
    assert apply() == 0
    (company / "application.json").write_text(json.dumps({**ADA, "posting": "designer"}), "utf-8")
    event = {
        "action": "created",
        "issue": {"number": 1},
        "sender": {"login": "rita"},
        "comment": {"id": 5, "body": "/advance"},
        "repository": {"full_name": REPOSITORY},
    }
    (company / "event.json").write_text(json.dumps(event), "utf-8")
    arguments = {
        "labels": [],
        "intake": ["--application", "application.json"],
        "move": ["--event", "event.json", "--event-name", "issue_comment"],
    }
    done = subprocess.run(
        [sys.executable, "-X", "importtime", str(ROOT / f"scripts/{verb}.py"), *arguments[verb]],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    loaded = [line.rpartition("|")[2].strip() for line in lines]
    assert "careers.github.client" in loaded
    assert not HEAVY & {name.split(".")[0] for name in loaded}
    assert not ROOMS & {".".join(name.split(".")[:2]) for name in loaded}
