"""The cases of each command: ``commands/<verb>/<case>.md`` beside what comes of it, ``.txt``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careers.hiring.actions import Comment, EditIssue, Issue, Plan
from careers.hiring.commands import all_commands, commands_by_name, verbs
from careers.hiring.comments import read_commands
from careers.hiring.moving import plan_move
from careers.hiring.record.model import Record
from careers.hiring.request import Permission, Request
from careers.process import TERMINAL
from hiring.sealing import WHO, WRITER, block, candidate, read

CASES = Path(__file__).parent / "commands"
DOCS = Path(__file__).parents[2] / "docs" / "candidates.md"
NOW = "2026-03-02T10:00:00Z"
HINT = f"Commands: {', '.join(f'`{command.usage}`' for command in all_commands())}."


def play(text: str) -> str:
    """What comes of a case: lines ``name: value``, a blank line, then the comment."""
    head, _, comment = text.partition("\n\n")
    given = {"stage": "phone-screen", "permission": "write"}
    given |= dict(line.split(": ", 1) for line in head.splitlines())
    before = candidate(given["stage"])
    is_open = before.stage not in TERMINAL
    labels = ("job:engineer", WHO, f"stage:{before.stage}")
    issue = Issue(3, "t", block(before), is_open, labels)
    request = Request(
        "rita",
        NOW,
        comment=9,
        commands=tuple(read_commands(comment)),
        permission=Permission[given["permission"].upper()],
    )
    plan = plan_move(issue, before, request, {"phone-call": "phone-screen"}, WRITER)
    return "\n".join(told(plan, before)) + "\n"


def told(plan: Plan, before: Record) -> Iterator[str]:
    """The plan as it is printed, what changes in the record, the words of a comment."""
    for note in plan.notes:
        yield f"note: {note}"
    for action in plan.actions:
        yield str(action)
        if isinstance(action, Comment):
            assert action.body.startswith(action.marker)
            assert action.body.endswith(HINT)
            assert read_commands(action.body) == []
            yield action.body.removeprefix(action.marker).removesuffix(f"\n\n{HINT}")
        if isinstance(action, EditIssue) and action.body:
            after = read(action.body)
            old, new = (
                record.model_dump(exclude={"history", "sequence", "spent"})
                for record in (before, after)
            )
            yield from (
                f"  {name}: {old.get(name)} → {new[name]}"
                for name in new
                if new[name] != old.get(name)
            )
            yield from (f"  history: {entry!r}" for entry in after.history[1:])


@pytest.mark.parametrize(
    "path", sorted(CASES.glob("*/*.md")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_command_does_what_its_case_says(
    path: Path, expected: Callable[[Path, str], None]
) -> None:
    """The plan, the record and the history, or the explanation in full."""
    expected(path.with_suffix(".txt"), play(path.read_text("utf-8")))


def test_every_command_has_cases() -> None:
    """A folder a command, and no other."""
    assert {path.parent.name for path in CASES.glob("*/*.md")} == {
        command.verb for command in all_commands()
    }
    assert {path.stem for path in CASES.glob("*/*")} == {path.stem for path in CASES.glob("*/*.md")}


def test_names_are_spelled_and_given_once() -> None:
    """Two commands never answer to one name, and each name can be typed."""
    names = Counter(name for command in all_commands() for name in command.names)
    assert set(names.values()) == {1}
    assert tuple(names) == verbs() == tuple(commands_by_name())
    assert all(
        read_commands(f"/{name.upper()} x")[0].verb == commands_by_name()[name].verb
        for name in names
    )


def test_every_command_says_what_it_does(expected: Callable[[Path, str], None]) -> None:
    """The table in docs/candidates.md is made of the commands."""
    rows = [f"| `{command.usage}` | {command.help.rstrip('.')} |" for command in all_commands()]
    table = "\n".join(["| command | does |", "|---|---|", *rows])
    text = DOCS.read_text("utf-8")
    start, end = "<!-- commands: made from the code -->\n\n", "\n\n<!-- /commands -->"
    before, rest = text.split(start)
    expected(DOCS, f"{before}{start}{table}{end}{rest.split(end)[1]}")
