"""The cases of each command: ``commands/<verb>/<case>.md`` beside what comes of it, ``.txt``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from careers.hiring.actions import Comment, EditIssue, Plan
from careers.hiring.commands import Command, all_commands, commands_by_name, verbs
from careers.hiring.comments import near_miss, read_commands
from careers.hiring.issues import Issue
from careers.hiring.moving import plan_move
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.record.model import Entry, Record
from careers.hiring.request import Permission, Pinned, Request
from careers.hiring.rules import Rules
from careers.hiring.settings import OfferRules, StageRules
from careers.letters import all_kinds
from careers.process import TERMINAL
from hiring.sealing import WHO, WRITER, block, candidate, read

CASES = Path(__file__).parent / "commands"
DOCS = Path(__file__).parents[2] / "docs" / "candidates.md"
NOW = "2026-03-02T10:00:00Z"
DESIGNER = Pinned("designer", "Designer", ("applied", "phone-screen", "portfolio"), "c0ffee")
DEMANDS = Rules(
    stages={
        "phone-screen": StageRules(scorecard=("Finds the cause",)),
        "case-study": StageRules(needs_scorecards=2),
        "offer": StageRules(approvers=("ngozi",)),
    },
    offer=OfferRules(approvers=("ngozi",)),
)
ROLES = Rules(hiring_managers={"engineer": ("mia",)})
LETTERS = LettersSettings(
    send=tuple(all_kinds()),
    sender="Rita Example",
    role="recruiting",
    address="jobs@example.com",
    server="smtp.example.com",
)


UNTOLD = {"history", "sequence", "spent", "offered", "before", "letters"}


def play(text: str) -> str:
    """What comes of a case: lines ``name: value``, a blank line, then the comment.

    ``before`` is a comment that was carried out before it (by ``before-who``), ``other`` the stage
    of issue 4 and ``job`` its posting; ``linked`` are issues of the same address, ``hints`` such
    as may be of the same person; ``letters`` says that they go, with ``rules`` stages demand
    something; ``needs`` is what the letter of an offer does not go without.
    """
    head, _, comment = f"\n{text}".partition("\n\n")
    given = {"stage": "phone-screen", "permission": "write", "who": "rita", "assigned": ""}
    given |= dict(line.split(": ", 1) for line in head.strip().splitlines())
    record = candidate(given["stage"])
    assignees = tuple(given["assigned"].split())
    record = record.model_copy(
        update={
            "owner": assignees[0] if assignees else "",
            "other_names": tuple(map(int, given.get("linked", "").split())),
            "hints": tuple(map(int, given.get("hints", "").split())),
        }
    )
    if earlier := given.get("before"):
        before = {**given, "permission": "write", "who": given.get("before-who", "rita")}
        plan = plan_move(*issue_of(record, assignees), asked(earlier, before, 8), {}, WRITER)
        edit = next(action for action in plan.actions if isinstance(action, EditIssue))
        record = read(edit.body or "")
        assignees = tuple(filter(None, (record.owner, *record.assigned)))
    request = asked(comment, given, 9)
    plan = plan_move(*issue_of(record, assignees), request, {"phone-call": "phone-screen"}, WRITER)
    return "\n".join(told(plan, record)) + "\n"


def issue_of(record: Record, assignees: tuple[str, ...]) -> tuple[Issue, Record]:
    """The record's issue as it should be."""
    labels = ["job:engineer", WHO, f"stage:{record.stage}", *(["hold"] if record.hold else [])]
    is_open = record.stage not in TERMINAL
    return Issue(record.issue, "t", block(record), is_open, tuple(labels), assignees), record


def asked(comment: str, given: dict[str, str], number: int) -> Request:
    """Somebody's comment on a Monday; ``edited`` says that it was answered with 😕 before."""
    return Request(
        given["who"],
        NOW,
        comment=number,
        commands=tuple(read_commands(comment)),
        missed=near_miss(comment),
        permission=Permission[given["permission"].upper()],
        rules=rules_for(given),
        others=others(given),
        offers=frozenset(given.get("offers", "").split()),
        offer_needs=frozenset(given.get("needs", "").split()),
        jobs={"designer": DESIGNER},
        mends=number == 9 and "edited" in given,
        unassignable=frozenset(given.get("unassignable", "").split()),
    )


def rules_for(given: dict[str, str]) -> Rules:
    """What the company decided, as the case says."""
    rules = DEMANDS if "rules" in given else ROLES
    return replace(rules, letters=LETTERS) if "letters" in given else rules


def others(given: dict[str, str]) -> dict[int, tuple[Issue, Record]]:
    """Issue 4, where there is one."""
    if "other" not in given:
        return {}
    entry = Entry(when="2026-02-20T10:00:00Z", who="email", to=given["other"])
    record = candidate(given["other"], entry, number=4)
    record = record.model_copy(update={"posting": given.get("job", "engineer")})
    return {4: issue_of(record, ())}


def told(plan: Plan, before: Record) -> Iterator[str]:
    """The plan as it is printed, what changes in the record, the words of a comment."""
    for note in plan.notes:
        yield f"note: {note}"
    for action in plan.actions:
        yield str(action)
        if isinstance(action, Comment):
            assert action.body.startswith(action.marker)
            assert read_commands(action.body) == []
            yield action.body.removeprefix(action.marker)
        if isinstance(action, EditIssue) and action.body and action.number == 3:
            after = read(action.body)
            old, new = (
                {**record.model_dump(exclude=UNTOLD), "letters": letters(record)}
                for record in (before, after)
            )
            yield from (
                f"  {name}: {old.get(name)} → {new[name]}"
                for name in new
                if new[name] != old.get(name)
            )
            yield from (f"  history: {entry!r}" for entry in after.history[len(before.history) :])


def letters(record: Record) -> str:
    """Its letters in a line."""
    found = record.letters
    return ", ".join(f"{x.kind} {x.state} {x.why} {x.due} for {x.comment}" for x in found)


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


def aliases(command: Command) -> str:
    """The other names of a command, and what they stand for."""
    return ", ".join(
        f"`/{name}`" + (f" (`/{command.verb} {words}`)" if words else "")
        for name, words in command.names.items()
        if name != command.verb
    )


def test_every_command_says_what_it_does(expected: Callable[[Path, str], None]) -> None:
    """The table in docs/candidates.md is made of the commands."""
    rows = [
        f"| `{command.usage}` | {aliases(command)} | {command.help.rstrip('.')} |"
        for command in all_commands()
    ]
    table = "\n".join(["| command | also | does |", "|---|---|---|", *rows])
    text = DOCS.read_text("utf-8")
    start, end = "<!-- commands: made from the code -->\n\n", "\n\n<!-- /commands -->"
    before, rest = text.split(start)
    expected(DOCS, f"{before}{start}{table}{end}{rest.split(end)[1]}")
