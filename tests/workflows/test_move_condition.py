"""What starts a job of ``move.yml``: whatever may move somebody, and nothing that costs in vain."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from careers.hiring.bulk.asking import COMMANDS
from careers.hiring.commands import all_commands
from workflows.condition import condition, labels

PATH = Path(__file__).parents[2] / ".github" / "workflows" / "move.yml"
FOLDED = re.compile(r"(?<=\n    if: >-\n)(?:      .*\n)+")
ACT = str(Path(sys.executable).with_name("act"))
STARTED = "the job was started"
VERBS = [command.verb for command in all_commands()]
WORDS = [*VERBS, *(bulk for bulk in COMMANDS if not bulk.startswith(tuple(VERBS)))]
COMMENT, ISSUES = "issue_comment", "issues"
PERSON, BOT = {"type": "User"}, {"type": "Bot"}


def comment(
    body: str, *, reactions: dict[str, int] | None = None, **changes: Any
) -> dict[str, Any]:
    """Somebody wrote a comment on a candidate's issue."""
    said = {"body": body, "reactions": reactions or {}}
    return {"action": "created", "comment": said, **changes}


def labelled(name: str, **changes: Any) -> dict[str, Any]:
    """Somebody set a label."""
    return {"action": "labeled", "label": {"name": name}, **changes}


def edited(before: str, **changes: Any) -> dict[str, Any]:
    """Somebody changed an issue's text."""
    return {"action": "edited", "changes": {"body": {"from": before}}, **changes}


def card(body: str) -> dict[str, Any]:
    """A scorecard's issue."""
    return {"labels": [{"name": "scorecard"}], "body": body}


CARD = "<!-- careers:talk -->"
OURS = "<!-- careers:record\n{}\n-->"
CASES: list[tuple[str, bool, str, dict[str, Any]]] = [
    (
        "a file dragged in",
        True,
        COMMENT,
        comment("![](https://github.com/user-attachments/assets/x)"),
    ),
    ("a command of a job's issue in a list", True, COMMENT, comment("- /remind")),
    ("a stage", True, ISSUES, labelled("stage:phone-screen")),
    ("a stage in capitals", True, ISSUES, labelled("Stage:Offer")),
    ("a stage taken away", True, ISSUES, labelled("stage:offer", action="unlabeled")),
    ("a label of theirs", False, ISSUES, labelled("backstage:pass")),
    ("a stage by a bot", False, ISSUES, labelled("stage:offer", sender=BOT)),
    ("closed", True, ISSUES, {"action": "closed"}),
    ("reopened", True, ISSUES, {"action": "reopened"}),
    ("closed by a bot", False, ISSUES, {"action": "closed", "sender": BOT}),
    ("a candidate's text", True, ISSUES, edited(f"{OURS}\n- [ ] <!-- do:undo -->")),
    ("a damaged record", True, ISSUES, edited("<!-- careers:next -->")),
    ("a candidate's text by a bot", False, ISSUES, edited(OURS, sender=BOT)),
    ("another issue's text", False, ISSUES, edited("Buy milk")),
    ("a tick in a scorecard", False, ISSUES, edited(CARD, issue=card("- [ ] <!-- do:submit -->"))),
    ("a scorecard is sent", True, ISSUES, edited(CARD, issue=card("- [x] <!-- do:submit --> D"))),
    ("a sent one is changed", True, ISSUES, edited(CARD, issue=card("- [X] <!-- do:submit -->"))),
    ("a title", False, ISSUES, {"action": "edited", "changes": {"title": {"from": "Ada"}}}),
    ("a pull request", False, ISSUES, {"action": "closed", "issue": {"pull_request": {"url": ""}}}),
    ("public", False, ISSUES, {"action": "closed", "repository": {"private": False}}),
    ("a command", True, COMMENT, comment("/advance")),
    ("a command with Windows' lines", True, COMMENT, comment("Good.\r\n/advance\r\n")),
    ("a command behind blanks", True, COMMENT, comment("Good.\n  /Reject no time")),
    ("a command that there is not", True, COMMENT, comment("/advanec")),
    ("talk", False, COMMENT, comment("Ada and/or Jun advance, she writes. `rm -rf x`")),
    ("talk of a quote", False, COMMENT, comment('"\\n/" is no line')),
    ("an edited comment", True, COMMENT, comment("/advance", action="edited")),
    ("somebody assigned", True, ISSUES, {"action": "assigned", "issue": {"body": OURS}}),
    ("somebody taken off", True, ISSUES, {"action": "unassigned", "issue": {"body": OURS}}),
    ("somebody assigned elsewhere", False, ISSUES, {"action": "assigned", "issue": {"body": "Hi"}}),
    (
        "a bot assigned",
        False,
        ISSUES,
        {"action": "assigned", "issue": {"body": OURS}, "sender": BOT},
    ),
    ("put on hold", True, ISSUES, labelled("hold")),
    ("a card moved", True, ISSUES, {"action": "field_added", "issue": {"body": OURS}}),
    ("a field elsewhere", False, ISSUES, {"action": "field_added", "issue": {"body": "Hi"}}),
    ("a comment mended to talk", True, COMMENT, comment("Well.", reactions={"confused": 1})),
    ("talk that somebody likes", False, COMMENT, comment("Well.", reactions={"confused": 0})),
    ("a ticked box", True, COMMENT, comment("- [x] <!-- do:advance --> Advance")),
    ("a score", True, COMMENT, comment("4", issue={"labels": [{"name": "scorecard"}]})),
    ("no score", False, COMMENT, comment("4", issue={"labels": [{"name": "scorecards"}]})),
    ("a command by a bot", False, COMMENT, comment("/advance", sender=BOT)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose one workflow has the triggers and the condition, and says if it starts."""
    there = tmp_path_factory.mktemp("candidates")
    made = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    started = {"runs-on": "ubuntu-slim", "steps": [{"run": f"echo {STARTED}"}]}
    job = {"if": made["jobs"]["move"]["if"], **started}
    # YAML 1.1 reads the key `on` as true.
    (there / "move.yml").write_text(yaml.safe_dump({"on": made[True], "jobs": {"move": job}}))
    user = ("-c", "user.name=Mira", "-c", "user.email=mira@example.com")
    for command in (("init", "-q"), (*user, "commit", "-q", "--allow-empty", "-m", "x")):
        subprocess.run(["git", *command], cwd=there, check=True)  # noqa: S607 - the git that is there
    return there


@pytest.mark.parametrize(("told", "starts", "name", "event"), CASES, ids=[c[0] for c in CASES])
def test_it_starts(  # noqa: PLR0913 - a row of the table
    folder: Path, tmp_path: Path, told: str, name: str, event: dict[str, Any], *, starts: bool
) -> None:
    """A job starts for what may move somebody, and for nothing else, by act's evaluation."""
    file = tmp_path / "event.json"
    around = {"repository": {"private": True}, "sender": PERSON, "issue": {"labels": []}}
    file.write_text(json.dumps({**around, **event}))
    runner = ("-P", "ubuntu-slim=-self-hosted", "--action-cache-path", str(tmp_path))
    command = (ACT, name, *runner, "-e", str(file), "-W", "move.yml")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert (STARTED in done.stdout) is starts, told


def test_the_condition_is_made_from_the_commands(expected: Callable[[Path, str], None]) -> None:
    """A new command starts the job: the workflow holds what is made from the list of them."""
    made = "".join(f"      {line}\n" for line in condition(WORDS, labels()).split("\n"))
    text = PATH.read_text(encoding="utf-8")
    expected(PATH, FOLDED.sub(lambda _: made, text, count=1))
