"""The company that the machine plays: a repository, its people, letters, a board, scorecards."""

from __future__ import annotations

import atexit
import json
import os
import random
import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from candidates.company import KEY, KEYS, POSTING, REPOSITORY, candidates_of
from candidates.letters import Clock, switch_on
from candidates.machine.wire import connect_directly
from careers import cli
from careers.github.answers import issue_of
from careers.hiring.forgetting.erased import read_erased
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.process import TERMINAL
from careers.sandbox import Event, Sandbox
from mail_server import PASSWORD, MailOffice, make_certificate

BOT = "careers-bot[bot]"
RITA, TINA, INES, MIRA, OTTO = "rita", "tina", "ines", "mira", "otto"
ROLES = {BOT: "write", RITA: "write", TINA: "triage", INES: "admin", MIRA: "write", OTTO: "read"}
STAGES = ("applied", "phone-screen", "case-study", "offer")
KEPT_DAYS = 40
SETTINGS = f"""
[retention]
warn = 10
[retention.place.elsewhere]
most = {KEPT_DAYS}
[stage.case-study]
interviewers = ["{MIRA}"]
scorecard = ["Finds the cause"]
[fields]
stage = {{stage}}
due = {{due}}
since = {{since}}
reason = {{reason}}
"""
Json = dict[str, Any]


@cache
def certificate() -> Path:
    """One for all examples."""
    return make_certificate(Path(tempfile.mkdtemp()))


@cache
def mail_office() -> MailOffice:
    """One mail server for all examples."""
    office = MailOffice(certificate().parent)
    office.start()
    atexit.register(office.stop)
    return office


