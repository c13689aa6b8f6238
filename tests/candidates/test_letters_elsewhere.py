"""Letters of people who come from another system, or from another installation: none goes twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, candidates_of, record_of
from candidates.test_kill import furnish
from careers import cli
from careers.hiring.record.outbox import LetterState
from careers.sandbox import Sandbox

TABLE = """Name,Email,Job,Stage,Status
Ada Example,ada@example.com,engineer,Applied,active
Ben Example,ben@example.com,engineer,Phone screen,active
Cy Example,cy@example.com,engineer,Applied,Rejected
"""


@pytest.mark.usefixtures("office")
def test_nobody_who_is_brought_over_is_thanked_for_applying(company: Path, github: Sandbox) -> None:
    """They applied elsewhere, and were told there; a later letter is asked for as ever."""
    (company / "people.csv").write_text(TABLE, "utf-8")
    assert cli.run("import", [str(company / "people.csv"), "--write", "--pace", "0"]) == 0
    people = candidates_of(github)
    assert len(people) == 3
    assert [record_of(github, issue["number"]).letters for issue in people] == [(), (), ()]


@pytest.mark.usefixtures("office")
def test_what_was_due_there_is_asked_of_a_person_here(
    company: Path,
    apply: Run,
    events: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both installations would send it: here nobody knows, and nothing goes by itself."""
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    with Sandbox() as other:
        furnish(other)
        monkeypatch.setenv("GITHUB_API_URL", other.url)
        assert cli.run("labels", []) == 0
        file = str(company / "out/candidates.json")
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        letters = record_of(other).letters
        assert {x.state for x in letters if x.kind == "not-a-match"} == {LetterState.UNCERTAIN}
        assert {x.comment for x in letters} == {0}
