"""What a run installs and starts before its first line, against what it installed at f8b1c7f.

From a checkout and an empty environment, every cache empty, as action.yml does it: an environment,
uv by pip, the lock of the use, the verb until it has said something. The peer is pip with the one
lock that there was, into an environment that is there already.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench._clock import seconds, usual
from careers.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
OLD = "f8b1c7f:requirements.txt"
ROUNDS = 2
REPOSITORY = "example-tools/candidates"
BARS = {"move": 0.1, "validate": 0.2}


def main() -> None:
    """Print a line a verb; say so where the old lock cannot be had."""
    lock = subprocess.run(
        ["git", "show", OLD],  # noqa: S607 - the git that is there
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if lock.returncode:
        print(f"from checkout to the first line: skipped, for git has no {OLD} (a shallow clone?)")
        return
    took: dict[str, list[float]] = {"pip": [], "move": [], "validate": []}
    for _ in range(ROUNDS):
        took["pip"].append(with_pip(lock.stdout))
        took["move"].append(move())
        took["validate"].append(validate())
    best = {name: min(times) for name, times in took.items()}
    for name, bar in BARS.items():
        ratio = best[name] / best["pip"]
        verdict = "" if ratio <= bar else "  OVER THE BAR"
        print(
            f"{f'checkout to first line, {name}':32} {best[name]:7.2f}s  {best['pip']:7.2f}s  "
            f"{ratio:5.3f}  {bar:4.1f}  pip with the lock of {OLD[:7]}{verdict}"
        )


@contextmanager
def empty() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder, and an environment whose caches are empty."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        caches = {"PIP_NO_CACHE_DIR": "1", "UV_CACHE_DIR": str(folder / "cache")}
        yield folder, usual() | caches


def with_pip(lock: str) -> float:
    """The old way: pip and everything."""
    with empty() as (folder, environment):
        venv.create(folder / "venv")
        (folder / "requirements.txt").write_text(lock, encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "--python", str(folder / "venv/bin/python"), "install"]
        options = ["--quiet", "--disable-pip-version-check", "--require-hashes"]
        command = [*pip, *options, "-r", str(folder / "requirements.txt")]
        return seconds(command, environment=environment)


def validate() -> float:
    """A pull request's run: the lock of the site, one posting."""
    posting = str(ROOT / "postings" / "developer-product-manager.md")
    with empty() as (folder, environment):
        return run(folder, "site", ["validate.py", posting], environment)


def move() -> float:
    """A candidate's run: the base, and an issue that it reads and finds to be nobody's."""
    with Sandbox() as github, empty() as (folder, environment):
        github.add_repository(REPOSITORY, private=True)
        github.add_user("rita", token="t-rita")
        github.grant("rita", REPOSITORY, "write")
        asked = {"title": "Not a candidate", "labels": ["stage:applied"]}
        event = folder / "event.json"
        event.write_text(json.dumps(labelled(opened(github.url, asked))), encoding="utf-8")
        given = {
            "GITHUB_API_URL": github.url,
            "GITHUB_TOKEN": "t-rita",
            "GITHUB_REPOSITORY": REPOSITORY,
            "CAREERS_CANDIDATES": REPOSITORY,
            "CAREERS_KEY": "a key of nobody's, long enough",
        }
        command = ["move.py", "--event", str(event), "--event-name", "issues"]
        return run(folder, "base", command, environment | given)


def opened(url: str, asked: dict[str, Any]) -> dict[str, Any]:
    """An issue that rita opens."""
    request = urllib.request.Request(  # noqa: S310 - the sandbox
        f"{url}/repos/{REPOSITORY}/issues",
        json.dumps(asked).encode(),
        {"Authorization": "token t-rita", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the sandbox
        made: dict[str, Any] = json.load(answer)
        return made


def labelled(issue: dict[str, Any]) -> dict[str, Any]:
    """The event of its label."""
    rita = {"login": "rita", "type": "User"}
    return {
        "action": "labeled",
        "issue": issue,
        "label": issue["labels"][0],
        "sender": rita,
        "repository": {"full_name": REPOSITORY},
    }


def run(folder: Path, use: str, command: list[str], environment: dict[str, str]) -> float:
    """Install the lock of a use, start a script, and wait for the first line that it says."""
    there = folder / "careers"
    install = [sys.executable, str(ROOT / "requirements/install.py"), str(there), use]
    took = seconds(install, environment=environment)
    script = [str(there / "bin/python"), str(ROOT / "scripts" / command[0]), *command[1:]]
    start = time.perf_counter()
    with subprocess.Popen(
        script,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        said = process.stdout.readline() if process.stdout else ""
        took += time.perf_counter() - start
        rest = process.communicate()[0]
    if process.returncode not in (0, 1) or not said or "Traceback" in said:
        sys.exit(f"{command[0]} failed ({process.returncode}):\n{said}{rest}")
    return took
