"""What is exported and imported elsewhere is the same: stage, history, reasons, owner, letters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from candidates.company import KEYS, REPOSITORY, Run, candidates_of
from candidates.test_kill import furnish
from careers import cli
from careers.hiring.record.block import read_record, without_record
from careers.sandbox import Sandbox

OTHER_KEY = "another key that is long enough"


@pytest.fixture
def played(apply: Run, events: Run, github: Sandbox) -> Sandbox:
    """Three people at three places, letters, commands, talk, a merge, a long letter."""
    assert cli.run("labels", []) == 0
    assert apply(message="a line of it\n" * 6_000, phone="+49 30 1234567") == 0
    assert apply(message="I forgot this") == 0
    assert apply(name="Somebody Else") == 0
    assert apply(name="Ben Example", email="ben@example.com", posting="designer") == 0
    assert apply(name="Cleo", email="cleo@example.com", answers={"Start?": "=May"}) == 0
    said = {
        1: ["Good.\n\n/advance", "/take", "/next +3d read it", "She wrote:\n/hire", "/merge #2"],
        3: ["/stage offer", "/hire"],
        4: ["/reject skills not enough", "/pool 2028-01-01 by mail"],
    }
    for number, texts in said.items():
        for text in texts:
            github.act("rita").comment(REPOSITORY, number, text)
            assert events() == 0
    return github


def shown(github: Sandbox) -> list[dict[str, Any]]:
    """All candidates as they are to be the same; without ids that a repository gives."""
    made = []
    for issue in candidates_of(github):
        record = read_record(issue["body"], issue["number"], KEYS)
        if record is None:
            continue
        fields = record.model_dump(exclude={"seen", "spent", "sequence", "ticked"})
        for entry in fields["history"]:
            entry.pop("ref")
        comments = [c["body"] for c in github.comments(REPOSITORY, issue["number"])]
        made.append(
            {
                "title": issue["title"],
                "record": fields,
                "body": without_record(issue["body"]),
                "labels": sorted(label["name"] for label in issue["labels"]),
                "state": (issue["state"], issue["state_reason"]),
                "assignees": [each["login"] for each in issue["assignees"]],
                "letters": [
                    text for text in comments if "careers:more" in text and "brought" not in text
                ],
            }
        )
    return made


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """An empty repository."""
    other = Sandbox()
    furnish(other)
    monkeypatch.setenv("GITHUB_API_URL", other.url)
    return other


def test_an_export_rebuilds_the_same_state(
    played: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty repository; a second import brings nobody, and nothing is left to tend."""
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    before = shown(played)
    assert len(before) == 4
    with elsewhere(monkeypatch) as other:
        assert cli.run("labels", []) == 0
        file = str(company / "out/candidates.json")
        assert cli.run("import", [file]) == 0
        assert candidates_of(other) == []
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        assert shown(other) == before
        written = len(other.requests)
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        assert all(r.method == "GET" for r in other.requests[written:])
        assert cli.run("tend", []) == 0
        assert shown(other) == before
        other.take_events()
