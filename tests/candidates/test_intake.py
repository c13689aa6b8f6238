"""An application becomes an issue: the whole way, over HTTP."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from candidates.company import (
    REPOSITORY,
    ROOT,
    Run,
    asked,
    copy_examples,
    edit,
    labels_of,
    record_of,
    state,
)
from candidates.letters import Clock
from careers import cli
from careers.sandbox import Sandbox

WRITES = {"POST", "PATCH", "PUT", "DELETE"}


def writes(github: Sandbox) -> int:
    """How many requests would have changed something."""
    return sum(request.method in WRITES for request in github.requests)


ADAS = ["job:engineer", "source:site", "stage:applied", "who:05"]


def test_an_application_opens_an_issue(
    apply: Run, github: Sandbox, company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stub with its labels, then title and body; the number goes out, the name does not."""
    assert cli.run("labels", []) == 0
    before = len(github.requests)
    assert apply() == 0
    assert asked(github, before) == ["GET ", "GET /issues", "POST /issues", "PATCH /issues/1"]
    post, patch = (request.body for request in github.requests[before + 2 :])
    assert post["title"] == "Candidate · Engineer"
    assert "Ada" not in json.dumps(post)
    assert "ada@" not in json.dumps(post)
    assert sorted(patch) == ["body", "title"]
    (issue,) = github.issues(REPOSITORY)
    assert issue["title"] == "Ada Example · Engineer"
    assert labels_of(github, 1) == ADAS
    assert record_of(github).stages == ("applied", "phone-screen", "case-study", "offer")
    assert "**applied**" in issue["body"]
    assert "issue=1\n" in (company / "output").read_text()
    said = capsys.readouterr()
    public = said.out + said.err + (company / "summary").read_text()
    assert "Ada" not in public
    assert "ada@" not in public


def test_labels_that_the_issue_made_get_their_looks(apply: Run, github: Sandbox) -> None:
    """GitHub makes what an issue names first, in grey."""
    assert apply() == 0
    made = {label["name"]: label["color"] for label in github.labels(REPOSITORY)}
    assert cli.run("labels", []) == 0
    later = {label["name"]: label["color"] for label in github.labels(REPOSITORY)}
    for name in ("stage:applied", "job:engineer", "source:site"):
        assert made[name] == later[name]
    assert later["who:05"] == "eeeeee"


def test_titles_name_nobody_where_the_settings_say_so(
    apply: Run, github: Sandbox, company: Path
) -> None:
    """Mails carry a title, and no erasing reaches mailboxes."""
    (company / "candidates.toml").write_text('[candidates]\ntitles = "number"\n', "utf-8")
    assert apply() == 0
    assert github.issue(REPOSITORY, 1)["title"] == "Candidate 1 · Engineer"


def test_the_same_application_twice_writes_once(apply: Run, github: Sandbox) -> None:
    """A form that is sent twice, at another time, opens one issue."""
    assert apply() == 0
    before = writes(github)
    assert apply(submitted="2026-05-05T05:05:05Z") == 0
    assert writes(github) == before


def test_the_same_person_again(apply: Run, github: Sandbox) -> None:
    """The letter stands below, unconfirmed; facts and all that the team wrote stay; it is said."""
    assert apply(phone="+44 20 7946 0142") == 0
    body = github.issue(REPOSITORY, 1)["body"]
    edit(github, 1, body.replace("### Notes", "### Notes\n\nA strong one.").replace("\n", "\r\n"))
    for _ in range(2):
        assert apply(message="Something more", email="ADA@example.com", phone="+49 30 5550") == 0
    (issue,) = github.issues(REPOSITORY)
    text = issue["body"]
    assert "A strong one." in text
    assert text.index("> Hi\n") < text.index("> Something more")
    assert text.index("+44 20 7946 0142") < text.index("> Hi\n") < text.index("+49 30 5550")
    assert text.count("> Something more") == 1
    (said,) = github.comments(REPOSITORY, 1)
    assert "They wrote again." in said["body"]
    assert "Something" not in said["body"]
    assert "needs:reply" in labels_of(github, 1)


