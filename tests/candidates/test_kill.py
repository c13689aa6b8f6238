"""Any request may be the last: run again, everything ends as if nothing had happened."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from candidates.company import ADA, REPOSITORY, labels_of, state
from careers import cli
from careers.cli.support import candidates as _candidates
from careers.sandbox import Sandbox

_STEP = 6
"""``make test`` cuts every third request."""
How = Literal["error", "timeout", "cut", "cut-after"]
Job = Callable[[], int]
Scenario = Callable[[Sandbox, Path], Job]


def intake(folder: Path, *options: str, **changes: Any) -> int:
    """Send Ada's application."""
    file = folder / "application.json"
    file.write_text(json.dumps({**ADA, **changes}), "utf-8")
    return cli.run("intake", ["--application", str(file), *options])


def moves(github: Sandbox, folder: Path) -> Job:
    """The runs of ``move`` for people's events so far; each call runs all of them again."""
    files = []
    for number, event in enumerate(github.take_events()):
        if event.name in {"issues", "issue_comment"} and event.payload["sender"]["type"] == "User":
            file = folder / f"event-{number}.json"
            file.write_text(json.dumps(event.payload), "utf-8")
            files.append(["--event", str(file), "--event-name", event.name])
    return lambda: max(cli.run("move", arguments) for arguments in files)


def first(_: Sandbox, folder: Path) -> Job:
    """Somebody applies, and no label is there yet."""
    return lambda: intake(folder)


def again(github: Sandbox, folder: Path) -> Job:
    """The same person sends more."""
    first(github, folder)()
    return lambda: intake(folder, message="More", source="email")


def long(_: Sandbox, folder: Path) -> Job:
    """A letter that the body cannot hold."""
    return lambda: intake(folder, message="a line of it\n" * 6_000)


def with_files(_: Sandbox, folder: Path) -> Job:
    """Somebody sends two files."""
    sent = {"cv.pdf": "JVBERi0x", "case.pdf": "JVBERi0y"}
    files = [{"name": name, "content": content} for name, content in sent.items()]
    return lambda: intake(folder, files=files)


def more_files(github: Sandbox, folder: Path) -> Job:
    """The same person sends a file with their second letter."""
    with_files(github, folder)()
    files = [{"name": "cv.pdf", "content": "JVBERi0z"}]
    return lambda: intake(folder, message="More", files=files)


def unknown_job(_: Sandbox, folder: Path) -> Job:
    """An application that cannot be taken by itself."""
    return lambda: intake(folder, posting="nobody")


def other_name(github: Sandbox, folder: Path) -> Job:
    """Somebody else with the same address."""
    first(github, folder)()
    return lambda: intake(folder, name="Somebody Else")


def damaged(github: Sandbox, folder: Path) -> Job:
    """The record is edited by hand."""
    first(github, folder)()
    github.take_events()
    body = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(
        REPOSITORY, 1, body=body.replace('"stage":"applied"', '"stage":"hired"')
    )
    return moves(github, folder)


def returned(github: Sandbox, folder: Path) -> Job:
    """Somebody who had withdrawn applies again."""
    first(github, folder)()
    comment(github, folder, "/withdraw")()
    return lambda: intake(folder, message="More")


def set_label(github: Sandbox, folder: Path) -> Job:
    """A stage label is set."""
    first(github, folder)()
    github.take_events()
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    return moves(github, folder)


def ticked(github: Sandbox, folder: Path) -> Job:
    """A box is ticked, and somebody is assigned for the stage that begins."""
    settings = '[stage.phone-screen]\ninterviewers = ["rita"]\n'
    (folder / "candidates.toml").write_text(settings, "utf-8")
    first(github, folder)()
    github.take_events()
    body, box = github.issue(REPOSITORY, 1)["body"], "<!-- do:stage phone-screen -->"
    github.act("rita").edit(REPOSITORY, 1, body=body.replace(f"[ ] {box}", f"[x] {box}"))
    return moves(github, folder)


def ticked_several(github: Sandbox, folder: Path) -> Job:
    """All boxes are ticked at once."""
    first(github, folder)()
    github.take_events()
    body = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(REPOSITORY, 1, body=body.replace("[ ] <!-- do:", "[x] <!-- do:"))
    return moves(github, folder)


