"""5,000 candidates and 60,000 events through the pipeline once: what docs/scale.md tells.

``python tests/bench/pipeline.py [CANDIDATES EVENTS]``; takes an hour, and is asked for by hand. It
says on its way where it is, and every 5,000 events whether all that must hold holds.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]

from candidates.company import KEY, KEYS, POSTING, REPOSITORY  # noqa: E402 - found above
from candidates.machine.wire import connect_directly  # noqa: E402
from careers import cli  # noqa: E402
from careers.hiring.labels.names import stage_label  # noqa: E402
from careers.hiring.record.block import read_record  # noqa: E402
from careers.process import TERMINAL  # noqa: E402
from careers.sandbox import Event, Sandbox  # noqa: E402

BOT, RITA = "careers-bot[bot]", "rita"
JOBS = 8
STAGES = ("phone-screen", "case-study", "offer", *TERMINAL)
ACTS = {"label": 45, "command": 25, "talk": 15, "letter": 8, "close": 4, "unlabel": 3}
DAYS = 365
SAID = 5_000


class Company:
    """A year of one company, in the sandbox's clock."""

    def __init__(self, folder: Path, candidates: int, events: int) -> None:
        self.folder, self.candidates, self.events = folder, candidates, events
        self.dice = random.Random(1)  # noqa: S311 - no secret
        self.github = Sandbox()
        self.cost: dict[str, Counter[int]] = defaultdict(Counter)
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.handled = 0

    def furnish(self) -> None:
        """Eight postings, a bot and a recruiter."""
        self.github.add_repository(REPOSITORY, private=True)
        for login, kind in ((BOT, "Bot"), (RITA, "User")):
            self.github.add_user(login, token=f"t-{login}", type=kind)
            self.github.grant(login, REPOSITORY, "write")
        (self.folder / "postings").mkdir()
        for job in range(JOBS):
            text = POSTING.format(title=f"Engineer {job}", status="open")
            (self.folder / f"postings/engineer-{job}.md").write_text(text, "utf-8")
        os.environ |= {
            "GITHUB_API_URL": self.github.url,
            "GITHUB_TOKEN": f"t-{BOT}",
            "CAREERS_KEY": KEY,
            "CAREERS_CANDIDATES": REPOSITORY,
        }
        os.chdir(self.folder)
        self.run("labels", "labels")

    def run(self, kind: str, verb: str, *arguments: str) -> None:
        """One run, counted: its requests and its seconds."""
        self.github.requests.clear()
        start = time.perf_counter()
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            status = cli.run(verb, [*arguments])
        if status:
            sys.exit(f"{verb} ended with {status}:\n{told.getvalue()}")
        self.seconds[kind] += time.perf_counter() - start
        self.cost[kind][len(self.github.requests)] += 1

    def apply(self, number: int, message: str, kind: str) -> None:
        """Candidate ``number`` sends a letter."""
        sent = {
            "posting": f"engineer-{number % JOBS}",
            "name": f"Person {number}",
            "email": f"person-{number}@example.com",
            "message": message,
        }
        file = self.folder / "application.json"
        file.write_text(json.dumps(sent), "utf-8")
        self.run(kind, "intake", "--application", str(file))

    def deliver(self, kind: str) -> None:
        """All that people did since, as Actions would start it."""
        for event in self.github.take_events():
            if event.name in {"issues", "issue_comment"}:
                self.handled += 1
                if event.payload["sender"]["login"] != BOT and _starts(event):
                    file = self.folder / "event.json"
                    file.write_text(json.dumps(event.payload), "utf-8")
                    self.run(kind, "move", "--event", str(file), "--event-name", event.name)

    def act(self, kind: str) -> None:
        """A person does something to somebody, and it is followed."""
        rita, number = self.github.act(RITA), self.dice.randint(1, self.candidates)
        self.github.wait(DAYS * 86_400 // self.events)
        if kind == "label":
            rita.add_label(REPOSITORY, number, stage_label(self.dice.choice(STAGES)))
        elif kind == "command":
            told = self.dice.choice(("/advance", "/stage offer", "/reject skills", "/withdraw"))
            rita.comment(REPOSITORY, number, told)
        elif kind == "talk":
            rita.comment(REPOSITORY, number, "A good call; let us hear what Bo says.")
        elif kind == "letter":
            self.apply(number, f"One thing more, {self.handled}.", "a letter more")
        elif kind == "close":
            rita.close(REPOSITORY, number)
        else:
            for label in self.github.issue(REPOSITORY, number)["labels"]:
                if label["name"].startswith("stage:"):
                    rita.remove_label(REPOSITORY, number, label["name"])
        self.deliver(kind)

    def look(self) -> Counter[str]:
        """Whether all that must hold holds, and where people stand."""
        found: Counter[str] = Counter()
        for issue in self.github.issues(REPOSITORY):
            record = read_record(issue["body"], issue["number"], KEYS)
            if record is None:
                continue
            names = [x["name"] for x in issue["labels"] if x["name"].startswith("stage:")]
            right = names == [stage_label(record.stage)]
            right &= (issue["state"] == "closed") == (record.stage in TERMINAL)
            found["right" if right else "wrong"] += 1
            found["longest text"] = max(found["longest text"], len(issue["body"]))
        return found


def _starts(event: Event) -> bool:
    """What the workflow's condition lets through, in short."""
    if event.name == "issue_comment":
        return bool(event.payload["comment"]["body"].startswith("/"))
    label = event.payload.get("label") or {}
    return event.payload["action"] in {"closed", "reopened"} or label.get("name", "").startswith(
        "stage:"
    )


def main() -> None:
    """Print a table of costs."""
    counts = [int(text) for text in sys.argv[1:]] or [5_000, 60_000]
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        company = Company(Path(folder), *counts)
        connect_directly(patch, company.github)
        company.furnish()
        for number in range(1, company.candidates + 1):
            company.apply(number, f"Letter {number}. " * 40, "an application")
            company.github.take_events()
            company.handled += 1
            if not number % 500:
                _say(f"{number} applications, {_memory()} MB with the sandbox")
        told = company.handled
        while company.handled < company.events:
            company.act(company.dice.choices([*ACTS], [*ACTS.values()])[0])
            if company.handled - told >= SAID:
                told = company.handled
                found = dict(company.look())
                _say(f"{told} events, {found}, {_memory()} MB with the sandbox")
        company.run("tend, all of them", "tend")
        company.run("tend, once more", "tend")
        for kind, cost in company.cost.items():
            runs = cost.total()
            mean = 1_000 * company.seconds[kind] / runs
            _say(f"{kind}: {runs} runs, requests {dict(sorted(cost.items()))}, {mean:.0f} ms")
        _say(f"{company.handled} events; {dict(company.look())}")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
