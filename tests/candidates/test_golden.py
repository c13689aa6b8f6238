"""What a recruiter sees: each issue of the examples, as it was looked at when it was blessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from candidates.company import ROOT
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.actions import AddLabel, CreateIssue, EditIssue, Issue, RemoveLabel
from careers.hiring.comments import read_commands
from careers.hiring.hashes import application_hash, checked_key, person_hash
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.moving import plan_move
from careers.hiring.opening import plan_opening
from careers.hiring.record.block import read_record
from careers.hiring.request import Permission, Request
from careers.hiring.submission import Submission
from careers.intake import read

GOLDEN = Path(__file__).parent / "golden"
KEY = checked_key("a key for snapshots, no secret")
WRITER = IssueWriter(load_candidate_templates())
STAGES = ("applied", "phone-screen", "case-study", "offer")


def submission(file: Path, minute: int) -> Submission:
    """An example application, as if it came in that minute."""
    application = read(file.read_bytes())
    commit = "0123456789abcdef0123456789abcdef01234567"
    slug = application.posting
    return Submission(
        application=application,
        person=person_hash(KEY, application),
        digest=application_hash(KEY, application),
        title=slug.replace("-", " ").title(),
        commit=commit,
        url=f"https://github.com/example-tools/careers/blob/{commit}/postings/{slug}.md",
        stages=STAGES,
        now=f"2026-03-02T10:{minute:02}:00Z",
    )


def story() -> dict[str, str]:
    """All examples in turn, then a move of the first candidate; texts by file name."""
    issues: dict[int, Issue] = {}
    lines: list[str] = []
    for minute, file in enumerate(sorted((ROOT / "examples/applications").glob("*.json"))):
        lines.append(file.stem)
        plan = plan_opening(submission(file, minute), [*issues.values()], WRITER)
        apply(issues, plan.actions)
        lines += [f"  {action}" for action in plan.actions] or ["  nothing to do"]
    for minute, text in enumerate(["/advance", "/stage offer", "/reject no budget, @finance"], 30):
        request = Request(
            "rita",
            f"2026-03-02T10:{minute}:00Z",
            comment=minute,
            commands=tuple(read_commands(text)),
            permission=Permission.WRITE,
        )
        record = read_record(issues[1].body)
        assert record is not None
        plan = plan_move(issues[1], record, request, {}, WRITER)
        apply(issues, plan.actions)
        lines += [f"rita: {text}", *(f"  {action}" for action in plan.actions)]
    texts = {f"issue-{n}.md": f"{issue.title}\n\n{issue.body}\n" for n, issue in issues.items()}
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
        elif isinstance(action, RemoveLabel):
            old = issues[action.number]
            left = tuple(name for name in old.labels if name != action.name)
            issues[action.number] = replace(old, labels=left)
        elif isinstance(action, EditIssue):
            old = issues[action.number]
            issues[action.number] = Issue(
                action.number,
                action.title or old.title,
                action.body or old.body,
                old.is_open if action.closed is None else not action.closed,
                old.labels,
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