class Company(RuleBasedStateMachine):
    """One repository, whose runs are started as Actions starts them: lost, doubled, cut off."""

    events_seen = 0
    letters_sent = 0
    erased_in_all = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.there = Path(self.folder.name)
        self.before = dict(os.environ), Path.cwd()
        self.github = Sandbox()
        self._furnish()
        os.chdir(self.there)
        self.patch = pytest.MonkeyPatch()
        self.clock = Clock(self.patch, self.github)
        connect_directly(self.patch, self.github)
        self.waiting: list[Event] = []
        self.sent: set[str] = set()
        self.wish: dict[int, str] = {}
        self.known: dict[int, Record] = {}
        self.first: dict[int, str] = {}
        self.erased: dict[int, Record] = {}
        self.deleted: set[int] = set()
        self.silent: set[int] = set()
        self.marked: set[int] = set()
        self.mended: dict[int, int] = {}
        self.sound = True
        self._candidates: list[int] | None = None

    def _furnish(self) -> None:
        self.github.add_repository(REPOSITORY, private=True)
        for login, role in ROLES.items():
            kind = "Bot" if login == BOT else "User"
            self.github.add_user(login, token=f"t-{login}", type=kind)
            self.github.grant(login, REPOSITORY, role)
        options = {"Stage": (*STAGES, *TERMINAL), "Reason": ("skills", "filled", "other")}
        self.fields = {
            name.casefold(): self.github.add_field(REPOSITORY, name, kind, *options.get(name, ()))
            for name, kind in (
                ("Stage", "single_select"),
                ("Due", "date"),
                ("Since", "date"),
                ("Reason", "single_select"),
            )
        }
        (self.there / "postings").mkdir()
        for slug in ("engineer", "designer"):
            text = POSTING.format(title=slug.capitalize(), status="open")
            (self.there / f"postings/{slug}.md").write_text(text, "utf-8")
        told = f"[privacy.keep]\nelsewhere = {KEPT_DAYS}\n"
        (self.there / "careers.toml").write_text(told, "utf-8")
        office = mail_office()
        office.post.taken.clear()
        office.post.faults.clear()
        self.post = office.post
        switch_on(self.there, office, more=SETTINGS.format_map(self.fields))
        os.environ |= {
            "GITHUB_API_URL": self.github.url,
            "GITHUB_TOKEN": f"t-{BOT}",
            "CAREERS_KEY": KEY,
            "CAREERS_CANDIDATES": REPOSITORY,
            "GITHUB_ACTIONS": "true",
            "CAREERS_SMTP_PASSWORD": PASSWORD,
            "SSL_CERT_FILE": str(certificate()),
        }

    def teardown(self) -> None:
        """Bring all to rest, and look."""
        try:
            self.post.faults.clear()
            self.settle()
            self.holds()
            self.come_to_rest()
        finally:
            type(self).letters_sent += len(self.post.taken)
            type(self).erased_in_all += len(self.erased)
            self.patch.undo()
            self.github.close()
            os.chdir(self.before[1])
            os.environ.clear()
            os.environ.update(self.before[0])
            self.folder.cleanup()

    def holds(self) -> None:
        """What must hold at rest."""

    def come_to_rest(self) -> None:
        """What must hold once days have passed, too."""

    # What is there.

    def standing(self) -> dict[int, tuple[Json, Record]]:
        """The candidates' issues that hold a record, those joined to another too."""
        found = {}
        for issue in candidates_of(self.github):
            # GitHub's editor writes CRLF, which is no change.
            issue["body"] = issue["body"].replace("\r\n", "\n")
            record = read_record(issue["body"], issue["number"], KEYS)
            if record:
                found[issue["number"]] = issue, record
        return found

    def candidates(self) -> list[int]:
        """Those who are no duplicates, as of the last time that anything was done."""
        if self._candidates is None:
            known = self.standing().items()
            self._candidates = [n for n, (_, record) in known if not record.duplicate_of]
        return self._candidates

    def pick(self, which: int) -> int:
        """One of them."""
        known = self.candidates()
        return known[which % len(known)]

    def body(self, number: int) -> str:
        """The text of an issue."""
        return str(self.github.issue(REPOSITORY, number)["body"]).replace("\r\n", "\n")

    def text_of(self, number: int) -> str:
        """All that an issue says."""
        said = self.github.comments(REPOSITORY, number)
        return self.body(number) + "".join(comment["body"] for comment in said)

    def labels_of(self, number: int) -> list[str]:
        """The names of an issue's labels."""
        return [label["name"] for label in self.github.issue(REPOSITORY, number)["labels"]]

    # What runs.

    def run(self, verb: str, *arguments: str) -> None:
        """Run it until it can: what was cut off is taken up."""
        self._candidates = None
        for _ in range(12):
            if (status := cli.run(verb, [*arguments])) == 0:
                return
        raise AssertionError(f"{verb} ended with {status}")

    def tend(self) -> None:
        """The hourly run; whom it erases is looked at."""
        before = self.standing()
        texts = {number: self.text_of(number) for number in before}
        self.run("tend")
        for number, (issue, record) in before.items():
            if read_erased(issue_of(self.github.issue(REPOSITORY, number)), KEYS):
                self.forgotten(number, issue, record, texts[number])

    def forgotten(self, number: int, issue: Json, record: Record, text: str) -> None:
        """Somebody was erased: how they stood before."""

    def let_go(self, number: int, text: str) -> None:
        """What is no longer asked of an issue that is gone; ``text`` is what it said."""
        for kept in (self.wish, self.known, self.first):
            kept.pop(number, None)
        self.marked -= {number, -number}
        self.mended = {said: n for said, n in self.mended.items() if n != number}
        elsewhere = "".join(self.text_of(n) for n in self.standing())
        self.sent -= {m for m in self.sent if f"> {m}" in text and f"> {m}" not in elsewhere}

    def after(self) -> None:
        """Somebody did something."""
        self.github.wait(1)
        self._candidates = None
        self.sound = False
        self.collect()

    def collect(self) -> None:
        """Keep the events that a person caused: the bot's own start nothing."""
        for event in self.github.take_events():
            if event.name in {"issues", "issue_comment"}:
                type(self).events_seen += 1
                if event.payload["sender"]["login"] != BOT:
                    self.waiting.append(event)

    @rule(seed=st.integers(0, 2**16), cut=st.sampled_from(("", "cut", "cut-after", "error")))
    def deliver(self, seed: int, cut: str) -> None:
        """Events arrive: in any order, some twice, some of labels never, a run cut off."""
        dice = random.Random(seed)  # noqa: S311 - no secret
        arriving, self.waiting = self.waiting, []
        dice.shuffle(arriving)
        for event in arriving:
            lost = event.name == "issues" and dice.random() < 0.2
            for _ in range(0 if lost else dice.choice((1, 1, 2))):
                if cut:
                    self.github.fail(at=dice.randint(1, 7), how=cut)  # type: ignore[arg-type]
                self._deliver(event)

    @rule(seed=st.integers(0, 2**16))
    def deliver_all(self, seed: int) -> None:
        """Events arrive, and no run is cut off."""
        self.deliver(seed, "")

    def _deliver(self, event: Event) -> None:
        file = self.there / "event.json"
        file.write_text(json.dumps(event.payload), "utf-8")
        self.run("move", "--event", str(file), "--event-name", event.name)
        self.collect()

    @rule()
    def rest(self) -> None:
        """As ``settle``: a rule that stands twice is chosen twice as often."""
        self.settle()

    @rule()
    def settle(self) -> None:
        """Much of what is on its way arrives, and an hour later ``tend`` does what was lost."""
        for _ in range(8):
            if not self.waiting:
                break
            self._deliver(self.waiting.pop(0))
        self.clock.forward(timedelta(hours=1))
        self.tend()
        type(self).events_seen += len(self.github.take_events())
        self.waiting = []
        self.sound = True
