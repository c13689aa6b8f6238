"""What an application, a label, a command and ``tend`` cost beside 250, 3,000 and 10,000 issues.

``python tests/bench/bounds.py [ISSUES ...]``: each run is a process of its own, as in Actions; its
requests are counted by the sandbox, its memory by the kernel. Prints what docs/scale.md tells.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]

from candidates.company import ADA, KEY, POSTING, REPOSITORY  # noqa: E402 - found above
from candidates.crowds import BOT, crowd  # noqa: E402
from careers.sandbox import Sandbox  # noqa: E402

RITA = "rita"
# What a child has used by its parent's count holds what the parent had when it was forked.
MEASURED = """
import atexit, re, runpy, sys
most, sys.argv = sys.argv[1], sys.argv[2:]
status = lambda: re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]
atexit.register(lambda: open(most, "w").write(status()))
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True)
class Cost:
    """Of one run: requests, seconds, and the most memory its process had, in MB."""

    requests: int
    seconds: float
    memory: int


class Company:
    """One posting, so many candidates, and its scripts as processes."""

    def __init__(self, folder: Path, github: Sandbox) -> None:
        self.folder, self.github = folder, github
        github.add_repository(REPOSITORY, private=True)
        for login, kind in ((BOT, "Bot"), (RITA, "User")):
            github.add_user(login, token=f"t-{login}", type=kind)
            github.grant(login, REPOSITORY, "write")
        (folder / "postings").mkdir()
        text = POSTING.format(title="Engineer", status="open")
        (folder / "postings/engineer.md").write_text(text, "utf-8")
        self.env = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "scripts"),
            "GITHUB_API_URL": github.url,
            "GITHUB_TOKEN": f"t-{BOT}",
            "CAREERS_KEY": KEY,
            "CAREERS_CANDIDATES": REPOSITORY,
        }

    def run(self, verb: str, *arguments: str) -> Cost:
        """One run, as a process."""
        self.github.requests.clear()
        start = time.perf_counter()
        script, most = str(ROOT / "scripts" / f"{verb}.py"), self.folder / "memory"
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, str(most), script, *arguments],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{verb} ended with {done.returncode}")
        seconds = time.perf_counter() - start
        return Cost(len(self.github.requests), seconds, int(most.read_text()) // 1024)

    def apply(self, **changes: str) -> Cost:
        """Ada's application."""
        file = self.folder / "application.json"
        file.write_text(json.dumps({**ADA, **changes}), "utf-8")
        return self.run("intake", "--application", str(file))

    def follow(self, act: Callable[[], object]) -> Cost:
        """The run of ``move`` for the last thing that a person did."""
        self.github.take_events()
        act()
        event = self.github.take_events()[-1]
        file = self.folder / "event.json"
        file.write_text(json.dumps(event.payload), "utf-8")
        return self.run("move", "--event", str(file), "--event-name", event.name)


def costs(count: int) -> Iterator[tuple[str, Cost]]:
    """What each kind of run takes beside so many issues."""
    with tempfile.TemporaryDirectory() as folder, Sandbox() as github:
        company = Company(Path(folder), github)
        company.run("labels")
        crowd(github, count)
        rita, ada = github.act(RITA), count + 1
        yield "an application", company.apply()
        yield "the same again", company.apply()
        yield "a letter more", company.apply(message="More")
        yield "a label", company.follow(lambda: rita.add_label(REPOSITORY, ada, "stage:offer"))
        yield "a command", company.follow(lambda: rita.comment(REPOSITORY, ada, "/reject skills"))
        yield "nothing to do", company.follow(lambda: rita.add_label(REPOSITORY, ada, "urgent"))
        yield "talk", company.follow(lambda: rita.comment(REPOSITORY, ada, "A good call."))
        yield "`tend`, the first", company.run("tend")
        yield "`tend`, an hour later", company.run("tend")


def main() -> None:
    """Print a line for each run."""
    for count in [int(text) for text in sys.argv[1:]] or [250, 3_000, 10_000]:
        for kind, c in costs(count):
            cells = f"{count:,} | {c.requests} | {c.seconds:.1f} s | {c.memory} MB"
            sys.stdout.write(f"| {kind} | {cells} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
