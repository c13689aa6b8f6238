"""Drives the pipeline: people's acts, events lost, doubled and reordered, runs cut off."""

from __future__ import annotations

import atexit
import json
import os
import random
import re
import tempfile
from collections import Counter
from datetime import timedelta
from email.utils import parseaddr
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from candidates.company import ADA, KEY, KEYS, POSTING, REPOSITORY, candidates_of
from candidates.letters import Clock, switch_on
from careers import cli
from careers.hiring.correspondence.tags import tagged_number
from careers.hiring.explaining import note_of
from careers.hiring.hashes import person_hash
from careers.hiring.labels.names import stage_label
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import LetterState
from careers.process import TERMINAL
from careers.sandbox import Event, Sandbox
from mail_server import PASSWORD, MailOffice, make_certificate


@cache
def certificate_of_the_machine() -> Path:
    """One for all examples."""
    return make_certificate(Path(tempfile.mkdtemp()))


@cache
def mail_office() -> MailOffice:
    """One server for all examples."""
    office = MailOffice(certificate_of_the_machine().parent)
    office.start()
    atexit.register(office.stop)
    return office


BOT, RITA, OTTO = "careers-bot[bot]", "rita", "otto"
STAGES = ("applied", "phone-screen", "case-study", "offer")
NAMES = ("Ada Example", "Bo Example", "ADA ÉXAMPLE")
MAILS = ("ada@example.com", "bo@example.com")
COMMANDS = (
    "/advance",
    "/stage applied",
    "/stage offer",
    "/reject skills",
    "/withdraw",
    "/hired",
    "/offer accepted\n/hired",
    "/hire anyway they wait",
    "/interview Wed 14:00 UTC @rita",
    "/interview off",
    "/offer declined",
    "/undo",
    "/take",
    "/assign @otto",
    "/next tomorrow read it",
    "/hold +3d",
    "/hold off",
    "/help",
    "/reply\nHello,\n\nwe are still here.",
    "/reply still-deciding",
    "/split",
    "**/advance**",
    "/advance /hire",
    "/letter now",
    "/letter off",
    "/advance\n/next Wed call\n/take",
    "/advance\n/next soon",
    "/advnce",
    "Nice! /hire",
    "talk",
)
MINE, THEIRS = "NOTE-OF-THE-TEAM", "urgent"


