"""One candidate from application to hire, as docs/candidates.md tells it: its costs are counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from candidates.company import REPOSITORY, ROOT, Run, record_of
from careers import cli
from careers.sandbox import Event, Sandbox

DOCS = ROOT / "docs" / "candidates.md"
START, END = "<!-- story: counted by a test -->\n\n", "\n\n<!-- /story -->"
TOLD: list[tuple[str, str, str, str]] = [
    ("Ada applies", "", "apply", ""),
    ("Rita ticks *On to phone screen*", "rita", "tick", "stage phone-screen"),
    ("She comments `/next Wed talk at ten`", "rita", "comment", "/next Wed talk at ten"),
    ("Mira, who heard her, sets `stage:case-study`", "mira", "label", "stage:case-study"),
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


def mails(events: list[Event]) -> int:
    """What a watcher gets: an issue opened, each comment, each closing."""
    told = {("issues", "opened"), ("issues", "closed"), ("issue_comment", "created")}
    return sum((event.name, event.payload.get("action")) in told for event in events)


def test_a_hire_costs_what_the_page_says(
    apply: Run, company: Path, github: Sandbox, expected: Callable[[Path, str], None]
) -> None:
    """Requests, mails a watcher, and workflow runs (each is billed as a minute begun)."""
    github.add_user("mira")
    github.grant("mira", REPOSITORY, "write")
    assert cli.run("labels", []) == 0
    (company / "candidates.toml").write_text(
        '[stage.phone-screen]\ninterviewers = ["mira"]\n', "utf-8"
    )
    rows, sums = [], [0, 0]
    for words, who, how, what in TOLD:
        before = len(github.requests)
        if how == "apply":
            assert apply() == 0
            happened = github.take_events()
        else:
            act(github, who, how, what)
            caused = github.take_events()
            move(company, caused)
            happened = [*caused, *github.take_events()]
        costs = len(github.requests) - before, mails(happened)
        sums = [total + cost for total, cost in zip(sums, costs, strict=True)]
        rows.append(f"| {words} | {costs[0]} | {costs[1]} |")
    assert record_of(github).stage == "hired"
    head = "| what happens | requests | mails a watcher |\n|---|--:|--:|"
    last = f"| **sum**, {len(TOLD)} runs of a minute each | **{sums[0]}** | **{sums[1]}** |"
    text = DOCS.read_text("utf-8")
    before_, rest = text.split(START)
    table = "\n".join([head, *rows, last])
    expected(DOCS, f"{before_}{START}{table}{END}{rest.split(END)[1]}")


def act(github: Sandbox, who: str, how: str, what: str) -> None:
    """Somebody does it in the browser."""
    if how == "tick":
        tick(github, who, what)
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