def test_who_writes_again_after_the_day_is_told_as_late(
    apply: Run, github: Sandbox, clock: Clock
) -> None:
    """Nobody is asked to answer by a day that has passed."""
    assert apply() == 0
    clock.forward(timedelta(days=12))
    assert apply(message="Any news?") == 0
    (said,) = github.comments(REPOSITORY, 1)
    assert "under *Letters*. An answer was due **" in said["body"]


@pytest.mark.parametrize("name", ["ADA EXAMPLE", "Example, Ada", "Àda Ëxample"])
def test_a_name_that_is_the_same(apply: Run, github: Sandbox, name: str) -> None:
    """But for capitals, accents and order."""
    assert apply() == 0
    assert apply(name=name, message="More") == 0
    assert len(github.issues(REPOSITORY)) == 1


def test_who_stands_is_left_to_the_other_group(
    apply: Run, github: Sandbox, company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --opens-only nothing is written to them; the output says what is left to do."""

    def told() -> str:
        lines = (company / "output").read_text("utf-8").splitlines()
        return next(line for line in reversed(lines) if line.startswith("again="))

    assert apply("--opens-only") == 0
    assert told() == "again=false"
    before = state(github)
    assert apply("--opens-only", message="More") == 0
    assert told() == "again=true"
    assert state(github) == before
    assert "the next job" in capsys.readouterr().out
    assert apply(message="More") == 0
    assert "> More" in github.issue(REPOSITORY, 1)["body"]
    assert apply("--opens-only", message="More") == 0
    assert told() == "again=false"


@pytest.mark.parametrize("times", [1, 2])
def test_a_burst_keeps_its_pace(apply: Run, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Only who opened an issue waits, so long that 300 writes an hour are not passed."""
    slept: list[float] = []
    monkeypatch.setattr("careers.cli.intake.time.sleep", slept.append)
    for _ in range(times):
        assert apply("--pace=24") == 0
    (seconds,) = [pause for pause in slept if pause > 5]
    assert seconds <= 24


def test_what_is_not_taken_in_yet_is_said_in_the_runs_summary(
    apply: Run, github: Sandbox, company: Path
) -> None:
    """With what ails it, and that it is tried again; nothing of the person."""
    github.fail(at=1, status=503, times=9)
    assert apply() == 2
    said = (company / "summary").read_text("utf-8")
    assert "Not taken in yet" in said
    assert "503" in said
    assert "starts this run again" in said
    assert "ada" not in said.casefold()


def test_another_name_is_an_issue_of_its_own(apply: Run, github: Sandbox) -> None:
    """Who knows an address takes nobody over: nothing of the first changes, the second names it."""
    assert apply(phone="+44 20 7946 0142") == 0
    first = github.issue(REPOSITORY, 1)
    assert apply(name="Mallory Other", message="I withdraw", phone="+1 555") == 0
    assert github.issue(REPOSITORY, 1) == first
    assert "| **Same address, another name** | #1 |" in github.issue(REPOSITORY, 2)["body"]
    assert record_of(github, 2).other_names == (1,)
    assert apply(message="More of Ada") == 0
    assert "> More of Ada" in github.issue(REPOSITORY, 1)["body"]


def test_another_posting_is_another_issue_linked_to_the_first(apply: Run, github: Sandbox) -> None:
    """In the text for people, and in the record."""
    assert apply() == 0
    assert apply(posting="designer") == 0
    assert record_of(github, 2).linked == (1,)
    assert "| **Also applied** | #1 |" in github.issue(REPOSITORY, 2)["body"]


@pytest.mark.parametrize(
    ("command", "expected", "said"),
    [
        ("/withdraw", "withdrawn", "they had withdrawn on"),
        ("/reject skills too late", "rejected", "They wrote after our no of"),
        ("/hire anyway x", "hired", "ended as hired on"),
    ],
)
def test_a_letter_after_the_end_reopens_nothing(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run, events: Run, github: Sandbox, command: str, expected: str, said: str
) -> None:
    """It is kept and said in a comment, whoever sent it; a person takes the process up again."""
    assert apply() == 0
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, command)
    assert events() == 0
    assert apply(message="Again") == 0
    assert [x for x in labels_of(github, 1) if x.startswith(("stage:", "needs:"))] == [
        f"stage:{expected}"
    ]
    issue = github.issue(REPOSITORY, 1)
    assert issue["state"] == "closed"
    assert "> Again" in issue["body"]
    assert record_of(github).stage == expected
    told = github.comments(REPOSITORY, 1)[-1]["body"]
    assert said in told
    assert "`/stage applied`" in told


