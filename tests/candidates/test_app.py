"""With an App: hiring managers by team, and a posting closed by pull request; and without one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, record_of
from candidates.test_asking import answers, reactions
from candidates.test_bulk import comments, tick_issue
from careers import cli
from careers.cli.candidate_runs import tend_run
from careers.hiring.settings import read_candidates_settings
from careers.sandbox import Sandbox
from careers.text.diagnostics import CareersError

POSTINGS = "example-tools/careers"
TEAMS = '[roles.hiring_managers]\nengineer = ["mia", "@example-tools/Leads"]\n'
ASKED = "/orgs/example-tools/teams/leads/memberships/otto"


@pytest.fixture
def candidate(apply: Run, github: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada has applied; otto, who may read, is in the team that manages the posting."""
    (company / "candidates.toml").write_text(TEAMS, "utf-8")
    github.add_user("teams[bot]", token="t-teams", type="Bot")
    github.let_see_members("teams[bot]", "example-tools")
    github.add_team("example-tools", "leads", otto="active", mia="active")
    monkeypatch.setenv("CAREERS_TEAMS_TOKEN", "t-teams")
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.take_events()


def says(github: Sandbox, events: Run, who: str, text: str) -> tuple[dict[str, int], list[str]]:
    """What came of a comment: its reactions, and what was asked of the organisation."""
    before = len(github.requests)
    number = github.act(who).comment(REPOSITORY, 1, text)
    assert events() == 0
    told = [x.path for x in github.requests[before:] if x.path.startswith("/orgs/")]
    return reactions(github, number), told


@pytest.mark.usefixtures("candidate")
def test_a_team_manages_as_a_login_does(events: Run, github: Sandbox) -> None:
    """With read access; the team is asked once, and for nothing that no manager may."""
    assert says(github, events, "otto", "/advance") == ({"+1": 1}, [ASKED])
    assert record_of(github).stage == "phone-screen"
    assert says(github, events, "otto", "/hire") == ({"confused": 1}, [])
    assert says(github, events, "otto", "/advnce") == ({"confused": 1}, [ASKED])
    assert "Did you mean `/advance`?" in answers(github)[-1]
    assert says(github, events, "rita", "/next tomorrow") == ({"+1": 1}, [])


@pytest.mark.usefixtures("candidate")
@pytest.mark.parametrize("team", [{}, {"otto": "pending"}])
def test_who_is_not_in_the_team_may_not(events: Run, github: Sandbox, team: dict[str, str]) -> None:
    """Nor whoever was only invited; that is no fault of anybody's, so nothing is said of it."""
    github.add_team("example-tools", "leads", **team)
    assert says(github, events, "otto", "/advance") == ({"confused": 1}, [ASKED])
    assert record_of(github).stage == "applied"
    assert answers(github) == [
        "Not done: moving candidates needs write access here. Ask somebody who has it."
    ]


