"""A throw-away git repository with postings, and the scripts run in it as Actions would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from careers import cli

SCRIPTS = Path(__file__).parents[1] / "scripts"
CAREERS = "example-tools/careers"
FORK = "someone/careers"
KEPT = ("PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")
IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (
        ("NAME", "Rita Example"),
        ("EMAIL", "rita@example.com"),
        ("DATE", "2026-06-01T10:00:00Z"),
    )
}

POSTING = """---
title: {title}
status: open
posted: 2026-03-02
team: Quality
employment: full-time
workplace: on-site
locations: Lisbon, PT
salary: {{min: 60000, max: 70000, currency: EUR}}
apply: https://example.com/apply
---

# {title}

## About the role

You test what we make, every day, with people who listen.

## Qualifications

- Patience.

## Interview process

1. You [apply here](https://example.com/apply).
2. **Phone screen:** We call you.
3. **Case study:** We send you one.
4. **Offer:** We make you one.

We hire people of every background.
"""


@dataclass
class Done:
    """What a script printed, and its exit status."""

    status: int
    out: str
    err: str


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


class Repo:
    """A repository in ``folder`` with one commit on ``main``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.environment |= IDENTITY | {"PYTHONUTF8": "1", "GIT_CONFIG_GLOBAL": os.devnull}
        self.environment["CHROME_PATH"] = ""  # pictures are taken where a test is about them
        self.git("init", "--quiet", "--initial-branch", "main")
        self.write("postings/tester.md", POSTING.format(title="Tester"))
        self.write("postings/cook.md", POSTING.format(title="Cook"))
        self.base = self.commit()

    def git(self, *arguments: str) -> str:
        """Run git; what it printed."""
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - the git of whoever runs the tests
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file, where it stands."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def commit(self) -> str:
        """Commit all there is; the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")
        return self.git("rev-parse", "HEAD")

    def run(self, verb: str, *arguments: str, **environment: str) -> Done:
        """Run what ``scripts/VERB.py`` runs, here; a process of its own would take a second."""
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
        with (
            chdir(self.folder),
            patch.dict(os.environ, self.environment | environment, clear=True),
            patch.object(sys, "stdin", TextIOWrapper(BytesIO(), encoding="utf-8")),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                status = cli.run(verb, arguments)
            except SystemExit as stopped:  # the arguments are wrong
                status = int(stopped.code or 0)
        return Done(status, _written(out), _written(err))

    def event(self, name: str, payload: dict[str, Any]) -> dict[str, str]:
        """The environment of an event; its file lies beside the repository."""
        path = self.folder.with_name(f"{self.folder.name}-{name}.json")
        path.write_text(json.dumps(payload), encoding="utf-8")
        return {"GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(path)}

    def pull_request(self, number: int, head: str, repository: str = CAREERS) -> dict[str, str]:
        """The environment of a pull request against ``main``."""
        sides = {
            "base": {"sha": self.base, "repo": {"full_name": CAREERS}},
            "head": {"sha": head, "repo": {"full_name": repository}},
        }
        return self.event("pull_request", {"number": number, "pull_request": sides})