def test_letters_that_find_no_room_go_on_in_comments(apply: Run, github: Sandbox) -> None:
    """The first stays on top, none is lost, and GitHub's limits hold."""
    for letter in "abcdef":
        assert apply(message=f"{letter}-letter " * 2000) == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert len(body) <= 65_536
    comments = [comment["body"] for comment in github.comments(REPOSITORY, 1)]
    assert all(len(text) <= 65_536 for text in comments)
    told = "\n".join([body, *comments])
    assert [told.count(f"{letter}-letter") for letter in "abcdef"] == [2000] * 6
    assert body.index("a-letter") < body.index("b-letter")
    assert len(record_of(github).applications) == 6
    assert apply(message="a-letter " * 2000) == 0
    assert len(github.issues(REPOSITORY)) == 1


@pytest.mark.parametrize("message", ["`" * 25_000, "x" * 200_000, "word \n" * 30_000])
def test_what_is_too_long_goes_on_in_comments(apply: Run, github: Sandbox, message: str) -> None:
    """Also what grows once it is harmless."""
    assert apply(message=message) == 0
    (issue,) = github.issues(REPOSITORY)
    texts = [issue["body"], *(c["body"] for c in github.comments(REPOSITORY, 1))]
    assert all(len(text) <= 65_536 for text in texts)
    sign, count = {"`": ("&#96;", 25_000), "x": ("x", 200_000), "w": ("word", 30_000)}[message[0]]
    assert sum(text.count(sign) for text in texts) >= count


@pytest.mark.parametrize(
    ("changes", "late"),
    [({"posting": "lawyer"}, True), ({"posting": "late"}, True), ({"posting": "today"}, False)],
)
def test_a_posting_that_closed_while_the_person_typed(
    apply: Run, github: Sandbox, company: Path, changes: dict[str, Any], *, late: bool
) -> None:
    """They are taken, and marked late."""
    text = (company / "postings/engineer.md").read_text("utf-8")
    for name, day in (("late", "2020-01-01"), ("today", "2199-01-01")):
        more = text.replace("status: open", f"status: open\ncloses: {day}")
        (company / "postings" / f"{name}.md").write_text(more, "utf-8")
    assert apply(**changes) == 0
    assert record_of(github).late is late
    assert ("**late**" in github.issue(REPOSITORY, 1)["body"]) is late


@pytest.mark.parametrize(
    "name", ["Engineer", "engineer.md", "https://example.com/careers/engineer/", "careers/engineer"]
)
def test_a_posting_by_its_file_or_its_page(apply: Run, github: Sandbox, name: str) -> None:
    """What a form sends of where it stands."""
    assert apply(posting=name) == 0
    assert "job:engineer" in labels_of(github, 1)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"posting": "nobody"}, "its posting is not known"),
        ({"posting": "draft"}, "its posting is not known"),
        ({"posting": "broken"}, "its posting cannot be read"),
        ({"email": ""}, "email: is missing"),
        ({"name": None}, "name: is missing"),
        ({"posting": ["../x"], "name": "<!-- careers:record"}, "its posting is not known"),
    ],
)
def test_what_cannot_be_taken_is_kept_where_people_see_it(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    github: Sandbox,
    company: Path,
    changes: dict[str, Any],
    why: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An issue `needs:attention`, opened without a word of the person; sent twice, once."""
    text = (company / "postings/engineer.md").read_text("utf-8")
    for name, status in (("draft", "draft"), ("broken", "perhaps")):
        body = text.replace("status: open", f"status: {status}")
        (company / "postings" / f"{name}.md").write_text(body, "utf-8")
    assert apply(message="Zanzibar", **changes) == 0
    said = capsys.readouterr()
    assert why in said.err
    assert "Zanzibar" not in said.out + said.err
    assert apply(message="Zanzibar", **changes) == 0
    (issue,) = github.issues(REPOSITORY)
    assert labels_of(github, 1) == ["needs:attention"]
    assert "Zanzibar" in issue["body"]
    assert why in issue["body"]
    opened = next(request for request in github.requests if request.method == "POST")
    assert "Zanzibar" not in json.dumps(opened.body)
    assert issue["body"].count("<!--") == 1


def test_a_public_repository_is_refused(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the settings say: it is looked up each time."""
    monkeypatch.setenv("CAREERS_CANDIDATES", "example-tools/careers")
    assert apply() == 2
    assert "is not private" in capsys.readouterr().err
    assert writes(github) == 0


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CAREERS_CANDIDATES", "example-tools/nowhere", "GitHub answers 404"),
        ("CAREERS_CANDIDATES", "nowhere", "OWNER/NAME"),
        ("GITHUB_TOKEN", "", "GITHUB_TOKEN is not set"),
        ("GITHUB_TOKEN", "wrong", "GitHub answers 401"),
        ("CAREERS_KEY", "short", "CAREERS_KEY is shorter"),
        ("GITHUB_API_URL", "ftp://x", "no web address"),
        ("GITHUB_API_URL", "http://127.0.0.1:9", "no answer"),
    ],
)
def test_what_keeps_intake_from_running_is_said(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variable: str,
    value: str,
    said: str,
) -> None:
    """Exit status 2, what was tried, and the cure."""
    monkeypatch.setenv(variable, value)
    assert apply() == 2
    error = capsys.readouterr().err
    assert said in error
    assert "help: " in error


