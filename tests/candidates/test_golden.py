"""What a recruiter sees: each issue of the examples, as it was looked at when it was blessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from candidates.company import ROOT
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.actions import AddLabel, CreateIssue, EditIssue
from careers.hiring.applying.matching import find_matches
from careers.hiring.applying.submission import Submission, hashes_of
from careers.hiring.comments import read_commands
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import read_keys
from careers.hiring.moving import plan_move
from careers.hiring.opening import plan_filling, plan_opening
from careers.hiring.record.block import read_record
from careers.hiring.request import Permission, Request
from careers.hiring.settings import CandidatesSettings
from careers.intake import read

GOLDEN = Path(__file__).parent / "golden"
KEYS = read_keys("a key for snapshots, no secret")
WRITER = IssueWriter(load_candidate_templates(), KEYS)
STAGES = ("applied", "phone-screen", "case-study", "offer")


def submission(file: Path, minute: int) -> Submission:
    """An example application, as if it came in that minute."""
    application = read(file.read_bytes())
    source = CandidatesSettings().source(application.source)
    commit = "0123456789abcdef0123456789abcdef01234567"
    slug = application.posting
    return Submission(
        application=application.model_copy(update={"source": source}),
        title=slug.replace("-", " ").title(),
        commit=commit,
        url=f"https://github.com/example-tools/careers/blob/{commit}/postings/{slug}.md",
        stages=STAGES,
        now=f"2026-03-02T10:{minute:02}:00Z",
        nonce=f"{minute:016x}",
        **hashes_of(application, KEYS),
    )


def story() -> dict[str, str]:
    """All examples in turn, then a move of the first candidate; texts by file name."""
    issues: dict[int, Issue] = {}
    lines: list[str] = []
    texts: dict[str, str] = {}
    for minute, file in enumerate(sorted((ROOT / "examples/applications").glob("*.json"))):
        lines.append(file.stem)
        sent = submission(file, minute)
        matches = find_matches(sent, [*issues.values()], KEYS)
        plan = plan_opening(sent, matches, WRITER)
        apply(issues, plan.actions)
        lines += [f"  {action}" for action in plan.actions] or ["  nothing to do"]
        if any(isinstance(action, CreateIssue) for action in plan.actions):
            stub = issues[len(issues)]
            texts.setdefault("stub.md", f"{stub.title}\n\n{stub.body}\n")
            filling = plan_filling(stub, sent, matches, WRITER)
            apply(issues, filling.actions)
            lines += [f"  {action}" for action in filling.actions]
    for minute, text in enumerate(["/advance", "/stage offer", "/reject no budget, @finance"], 30):
        request = Request(
            "rita",
            f"2026-03-02T10:{minute}:00Z",
            comment=minute,
            commands=tuple(read_commands(text)),
            permission=Permission.WRITE,
        )
        record = read_record(issues[1].body, 1, KEYS)
        assert record is not None
        plan = plan_move(issues[1], record, request, {}, WRITER)
        apply(issues, plan.actions)
        lines += [f"rita: {text}", *(f"  {action}" for action in plan.actions)]
    texts |= {f"issue-{n}.md": f"{issue.title}\n\n{issue.body}\n" for n, issue in issues.items()}
    return {**texts, "plans.txt": "\n".join(lines) + "\n"}


def apply(issues: dict[int, Issue], actions: tuple[object, ...]) -> None:
    """What GitHub would make of it."""
    for action in actions:
        if isinstance(action, CreateIssue):
            number = len(issues) + 1
            issues[number] = Issue(
                number, action.title, action.body, is_open=True, labels=action.labels
            )
        elif isinstance(action, AddLabel):
            old = issues[action.number]
            issues[action.number] = replace(old, labels=(*old.labels, action.name))
        elif isinstance(action, EditIssue):
            old = issues[action.number]
            issues[action.number] = Issue(
                action.number,
                action.title or old.title,
                action.body or old.body,
                old.is_open if action.closed is None else not action.closed,
                old.labels if action.labels is None else action.labels,
            )


def test_the_examples_read_as_they_were_blessed(request: pytest.FixtureRequest) -> None:
    """Issues and plans."""
    texts = story()
    if request.config.getoption("--bless", default=False):
        GOLDEN.mkdir(exist_ok=True)
        for name, text in texts.items():
            (GOLDEN / name).write_text(text, "utf-8", newline="\n")
    there = {path.name: path.read_text("utf-8") for path in GOLDEN.iterdir()}
    assert texts == there