class Pipeline(RuleBasedStateMachine):
    """One repository; what must hold is held whenever nothing is on its way any more."""

    events_seen = 0
    letters_sent = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.there = Path(self.folder.name)
        (self.there / "postings").mkdir()
        text = POSTING.format(title="Engineer", status="open")
        (self.there / "postings/engineer.md").write_text(text, "utf-8")
        self.before = dict(os.environ), Path.cwd()
        self.github = Sandbox()
        self.github.add_repository(REPOSITORY, private=True)
        for login, kind, role in (
            (BOT, "Bot", "write"),
            (RITA, "User", "write"),
            (OTTO, "User", "read"),
        ):
            self.github.add_user(login, token=f"t-{login}", type=kind)
            self.github.grant(login, REPOSITORY, role)
        os.environ |= {
            "GITHUB_API_URL": self.github.url,
            "GITHUB_TOKEN": f"t-{BOT}",
            "CAREERS_KEY": KEY,
            "CAREERS_CANDIDATES": REPOSITORY,
        }
        os.chdir(self.there)
        self.patch = pytest.MonkeyPatch()
        self.clock = Clock(self.patch, self.github)
        self._letters_on()
        self.waiting: list[Event] = []
        self.sent: set[str] = set()
        self.wish: dict[int, str] = {}
        self.known: dict[int, Record] = {}
        self.marked: set[int] = set()
        self.mended: dict[int, int] = {}
        self.sound = True

    def _letters_on(self) -> None:
        """The company sends letters, by a mail server that takes all."""
        office = mail_office()
        office.post.taken.clear()
        self.post = office.post
        (self.there / "careers.toml").write_text("", "utf-8")
        switch_on(self.there, office)
        os.environ |= {
            "GITHUB_ACTIONS": "true",
            "CAREERS_SMTP_PASSWORD": PASSWORD,
            "SSL_CERT_FILE": str(certificate_of_the_machine()),
        }

    def teardown(self) -> None:
        """Bring all to rest, and look."""
        try:
            self.settle()
            self.holds()
        finally:
            type(self).letters_sent += len(self.post.taken)
            self.patch.undo()
            self.github.close()
            os.chdir(self.before[1])
            os.environ.clear()
            os.environ.update(self.before[0])
            self.folder.cleanup()

    def _candidates(self) -> list[int]:
        found = []
        for issue in candidates_of(self.github):
            record = read_record(issue["body"], issue["number"], KEYS)
            if record and not record.duplicate_of:
                found.append(issue["number"])
        return found

    def _pick(self, which: int) -> int:
        known = self._candidates()
        return known[which % len(known)]

    def _run(self, verb: str, *arguments: str) -> None:
        """Run it until it can: what was cut off is taken up."""
        for _ in range(12):
            status = cli.run(verb, [*arguments])
            if status == 0:
                return
        raise AssertionError(f"{verb} ended with {status}")

    def _collect(self) -> None:
        for event in self.github.take_events():
            if event.name in {"issues", "issue_comment"}:
                type(self).events_seen += 1
                if event.payload["sender"]["login"] != BOT:
                    self.waiting.append(event)

    @rule(mail=st.sampled_from(MAILS), name=st.sampled_from(NAMES), letter=st.integers(0, 2))
    def apply(self, mail: str, name: str, letter: int) -> None:
        """Somebody applies, perhaps again."""
        message = f"letter-{letter}-of-{NAMES.index(name)}-{MAILS.index(mail)}"
        file = self.there / "application.json"
        sent = {**ADA, "email": mail, "name": name, "message": message}
        file.write_text(json.dumps(sent), "utf-8")
        self._run("intake", "--application", str(file))
        self.sent.add(message)
        self.sound = False
        self._collect()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), stage=st.sampled_from((*STAGES, *TERMINAL, "party")))
    def label(self, which: int, stage: str) -> None:
        """A stage label is set."""
        number = self._pick(which)
        names = [x["name"] for x in self.github.issue(REPOSITORY, number)["labels"]]
        if stage_label(stage) not in names:
            self.github.act(RITA).add_label(REPOSITORY, number, stage_label(stage))
            if stage not in {"party", "hired"}:
                self.wish[number] = stage
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9))
    def unlabel(self, which: int) -> None:
        """All stage labels are taken off."""
        number = self._pick(which)
        for label in self.github.issue(REPOSITORY, number)["labels"]:
            if label["name"].startswith("stage:"):
                self.github.act(RITA).remove_label(REPOSITORY, number, label["name"])
        self.wish.pop(number, None)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(
        which=st.integers(0, 9), text=st.sampled_from(COMMANDS), who=st.sampled_from((RITA, OTTO))
    )
    def comment(self, which: int, text: str, who: str) -> None:
        """Somebody comments."""
        number = self._pick(which)
        self.github.act(who).comment(REPOSITORY, number, text)
        if who == RITA:
            self.wish.pop(number, None)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), text=st.sampled_from(COMMANDS))
    def mend(self, which: int, text: str) -> None:
        """Somebody mends what they wrote, once it was answered."""
        number = self._pick(which)
        said = self.github.act(RITA).comment(REPOSITORY, number, "/stge offer")
        self.settle()
        self.github.act(RITA).edit_comment(REPOSITORY, said, text)
        self.mended[said] = number
        self.wish.pop(number, None)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), boxes=st.lists(st.integers(0, 9), min_size=1, max_size=3))
    def tick(self, which: int, boxes: list[int]) -> None:
        """Boxes of the text are ticked in one edit."""
        number = self._pick(which)
        body = self.github.issue(REPOSITORY, number)["body"]
        offered = re.findall(r"^- \[ \] <!-- do:.*? -->", body, re.MULTILINE)
        for box in {offered[n % len(offered)] for n in boxes} if offered else ():
            body = body.replace(box, box.replace("[ ]", "[x]"), 1)
        self.github.act(RITA).edit(REPOSITORY, number, body=body)
        self.wish.pop(number, None)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), on=st.booleans())
    def hold(self, which: int, *, on: bool) -> None:
        """The label ``hold`` is set or taken off by hand."""
        number = self._pick(which)
        names = [label["name"] for label in self.github.issue(REPOSITORY, number)["labels"]]
        if on and "hold" not in names:
            self.github.act(RITA).add_label(REPOSITORY, number, "hold")
        elif not on and "hold" in names:
            self.github.act(RITA).remove_label(REPOSITORY, number, "hold")
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), close=st.booleans())
    def close(self, which: int, *, close: bool) -> None:
        """The issue is closed or reopened by hand."""
        number, rita = self._pick(which), self.github.act(RITA)
        (rita.close if close else rita.reopen)(REPOSITORY, number)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9), how=st.sampled_from(("notes", "damage", "older")))
    def edit(self, which: int, how: str) -> None:
        """The text is edited: notes, a record damaged, or the first text put back."""
        number = self._pick(which)
        body = self.github.issue(REPOSITORY, number)["body"]
        if how == "notes" and MINE not in body:
            body = body.replace("### Notes", f"### Notes\n\n{MINE}", 1)
            self.marked.add(number)
        elif how == "damage":
            body = re.sub(r'"stage":"[\w-]+"', '"stage":"hired"', body, count=1)
        self.github.act(RITA).edit(REPOSITORY, number, body=body)
        self._after()

    @precondition(lambda self: self._candidates())
    @rule(which=st.integers(0, 9))
    def others(self, which: int) -> None:
        """A label of the team's own, and an assignment."""
        number = self._pick(which)
        self.github.act(RITA).add_label(REPOSITORY, number, THEIRS)
        self.github.act(RITA).assign(REPOSITORY, number, RITA)
        self.marked.add(-number)
        self._after()

    def _after(self) -> None:
        self.github.wait(1)
        self.sound = False
        self._collect()

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

    def _deliver(self, event: Event) -> None:
        file = self.there / "event.json"
        file.write_text(json.dumps(event.payload), "utf-8")
        self._run("move", "--event", str(file), "--event-name", event.name)
        self._collect()

    @rule(days=st.integers(1, 4))
    def days_pass(self, days: int) -> None:
        """Letters that wait go, promises come due."""
        self.clock.forward(timedelta(days=days))
        self.sound = False

    @rule()
    def settle(self) -> None:
        """Everything that is on its way arrives, and ``tend`` makes up for what was lost."""
        for _ in range(8):
            if not self.waiting:
                break
            self._deliver(self.waiting.pop(0))
        self._run("tend")
        type(self).events_seen += len(self.github.take_events())
        self.waiting = []
        self.sound = True

    @invariant()
    def holds(self) -> None:
        """What must hold once all is at rest."""
        if not self.sound:
            return
        told = ""
        for issue in candidates_of(self.github):
            number, body = issue["number"], issue["body"]
            comments = self.github.comments(REPOSITORY, number)
            told += body + "".join(comment["body"] for comment in comments)
            record = read_record(body, number, KEYS)
            assert record is not None, f"#{number} was emptied"
            if record.duplicate_of:
                assert issue["state_reason"] == "duplicate"
            else:
                self._holds_for(issue, record)
        self._answered()
        self._written_to()
        assert all(f"> {message}" in told for message in self.sent), "a letter is gone"

    def _written_to(self) -> None:
        """No letter twice, none lost, none to the wrong person, none after a stop."""
        taken = Counter(str(mail["Message-ID"]) for _, mail in self.post.taken)
        sent: set[str] = set()
        for issue in candidates_of(self.github):
            record = read_record(issue["body"], issue["number"], KEYS)
            assert record is not None
            again = sum(entry.reason.endswith("sent again") for entry in record.history)
            for letter in record.letters:
                sent.add(letter.message_id)
                if letter.state is LetterState.SENT:
                    arrived = any("it arrived" in entry.reason for entry in record.history)
                    assert taken[letter.message_id] + arrived >= 1
                if letter.state.gone:
                    assert taken[letter.message_id] <= 1 + again
                else:
                    assert not taken[letter.message_id], f"{letter.kind} went, and was stopped"
        assert set(taken) <= sent, "a letter went that nobody knows"
        for to, mail in self.post.taken:
            number = tagged_number(parseaddr(mail["Reply-To"])[1], KEYS)
            body = self.github.issue(REPOSITORY, number or 0)["body"]
            known = read_record(body, number or 0, KEYS)
            assert known is not None
            assert person_hash(KEYS.current.hashing, to) in {known.person, *known.also}

    def _answered(self) -> None:
        """What was mended and done has no answer left that says it was not."""
        for said, number in self.mended.items():
            record = read_record(self.github.issue(REPOSITORY, number)["body"], number, KEYS)
            comments = self.github.comments(REPOSITORY, number)
            letters = record.letters if record else ()
            if any(x.comment == said and x.state is not LetterState.SENT for x in letters):
                continue  # it is answered once its letter went
            if record and record.was_spent(said):
                assert not [c for c in comments if c["body"].startswith(note_of(said))]
                (comment,) = (c for c in comments if c["id"] == said)
                assert (comment["reactions"]["confused"], comment["reactions"]["+1"]) == (0, 1)

    def _holds_for(self, issue: dict[str, Any], record: Record) -> None:
        number = issue["number"]
        names = [label["name"] for label in issue["labels"]]
        stages = [name for name in names if name.startswith("stage:")]
        assert stages == [stage_label(record.stage)], "one stage label, as the record says"
        assert record.history[-1].to == record.stage
        assert (issue["state"] == "closed") == (record.stage in TERMINAL)
        before = self.known.get(number)
        if before:
            assert record.sequence >= before.sequence
            assert record.history[: len(before.history)] == before.history, (
                "history is only added to"
            )
        self.known[number] = record
        if number in self.marked:
            assert MINE in issue["body"], "people's text is theirs"
        if -number in self.marked:
            assert THEIRS in names
        assigned = [person["login"] for person in issue["assignees"]]
        helping = {*([record.owner] if record.owner else []), *record.assigned}
        assert helping == {*assigned}, "whose move it is, and who helps"
        assert ("hold" in names) == (record.hold is not None)
        if record.stage in TERMINAL:
            assert record.hold is None
            assert record.next_step is None
        if wish := self.wish.pop(number, None):
            assert record.stage == wish, "the last wish wins"