def test_labels_that_github_dropped_are_put_on_again(apply: Run, github: Sandbox) -> None:
    """Once; that is enough where the token may."""
    github.drop_labels = True
    assert apply() == 0
    assert labels_of(github, 1) == ADAS


def test_a_candidate_whose_labels_stay_dropped_stands(
    apply: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A token without push access: nobody is emptied for a label, and the run says it."""
    assert cli.run("labels", []) == 0
    monkeypatch.setenv("GITHUB_TOKEN", "t-otto")
    assert apply() == 0
    error = capsys.readouterr().err
    assert "stage:applied" in error
    assert "push access" in error
    (issue,) = github.issues(REPOSITORY)
    assert issue["state"] == "open"
    assert record_of(github).stage == "applied"


def test_a_label_that_github_refuses_empties_nobody(
    apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """The letter is kept, the old issue is as it was, and the run says what it could not do."""
    assert apply() == 0
    github.fail(at=1, how="error", status=422, times=9, method="POST", path="/labels$")
    assert apply(message="More", source="email") == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert "> Hi" in body
    assert "> More" in body
    assert github.issue(REPOSITORY, 1)["state"] == "open"
    assert "GitHub answers 422 for a label" in capsys.readouterr().err


FORGED = """Hello

<!-- careers:record
{"version":1,"person":"%s","applications":["0123456789abcdef"],"posting":"engineer",
"title":"Engineer","stages":["applied"],"stage":"applied","history":[{"when":"","who":"x","to":"applied"}]}
-->
"""


@pytest.mark.parametrize("author", ["otto", "rita"])
def test_what_a_reader_writes_is_text(apply: Run, github: Sandbox, author: str) -> None:
    """An issue with the beginning of a record stops nobody, a forged one catches nobody."""
    assert apply() == 0
    ours = github.issue(REPOSITORY, 1)["body"]
    person = record_of(github).person
    token = f"t-{author}"
    for body in ("<!-- careers:record", FORGED % person, ours, FORGED + ours):
        open_as(github, token, body, ["who:05", "job:engineer", "stage:applied"])
    assert apply(message="More") == 0
    assert apply(email="bob@example.com") == 0
    assert "> More" in github.issue(REPOSITORY, 1)["body"]
    assert len(github.issues(REPOSITORY)) == 6
    copies = [github.issue(REPOSITORY, number)["body"] for number in range(2, 6)]
    assert not any("> More" in body for body in copies)


def open_as(github: Sandbox, token: str, body: str, labels: list[str]) -> None:
    """Open an issue as somebody does by the API; labels count where they may set them."""
    request = urllib.request.Request(  # noqa: S310 - the sandbox
        f"{github.url}/repos/{REPOSITORY}/issues",
        json.dumps({"title": "x", "body": body, "labels": labels}).encode(),
        {"Authorization": f"token {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10):  # noqa: S310 - the sandbox
        pass


@pytest.mark.parametrize("author", ["t-otto", "t-rita"])
def test_a_copied_stub_is_not_filled(apply: Run, github: Sandbox, author: str) -> None:
    """A reader's is not ours; whoever may write comes later than the stub that they copied."""
    github.fail(at=1, how="cut", times=9, method="PATCH")
    assert apply() == 2
    stub = github.issue(REPOSITORY, 1)["body"]
    open_as(github, author, stub, ["who:05"])
    with_faults_gone(github)
    assert apply() == 0
    assert record_of(github).stage == "applied"
    assert github.issue(REPOSITORY, 2)["body"] == stub
    assert apply() == 0
    assert len(github.issues(REPOSITORY)) == 2


def with_faults_gone(github: Sandbox) -> None:
    """Use up what was ordered."""
    for _ in range(9):
        with contextlib.suppress(OSError):
            edit(github, 1, github.issue(REPOSITORY, 1)["body"])


def test_a_dry_run_writes_nothing(
    apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the plan, without personal data."""
    assert apply("--dry-run") == 0
    assert writes(github) == 0
    said = capsys.readouterr().out
    assert "open an issue with stage:applied, job:engineer, who:05, source:site" in said
    assert "Ada" not in said


def test_the_examples_by_script(github: Sandbox, company: Path) -> None:
    """As a workflow step runs it: eight applications of five people, six issues."""
    for file in copy_examples(company):
        done = subprocess.run(
            [sys.executable, "-W", "error", str(ROOT / "scripts/intake.py"), "--application", "-"],
            input=file.read_bytes(),
            capture_output=True,
            env=os.environ,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
    made = state(github)
    assert len(made) == 6
    assert all(len(issue["title"]) <= 256 for issue in made)
    hostile = made[-1]
    assert record_of(github, 6).stage == "applied"
    assert [x for x in hostile["labels"] if not x.startswith("who:")] == [
        "job:support-engineer",
        "source:site",
        "stage:applied",
    ]


def test_an_event_file_by_the_environment(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Actions gives a step."""
    event = {"client_payload": {"application": json.loads(_text(company))}}
    (company / "event.json").write_text(json.dumps(event))
    monkeypatch.setenv("GITHUB_EVENT_NAME", "repository_dispatch")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(company / "event.json"))
    assert cli.run("intake", []) == 0
    assert len(github.issues(REPOSITORY)) == 1


def _text(company: Path) -> str:
    return json.dumps({"posting": "engineer", "name": str(len(company.name)), "email": "a@b.test"})


@pytest.mark.parametrize(
    ("file", "sent", "job"),
    [
        ("büro-leitung.md", "büro-leitung", "buro-leitung"),
        ("büro-leitung.md", "bu\u0308ro-leitung", "buro-leitung"),
        ("büro-leitung.md", "buro-leitung", "buro-leitung"),
        ("日本の仕事.md", "日本の仕事", None),
        ("field engineer.md", "field engineer", "field-engineer"),
        ("field engineer.md", "field-engineer", "field-engineer"),
        ("r&d.md", "r&d", "r-d"),
        ("r&d.md", "/r-d/", "r-d"),
        ("privacy.md", "job-privacy", "privacy"),
        ("vue.js.md", "vue-js", "vue.js"),
        ("head-baker.md", "baker", "head-baker"),
        ("head-baker.md", "old baker", "head-baker"),
    ],
)
def test_an_application_comes_by_any_name_of_its_job(  # noqa: PLR0913, PLR0917 - its table and fixtures
    apply: Run, github: Sandbox, company: Path, file: str, sent: str, job: str | None
) -> None:
    """By the file's name, the page's address and a name that the file had before."""
    text = (company / "postings/engineer.md").read_text("utf-8")
    named = text.replace("status: open", "status: open\naliases: [baker, old-baker]", 1)
    (company / "postings" / file).write_text(named, "utf-8")
    assert apply(posting=sent) == 0
    [label] = [name for name in labels_of(github, 1) if name.startswith("job:")]
    assert job is None or label == f"job:{job}"


@pytest.mark.parametrize("change", [{}, {"message": "More"}, {"id": "7"}])
def test_the_same_person_at_a_posting_that_was_renamed(
    apply: Run, github: Sandbox, company: Path, change: dict[str, str]
) -> None:
    """Opens no second issue, and the same application is known."""
    assert apply(id="7") == 0
    old = company / "postings/engineer.md"
    text = old.read_text("utf-8").replace("status: open", "status: open\naliases: [engineer]", 1)
    old.unlink()
    (company / "postings/builder.md").write_text(text, "utf-8")
    assert apply(posting="builder", **change) == 0
    assert apply(**change) == 0
    assert len(github.issues(REPOSITORY)) == 1
    letters = github.issue(REPOSITORY, 1)["body"].count("unconfirmed")
    assert letters == ("id" not in change)
    assert "job:engineer" in labels_of(github, 1)


def test_the_last_day_holds_where_the_company_is(
    apply: Run, github: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Los Angeles it is still that day when it is the next one in UTC."""
    evening = datetime(2026, 12, 6, 0, 30, tzinfo=UTC)
    monkeypatch.setattr("careers.cli.candidate_runs.taking.now", lambda: evening)
    text = (company / "postings/engineer.md").read_text("utf-8")
    dated = text.replace("status: open", "status: open\ncloses: 2026-12-05", 1)
    (company / "postings/engineer.md").write_text(dated, "utf-8")
    settings = (company / "careers.toml").read_text("utf-8")
    (company / "careers.toml").write_text(f'company.timezone = "Europe/Berlin"\n{settings}')
    assert apply(email="b@example.com") == 0
    (company / "careers.toml").write_text(f'company.timezone = "America/Los_Angeles"\n{settings}')
    assert apply(email="l@example.com") == 0
    assert [record_of(github, number).late for number in (1, 2)] == [True, False]


def test_a_mail_becomes_an_issue(
    github: Sandbox, company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file as a mail program saves it; what a program answered opens nothing."""
    letter = (
        b"From: Ada Example <ada@example.com>\r\nSubject: Application: Engineer\r\n\r\nI build."
    )
    (company / "letter.eml").write_bytes(letter)
    assert cli.run("intake", ["--application", str(company / "letter.eml")]) == 0
    (issue,) = github.issues(REPOSITORY)
    assert issue["title"] == "Ada Example · Engineer"
    assert "I build." in issue["body"]
    assert "source:email" in labels_of(github, 1)
    away = letter.replace(b"Subject:", b"Auto-Submitted: auto-replied\r\nSubject:")
    (company / "letter.eml").write_bytes(away)
    assert cli.run("intake", ["--application", str(company / "letter.eml")]) == 0
    assert "a program answered; nothing to do" in capsys.readouterr().out
    assert len(github.issues(REPOSITORY)) == 1


def test_what_a_form_service_sends_becomes_an_issue(github: Sandbox, company: Path) -> None:
    """As its webhook sends it, in a dispatch; settings say what a question asks for."""
    fields = [
        {"key": "q1", "label": "What are you called?", "type": "INPUT_TEXT", "value": "Ada"},
        {"key": "q2", "label": "Mail", "type": "INPUT_EMAIL", "value": "ada@example.com"},
    ]
    sent = {"eventType": "FORM_RESPONSE", "data": {"submissionId": "s1", "fields": fields}}
    (company / "event.json").write_text(json.dumps({"client_payload": {"application": sent}}))
    (company / "candidates.toml").write_text(
        '[[intake.form]]\nservice = "tally"\nposting = "engineer"\n'
        'fields = { name = "What are you called?" }\n'
    )
    assert cli.run("intake", ["--event", str(company / "event.json")]) == 0
    assert cli.run("intake", ["--event", str(company / "event.json")]) == 0
    assert [issue["title"] for issue in github.issues(REPOSITORY)] == ["Ada · Engineer"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"email": "", "phone": "n/a"}, {"email": "", "phone": "on request"}),
        ({"email": "", "phone": "n/a"}, {"email": "", "phone": "n/a"}),
        ({"email": "none"}, {"email": "none"}),
        ({"email": "ada@exa mple.com"}, {"email": "ada@example.com"}),
    ],
)
def test_what_reaches_nobody_is_nobodys(
    apply: Run, github: Sandbox, one: dict[str, str], other: dict[str, str]
) -> None:
    """Two people of one name are not taken for one; the same sent twice opens one issue."""
    assert apply(**one, message="one") == 0
    assert apply(**one, message="one") == 0
    assert apply(**other, message="another") == 0
    assert [issue["number"] for issue in github.issues(REPOSITORY)] == [1, 2]
    assert "another" not in github.issue(REPOSITORY, 1)["body"]
