"""One candidate from application to hire, as docs/candidates.md tells it: its costs are counted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, ROOT, Run, record_of
from careers import cli
from careers.sandbox import Event, Sandbox

DOCS = ROOT / "docs" / "candidates.md"
START, END = "<!-- story: counted by a test -->\n\n", "\n\n<!-- /story -->"
TOLD: list[tuple[str, str, str, str]] = [
    ("Ada applies", "", "apply", ""),
    ("Rita ticks *On to phone screen*", "rita", "tick", "stage phone-screen"),
    (
        "Mira, who heard her, sets `stage:case-study`: two scorecards are asked for",
        "mira",
        "label",
        "stage:case-study",
    ),
    (
        "Rita comments `/interview Fri 14:00 UTC @mira @jonas`",
        "rita",
        "comment",
        "/interview Fri 14:00 UTC @mira @jonas",
    ),
    ("Mira ticks her scorecard and *Done*", "mira", "rate", "case study"),
    ("Jonas does: both are shown, in a pinned comment", "jonas", "rate", "case study"),
    ("Rita ticks *On to offer*", "rita", "tick", "stage offer"),
    ("Ada said yes: Rita comments that, and `/hire`", "rita", "comment", "/offer accepted\n/hire"),
]


def tick(github: Sandbox, who: str, act: str) -> None:
    """A click on a box."""
    body = str(github.issue(REPOSITORY, 1)["body"])
    box = f"<!-- do:{act} -->"
    assert f"[ ] {box}" in body
    body = body.replace(f"[ ] {box}", f"[x] {box}")
    github.act(who).edit(REPOSITORY, 1, body=body)


WATCHER = "wanda"
SETTINGS = """[stage.phone-screen]
interviewers = ["mira"]
[stage.case-study]
interviewers = ["mira", "jonas"]
scorecard = ["Finds the cause"]
"""


def mails(github: Sandbox, who: str = WATCHER) -> int:
    """How many somebody got since the last time."""
    return sum(mail.to == who for mail in github.take_mails())


@pytest.fixture(autouse=True)
def watching(github: Sandbox) -> None:
    """A colleague who watches the repository, and an interviewer who watches it, too."""
    for login, role in ((WATCHER, "read"), ("mira", "write"), ("jonas", "write")):
        github.add_user(login)
        github.grant(login, REPOSITORY, role)
        github.watch(login, REPOSITORY)
    github.watch("rita", REPOSITORY)


def test_a_hire_costs_what_the_page_says(
    apply: Run, company: Path, github: Sandbox, expected: Callable[[Path, str], None]
) -> None:
    """Requests, mails a watcher, and workflow runs (each is billed as a minute begun)."""
    assert cli.run("labels", []) == 0
    (company / "candidates.toml").write_text(SETTINGS, "utf-8")
    rows, sums = [], [0, 0]
    for words, who, how, what in TOLD:
        before = len(github.requests)
        play(apply, company, github, who, how, what)
        costs = len(github.requests) - before, mails(github)
        sums = [total + cost for total, cost in zip(sums, costs, strict=True)]
        rows.append(f"| {words} | {costs[0]} | {costs[1]} |")
    assert record_of(github).stage == "hired"
    head = "| what happens | requests | mails a watcher |\n|---|--:|--:|"
    last = f"| **sum**, {len(TOLD)} runs of a minute each | **{sums[0]}** | **{sums[1]}** |"
    text = DOCS.read_text("utf-8")
    before_, rest = text.split(START)
    table = "\n".join([head, *rows, last])
    expected(DOCS, f"{before_}{START}{table}{END}{rest.split(END)[1]}")


@pytest.mark.parametrize("who", [WATCHER, "rita", "mira"])
def test_a_hire_fills_nobodys_mailbox(apply: Run, company: Path, github: Sandbox, who: str) -> None:
    """With a scorecard: ten mails for whoever watches, six where scorecards are apart.

    The job's issue, which opens once for all its candidates, is not counted, nor what somebody is
    assigned: those are their own.
    """
    assert cli.run("labels", []) == 0
    (company / "candidates.toml").write_text(SETTINGS, "utf-8")
    for _, by, how, what in TOLD:
        play(apply, company, github, by, how, what)
    assert cli.run("tend", []) == 0
    got = [mail for mail in github.take_mails() if mail.to == who and mail.reason != "assign"]
    told = sum(mail.number in {1, 2, 3} for mail in got)
    apart = sum(mail.number == 1 for mail in got)
    assert record_of(github).stage == "hired"
    assert record_of(github).shown
    assert 0 < apart <= 6
    assert 0 < told <= 10


def rate(github: Sandbox, who: str, stage: str) -> None:
    """Somebody fills their scorecard."""
    title = f"Scorecard 1 · {stage} · {who}"
    (card,) = (i for i in github.issues(REPOSITORY) if i["title"] == title)
    body = re.sub(r"- \[ \] (yes\n|<!-- do:submit -->)", r"- [x] \1", card["body"])
    github.act(who).edit(REPOSITORY, card["number"], body=body)


def play(  # noqa: PLR0913, PLR0917 - who does what where
    apply: Run, company: Path, github: Sandbox, who: str, how: str, what: str
) -> None:
    """Somebody does it, and the runs that it starts follow."""
    if how == "apply":
        assert apply() == 0
    else:
        act(github, who, how, what)
        move(company, github.take_events())
    github.take_events()


def act(github: Sandbox, who: str, how: str, what: str) -> None:
    """Somebody does it in the browser."""
    if how == "tick":
        tick(github, who, what)
    elif how == "rate":
        rate(github, who, what)
    elif how == "label":
        github.act(who).add_label(REPOSITORY, 1, what)
    else:
        github.act(who).comment(REPOSITORY, 1, what)


def move(company: Path, caused: list[Event]) -> None:
    """The runs that a person's events start."""
    for event in caused:
        path = company / "event.json"
        path.write_text(json.dumps(event.payload), "utf-8")
        assert cli.run("move", ["--event", str(path), "--event-name", event.name]) == 0