def foreign(github: Sandbox, folder: Path) -> Job:
    """A stage label that the process lacks is set in place of the candidate's."""
    first(github, folder)()
    github.take_events()
    github.act("rita").add_label(REPOSITORY, 1, "stage:party")
    github.act("rita").remove_label(REPOSITORY, 1, "stage:applied")
    return moves(github, folder)


def closed(github: Sandbox, folder: Path) -> Job:
    """The issue is closed by hand."""
    first(github, folder)()
    github.take_events()
    github.act("rita").close(REPOSITORY, 1)
    return moves(github, folder)


def comment(github: Sandbox, folder: Path, text: str) -> Job:
    """Somebody comments."""
    if not github.issues(REPOSITORY):
        first(github, folder)()
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, text)
    return moves(github, folder)


def advance(github: Sandbox, folder: Path) -> Job:
    """A command moves one stage on; it must not move two."""
    return comment(github, folder, "/advance")


def reject(github: Sandbox, folder: Path) -> Job:
    """A command ends the process."""
    return comment(github, folder, "/reject skills")


def unknown(github: Sandbox, folder: Path) -> Job:
    """A command that is explained."""
    return comment(github, folder, "/stage nowhere")


def several(github: Sandbox, folder: Path) -> Job:
    """A comment moves, takes the candidate over and says what is next."""
    return comment(github, folder, "/advance\n/take\n/next +3d read it")


def mended(github: Sandbox, folder: Path) -> Job:
    """A comment that was answered with its cure is mended."""
    comment(github, folder, "/advnce")()
    (said, _answer) = github.comments(REPOSITORY, 1)
    github.take_events()
    github.act("rita").edit_comment(REPOSITORY, said["id"], "/advance")
    return moves(github, folder)


def merged(github: Sandbox, folder: Path) -> Job:
    """Two issues of one person are joined."""
    other_name(github, folder)()
    return comment(github, folder, "/merge #2")


def labels(github: Sandbox, folder: Path) -> Job:
    """Labels are made, renamed and deleted."""
    first(github, folder)()
    github.act("rita").add_label(REPOSITORY, 1, "stage:long-ago")
    github.act("rita").add_label(REPOSITORY, 1, "stage:kept")
    github.act("rita").add_label(REPOSITORY, 1, "stage:idle")
    github.act("rita").remove_label(REPOSITORY, 1, "stage:idle")
    with (folder / "careers.toml").open("a", encoding="utf-8") as file:
        file.write('[labels.renamed]\nlong-ago = "phone-screen"\n')
    return lambda: cli.run("labels", ["--prune"])


def to_be_erased(github: Sandbox, folder: Path) -> None:
    """Two issues of one person that were joined, with comments; an admin wants them erased."""
    merged(github, folder)()
    github.grant("rita", REPOSITORY, "admin")
    comment(github, folder, "Ada it was.\n\n/erase")()
    question = github.comments(REPOSITORY, 1)[-1]
    github.take_events()
    github.act("rita").edit_comment(
        REPOSITORY, question["id"], question["body"].replace("[ ]", "[x]")
    )
    moves(github, folder)()


def erased(github: Sandbox, folder: Path) -> Job:
    """The run that erases them; what an admin must do is said."""
    to_be_erased(github, folder)
    return lambda: cli.run("tend", [])


def deleted(github: Sandbox, folder: Path) -> Job:
    """An admin's own run erases them and deletes their issues."""
    to_be_erased(github, folder)

    def job() -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GITHUB_TOKEN", "t-rita")
            left = [issue["number"] for issue in github.issues(REPOSITORY)]
            numbers = [str(number) for number in (1, 2) if number in left]
            return cli.run("erase", numbers) if numbers else 0

    return job


SCENARIOS = [
    first,
    again,
    long,
    with_files,
    more_files,
    unknown_job,
    other_name,
    damaged,
    returned,
    set_label,
    ticked,
    ticked_several,
    foreign,
    closed,
    advance,
    reject,
    unknown,
    several,
    mended,
    merged,
    labels,
    erased,
    deleted,
]


