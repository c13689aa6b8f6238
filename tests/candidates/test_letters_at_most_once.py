"""Letters with faults at each step of SMTP and at any request: 200 here, 1,000 in ``make fuzz``.

In companies of 25: a run looks at all that there are, so one company would take far longer.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import timedelta
from typing import Literal

import pytest

from candidates.company import KEYS, REPOSITORY
from candidates.letters import Clock
from candidates.machine.wire import connect_directly
from careers import cli
from careers.application import Application
from careers.cli.support import candidates as _candidates
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.hashes import person_hash
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.labels.names import bucket_label, stage_label
from careers.hiring.outbox.queueing import queued
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import LetterState
from careers.sandbox import Sandbox
from mail_server import Fault, MailOffice

COUNT = int(os.environ.get("CAREERS_LETTERS", "200"))
EACH, RUNS = 25, 100
SURE = (("rcpt", "refuse"), ("dot", "take and drop"), ("data", "put off"))
"""What is met in each company, whatever the dice say."""
BEFORE = "2026-11-01T10:00:00Z"
BOT = "careers-bot[bot]"


def open_candidate(github: Sandbox, number: int, writer: IssueWriter) -> str:
    """A candidate to whom a letter is due, as intake and a command leave them; the address."""
    address = f"person-{number}@example.com"
    person = person_hash(KEYS.current.hashing, address)
    entries = (
        Entry(when=BEFORE, who="site", to="applied"),
        Entry(when=BEFORE, who="rita", start="applied", to="withdrawn"),
    )
    record = Record(
        issue=number,
        sequence=1,
        person=person,
        applications=(person,),
        posting="engineer",
        title="Engineer",
        stages=("applied", "phone-screen", "case-study", "offer"),
        stage="withdrawn",
        history=entries,
    )
    application = Application(posting="engineer", name=f"Person {number}", email=address)
    body = writer.new_body(queued(record, "withdrawn", asked=BEFORE), application, BEFORE).body
    labels = (stage_label("withdrawn"), "job:engineer", bucket_label(person))
    made = github.act(BOT).open_issue(REPOSITORY, f"Person {number} · Engineer", body, *labels)
    assert made == number
    github.act(BOT).close(REPOSITORY, number, "not_planned")
    return address


@pytest.mark.parametrize("company_number", range(COUNT // EACH))
def test_no_letter_goes_twice_and_none_is_lost(
    office: MailOffice,
    github: Sandbox,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    company_number: int,
) -> None:
    """Runs die, answers get lost, servers refuse: each goes once, or a person is asked."""
    connect_directly(monkeypatch, github)
    dice = random.Random(company_number)  # noqa: S311 - no secret
    writer = IssueWriter(load_candidate_templates(), KEYS)
    people = [open_candidate(github, number + 1, writer) for number in range(EACH)]
    office.post.dice, runs = dice, 0
    office.post.faults.extend(Fault(*each) for each in SURE)
    while LetterState.DUE in (left := set(states(github).values())) or LetterState.SENDING in left:
        assert runs < RUNS, "it comes to no end"
        # One attempt is a run that dies of the first answer that is lost.
        monkeypatch.setattr(_candidates, "ATTEMPTS", dice.choice((1, 3)))
        how: Literal["error", "cut", "cut-after"] = dice.choice(("error", "cut", "cut-after"))
        github.fail(at=dice.randint(3, 60), how=how)
        assert cli.run("tend", []) in {0, 2}
        clock.forward(timedelta(days=1))
        runs += 1
    taken = Counter(to for to, _ in office.post.taken)
    found = states(github)
    assert max(taken.values()) == 1, "a letter went twice"
    assert not set(taken) - set(people)
    for number, address in enumerate(people, 1):
        if found[number] is LetterState.SENT:
            assert taken[address] == 1, "said to be sent, and was not"
        elif found[number] is LetterState.STOPPED:
            assert taken[address] == 0, "said to be refused, and went"
        else:
            assert found[number] is LetterState.UNCERTAIN
            assert "Did the letter *withdrawn* arrive?" in github.issue(REPOSITORY, number)["body"]
    assert set(found.values()) == {LetterState(x) for x in ("sent", "stopped", "uncertain")}


def states(github: Sandbox) -> dict[int, LetterState]:
    """Where each letter is."""
    found = {}
    for issue in github.issues(REPOSITORY):
        record = read_record(issue["body"], issue["number"], KEYS)
        if record and record.letters:
            found[record.issue] = record.letters[0].state
    return found