@pytest.mark.usefixtures("candidate")
@pytest.mark.parametrize("token", ["", "t-bot"])
def test_a_team_that_nobody_can_ask_is_said(
    events: Run,
    github: Sandbox,
    token: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without an App, or where it lacks the permission: in the answer; its cure in the log.

    The team is code, since its name as text would mail everybody in it.
    """
    monkeypatch.setenv("CAREERS_TEAMS_TOKEN", token)
    reaction, told = says(github, events, "otto", "/advance")
    assert (reaction, told) == ({"confused": 1}, [ASKED] if token else [])
    (answer,) = answers(github)
    assert "and GitHub does not tell us who is in `example-tools/Leads`. Ask somebody" in answer
    assert ("docs/app.md" in capsys.readouterr().err) == bool(token)


@pytest.mark.usefixtures("candidate")
def test_a_command_whose_run_was_lost_asks_the_team_too(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`tend` carries it out for who wrote it."""
    assert cli.run("tend", []) == 0
    github.act("otto").comment(REPOSITORY, 1, "/advance")
    later = datetime.now(UTC) + timedelta(hours=1)
    monkeypatch.setattr(tend_run, "now", lambda: later)
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == "phone-screen"


@pytest.mark.parametrize("name", ["@acme", "@acme/", "acme/leads", "@acme/le ads", "a b", "@a/b/c"])
def test_what_names_nobody_is_said_with_what_would(name: str) -> None:
    """A login, or a team with its organisation, in the settings."""
    with pytest.raises(CareersError, match="0: name a login, `adaeze-example`, or a team"):
        read_candidates_settings(f'[roles.hiring_managers]\nengineer = ["{name}"]\n')


@pytest.fixture
def board(apply: Run, github: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A candidate and the job's issue; an App may write in the careers repository."""
    settings = (company / "careers.toml").read_text("utf-8")
    site = f'[site]\nrepository = "{POSTINGS}"\nbranch = "main"\n'
    (company / "careers.toml").write_text(settings + site, "utf-8")
    german = (company / "postings/engineer.md").read_text("utf-8")
    german = german.replace("status: open", "status: open\nlanguage: de")
    (company / "postings/engineer.de.md").write_text(german, "utf-8")
    texts = {p.relative_to(company).as_posix(): p.read_text("utf-8") for p in company.rglob("*.md")}
    github.add_repository(POSTINGS)
    github.premises(POSTINGS).write(texts)
    github.add_user("closer[bot]", token="t-closer", type="Bot")
    github.grant("closer[bot]", POSTINGS, "write")
    monkeypatch.setenv("CAREERS_POSTINGS_TOKEN", "t-closer")
    assert apply() == 0
    assert cli.run("tend", []) == 0
    github.take_events()
    titles = {issue["title"]: issue["number"] for issue in github.issues(REPOSITORY)}
    return int(titles["Engineer: all candidates"])


def pulls(github: Sandbox) -> list[str]:
    """The titles of the pull requests that are open."""
    return [x["title"] for x in github.issues(POSTINGS) if x["state"] == "open"]


def branch(github: Sandbox) -> dict[str, str]:
    """The files of the branch that closes the job."""
    premises = github.premises(POSTINGS)
    return premises.trees[premises.commits[premises.branches["careers/close-engineer"]]]


def test_a_job_is_closed_by_a_pull_request(board: int, events: Run, github: Sandbox) -> None:
    """The posting and its translation; it says nothing of candidates, and merges nothing."""
    tick_issue(github, board, "plan close")
    assert events() == 0
    assert pulls(github) == ["Close the posting Engineer"]
    files = branch(github)
    changed = {p for p, text in github.premises(POSTINGS).files.items() if files[p] != text}
    assert changed == {"postings/engineer.md", "postings/engineer.de.md"}
    assert {files[path].count("status: closed") for path in changed} == {1}
    ((_, plan),) = comments(github, board)
    url = f"{github.url}/ui/{POSTINGS}/pull/1"
    assert f"merge [its pull request]({url}), which closes the posting. Then, for who is" in plan
    body = str(github.issue(POSTINGS, 1)["body"])
    assert "takes no more applications" in body
    assert REPOSITORY not in body


def test_of_a_job_one_pull_request_is_open(board: int, events: Run, github: Sandbox) -> None:
    """Asked for again it is the same; after one that was closed unmerged it is a new one."""
    for _ in range(2):
        tick_issue(github, board, "plan close")
        assert events() == 0
    assert pulls(github) == ["Close the posting Engineer"]
    github.act("rita").close(POSTINGS, 1)
    files = github.premises(POSTINGS).files
    changed = files | {"postings/engineer.md": files["postings/engineer.md"] + "\nMore.\n"}
    github.premises(POSTINGS).write(changed)
    tick_issue(github, board, "plan close")
    assert events() == 0
    assert pulls(github) == ["Close the posting Engineer"]
    assert branch(github)["postings/engineer.md"].endswith("\nMore.\n")


def test_what_is_no_text_stays_as_it_is(board: int, events: Run, github: Sandbox) -> None:
    """A posting that GitHub has no text of is written over by nothing; there is the link."""
    github.premises(POSTINGS).write({"postings/engineer.md": ""})
    tick_issue(github, board, "plan close")
    assert events() == 0
    assert pulls(github) == []
    ((_, plan),) = comments(github, board)
    assert "[Edit the posting]" in plan


def test_a_careers_repository_that_is_gone(board: int, events: Run, github: Sandbox) -> None:
    """Or that has another name by now: there is the link, and the plan."""
    github.grant("closer[bot]", POSTINGS, "none")
    github.add_repository(POSTINGS, private=True)
    tick_issue(github, board, "plan close")
    assert events() == 0
    ((_, plan),) = comments(github, board)
    assert "[Edit the posting]" in plan


@pytest.mark.parametrize("cut", range(1, 9))
@pytest.mark.parametrize("how", ["cut", "cut-after"])
def test_a_run_that_is_cut_off_opens_one(
    board: int, events: Run, github: Sandbox, cut: int, how: str
) -> None:
    """At any request to the careers repository; the next attempt goes on."""
    tick_issue(github, board, "plan close")
    github.fail(cut, how, path=f"^/repos/{POSTINGS}/")  # type: ignore[arg-type] # one of its words
    assert events() == 0
    assert pulls(github) == ["Close the posting Engineer"]
    assert len(comments(github, board)) == 1


@pytest.mark.parametrize("token", ["", "t-otto"])
def test_without_an_app_there_is_the_link(  # noqa: PLR0913, PLR0917 - fixtures
    board: int,
    events: Run,
    github: Sandbox,
    token: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also where it may not write there, which the log says; the plan comes all the same."""
    monkeypatch.setenv("CAREERS_POSTINGS_TOKEN", token)
    tick_issue(github, board, "plan close")
    before = len(github.requests)
    assert events() == 0
    assert pulls(github) == []
    ((_, plan),) = comments(github, board)
    edit = f"https://github.com/{POSTINGS}/edit/main/postings/engineer.md"
    assert f"**To close the job:** [Edit the posting]({edit}): `status: closed`." in plan
    assert ("no pull request" in capsys.readouterr().err) == bool(token)
    asked_there = [x for x in asked(github, before) if POSTINGS in str(x)]
    assert bool(asked_there) == bool(token)