def kept(sandbox: Sandbox) -> list[tuple[str, str, int, str]]:
    """The releases, and what each holds."""
    return sorted(
        (release["tag_name"], asset["name"], asset["size"], asset["digest"])
        for release in sandbox.releases(REPOSITORY)
        for asset in release["assets"] or [{"name": "", "size": 0, "digest": ""}]
    )


def looks(sandbox: Sandbox) -> list[tuple[str, str]]:
    """The labels, without that of the jobs' issues: these are no candidates."""
    found = ((label["name"], label["color"]) for label in sandbox.labels(REPOSITORY))
    return sorted(pair for pair in found if pair[0] != "job-board")


def furnish(sandbox: Sandbox) -> None:
    """As the fixture ``github`` is."""
    sandbox.add_repository(REPOSITORY, private=True)
    for login, token, kind in (("rita", "t-rita", "User"), ("careers-bot[bot]", "t-bot", "Bot")):
        sandbox.add_user(login, token=token, type=kind)
        sandbox.grant(login, REPOSITORY, "write")


@pytest.fixture
def expected(company: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Scenario], object]:
    """What a scenario ends in where nothing fails, and how many requests that takes."""

    def play(scenario: Scenario) -> object:
        with Sandbox() as other, monkeypatch.context() as patch:
            furnish(other)
            patch.setenv("GITHUB_API_URL", other.url)
            settings = (company / "careers.toml").read_text("utf-8")
            job = scenario(other, company)
            before = len(other.requests)
            assert job() == 0
            (company / "careers.toml").write_text(settings, "utf-8")
            return (
                len(other.requests) - before,
                (state(other), kept(other)),
                looks(other),
            )

    return play


@pytest.mark.parametrize("how", ["error", "cut", "cut-after"])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_a_run_that_is_killed_is_taken_up(  # noqa: PLR0913, PLR0917 - fixtures
    github: Sandbox,
    company: Path,
    expected: Callable[[Scenario], tuple[int, object, object]],
    monkeypatch: pytest.MonkeyPatch,
    scenario: Scenario,
    how: How,
) -> None:
    """At each of its requests in turn: the second run ends where an untroubled one does."""
    settings = (company / "careers.toml").read_text("utf-8")
    count, issues, names = expected(scenario)
    monkeypatch.setattr(_candidates, "ATTEMPTS", 1)
    every = 1 if os.environ.get("CAREERS_KILL") else _STEP
    # Another part of each matrix for each scenario and kind of fault; ``make fuzz`` takes all.
    first_at = 1 + zlib.crc32(f"{scenario.__name__}{how}".encode()) % every
    for at in range(first_at, count + 1, every):
        (company / "careers.toml").write_text(settings, "utf-8")
        with Sandbox() as fresh, monkeypatch.context() as patch:
            furnish(fresh)
            patch.setenv("GITHUB_API_URL", fresh.url)
            job = scenario(fresh, company)
            fresh.fail(at=at, how=how, status=502)
            assert job() in {0, 2}
            assert job() == 0, f"request {at}"
            assert (state(fresh), kept(fresh)) == issues, f"request {at}"
            assert looks(fresh) == names, f"request {at}"
    assert not github.requests


@pytest.mark.parametrize("how", ["error", "cut", "cut-after"])
@pytest.mark.parametrize("at", range(1, 8))
def test_a_lost_answer_is_made_good_in_the_same_run(
    github: Sandbox, company: Path, how: How, at: int
) -> None:
    """One fault opens neither none nor two issues."""
    github.fail(at=at, how=how)
    assert intake(company) == 0
    assert len(github.issues(REPOSITORY)) == 1
    assert labels_of(github, 1) == ["job:engineer", "source:site", "stage:applied", "who:05"]


@pytest.mark.parametrize("status", [403, 429])
def test_a_rate_limit_is_waited_for(github: Sandbox, company: Path, status: int) -> None:
    """As long as GitHub asks for, and the refused request is sent once more."""
    github.rate_limit_after(1, retry_after=1, status=status)
    assert intake(company) == 0
    assert len(github.issues(REPOSITORY)) == 1
