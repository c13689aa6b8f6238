"""Invented names go through everything, and are erased: none is left but where the list says it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, Run
from candidates.test_forgetting import LEFT, RETENTION, TOLD, on, titled
from candidates.test_kill import furnish
from candidates.test_mailbox_run import SETTINGS as MAILBOX
from careers import cli
from careers.sandbox import Sandbox
from form_services import CV
from imap_server import PASSWORD as IMAP_PASSWORD
from imap_server import MailServer, serving, why_not
from mail_server import MailOffice

CANARY = "Zqwx"
PERSON: dict[str, Any] = {
    "posting": "engineer",
    "name": f"{CANARY} Name",
    "email": f"{CANARY.lower()}-mail@example.com",
    "phone": f"+1 {CANARY} phone",
    "location": f"{CANARY} place",
    "links": [f"https://example.com/{CANARY}-link"],
    "message": f"{CANARY} letter\n" * 6_000,
    "answers": {f"{CANARY} question": f"{CANARY} answer"},
    "source": f"{CANARY.lower()}-source",
    "files": [
        {"name": f"{CANARY} CV.pdf", "content": b64encode(CV + CANARY.encode()).decode()},
        {"name": f"{CANARY}.docm", "content": b64encode(b"PK").decode()},
    ],
}
CARDS = """
[stage.phone-screen]
interviewers = ["rita"]
scorecard = ["Finds the cause", "Explains plainly"]
"""
FORWARDED = f"""From: Colleague <c@example.net>
To: jobs@example.test
Subject: Fwd: {CANARY}

---------- Forwarded message ---------
From: {CANARY} <{PERSON["email"]}>
Date: Mon, Nov 23, 2026 at 10:00 AM
Subject: Engineer
To: c@example.net

I apply as engineer.
"""
MAILS = (
    f"From: {CANARY} <{PERSON['email']}>\nTo: jobs@example.test\nSubject: {CANARY}\n\nHello\n",
    FORWARDED,
    f"From: jobs@example.test\nTo: {PERSON['email']}\nSubject: Engineer\n\n{CANARY}\n",
    "From: Ben <ben@example.com>\nTo: jobs@example.test\nSubject: Engineer\n\nHello\n",
)
WHOSE = f"<{PERSON['email']}>\nTo: jobs+engineer@example.test\nMessage-ID: <{CANARY}"
ARRIVES = (
    f"From: {CANARY} Third {WHOSE}.1@example.com>\nSubject: {CANARY}\n\nI am {CANARY}.\n",
    f"From: {CANARY} {WHOSE}.2@example.com>\nSubject: {CANARY} sits\n\nFor {CANARY}?\n".replace(
        "+engineer", ""
    ),
    f"From: {CANARY} {WHOSE}.3@example.com>\nAuto-Submitted: auto-replied\n\n{CANARY} is away.\n",
)
TALK = (
    f"I met {CANARY} today.",
    f"/next tomorrow call {CANARY}",
    f"/interview +2d 14:00 UTC @rita with {CANARY} https://meet.example.com/{CANARY}",
    f"/interview +3d 14:00 UTC @mira with {CANARY} https://meet.example.com/{CANARY}",
    f"/interview off {CANARY} is ill",
    f"/hold +3d {CANARY} travels",
    "/hold off",
    f"/advance for {CANARY}",
    "/merge #2",
    f"/reply\nDear {CANARY}",
    f"/offer accepted {CANARY} said so",
    f"/offer void {CANARY} asks for more",
    f"/reject skills {CANARY} knows it",
    f"/pool tomorrow {CANARY} said yes",
)


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch, certificate: Path, tmp_path: Path) -> Iterator[MailServer]:
    """The mailbox: their letter, what a colleague sent on, one to them; and somebody else's."""
    if why := why_not():
        pytest.skip(why)
    with serving() as server:
        both = tmp_path / "both.pem"
        both.write_bytes(certificate.read_bytes() + server.certificate.read_bytes())
        monkeypatch.setenv("SSL_CERT_FILE", str(both))
        monkeypatch.setenv("CAREERS_IMAP_PASSWORD", IMAP_PASSWORD)
        with server.box() as made:
            for name in ("Taken in", "Set aside"):
                made.folder.create(name)
        server.lay(*(text.replace("\n", "\r\n").encode() for text in ARRIVES))
        for number, text in enumerate(MAILS):
            folder = "Set aside" if number else "Taken in"
            server.lay(text.replace("\n", "\r\n").encode(), folder=folder)
        yield server


@pytest.fixture
def world(
    tmp_path: Path,
    company: Path,
    office: MailOffice,
    box: MailServer,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Sandbox]:
    """A GitHub that writes all it knows to a file; letters go, and a mailbox is read."""
    letters = (company / "candidates.toml").read_text("utf-8")
    assert f"port = {office.port}" in letters
    mail = MAILBOX.replace("PORT", str(box.port))
    (company / "candidates.toml").write_text(letters + RETENTION + CARDS + mail, "utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "both.pem"))
    with (company / "careers.toml").open("a", encoding="utf-8") as file:
        file.write(TOLD)
    with Sandbox(tmp_path / "world.json") as sandbox:
        furnish(sandbox)
        sandbox.add_user("mira", token="t-mira")
        sandbox.grant("mira", REPOSITORY, "write")
        monkeypatch.setenv("GITHUB_API_URL", sandbox.url)
        yield sandbox


def held(tmp_path: Path) -> dict[int, set[str]]:
    """Where the canary stands, by issue: text, title, labels, comments, edits, history."""
    known = json.loads((tmp_path / "world.json").read_text("utf-8"))
    (repository,) = known["repositories"].values()
    rest = {name: part for name, part in repository.items() if name not in {"issues", "labels"}}
    if CANARY.casefold() in json.dumps(rest).casefold():
        return {0: {"files"}}
    found: dict[int, set[str]] = {}
    for issue in filter(None, repository["issues"]):
        parts = {k for k, part in issue.items() if CANARY.casefold() in json.dumps(part).casefold()}
        if parts:
            found[issue["number"]] = parts
    return found


def play(world: Sandbox, apply: Run, company: Path) -> None:
    """Applications, letters, mails, one that cannot be taken; talk, commands, a title by hand."""
    assert apply(**PERSON) == 0
    assert apply(**PERSON | {"message": f"{CANARY} again"}) == 0
    assert apply(**PERSON | {"name": f"{CANARY} Other"}) == 0
    assert apply(**PERSON | {"posting": f"{CANARY.lower()}-job"}) == 0
    assert cli.run("fetch", []) == 0
    deliver(world, company)
    body = world.issue(REPOSITORY, 1)["body"]
    noted = body.replace("_Yours:", f"{CANARY} notes\n\n_Yours:")
    world.act("rita").edit(REPOSITORY, 1, title=f"{CANARY} by hand · Engineer", body=noted)
    for text in TALK:
        world.act("rita").comment(REPOSITORY, 1, text)
        deliver(world, company)
    world.act("rita").comment(REPOSITORY, 4, f"/reject skills {CANARY} told us")
    deliver(world, company)
    for card in [x for x in world.issues(REPOSITORY) if x["title"].startswith("Scorecard")]:
        told = f"{card['body']}\n{CANARY} was here"
        world.act("rita").edit(REPOSITORY, card["number"], body=told)
        world.act("rita").comment(REPOSITORY, card["number"], f"{CANARY} spoke well")
    deliver(world, company)
    (company / "offer.pdf").write_bytes(CV + CANARY.encode())
    assert cli.run("attach", ["1", str(company / "offer.pdf")]) == 0
    (company / "offer.pdf").unlink()
    closed_by_hand(world)
    assert cli.run("tend", []) == 0


def closed_by_hand(world: Sandbox) -> None:
    """What could not be taken in was looked at."""
    for issue in world.issues(REPOSITORY):
        if "needs:attention" in {label["name"] for label in issue["labels"]}:
            world.act("rita").close(REPOSITORY, issue["number"])


def deliver(world: Sandbox, company: Path) -> None:
    """Run ``move`` for what happened."""
    for event in world.take_events():
        if event.name in {"issues", "issue_comment"}:
            file = company / "event.json"
            file.write_text(json.dumps(event.payload), "utf-8")
            name = ["--event", str(file), "--event-name", event.name]
            assert cli.run("move", name) == 0
            file.unlink()


def test_nothing_is_left_but_what_the_list_names(  # noqa: PLR0913, PLR0917 - fixtures
    world: Sandbox,
    apply: Run,
    company: Path,
    tmp_path: Path,
    box: MailServer,
    office: MailOffice,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By tend: earlier texts and titles of the issues on the list; by an admin's run: nothing."""
    play(world, apply, company)
    (company / "application.json").unlink()
    assert held(tmp_path) == {0: {"files"}}
    for days in (9, 20, 40):  # the no goes, they are warned of, it is done
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert box.folders() == {"INBOX": 0, "Set aside": 1, "Taken in": 0}
    assert {to for to, _ in office.post.taken} == {PERSON["email"]}
    office.post.taken.clear()
    left = held(tmp_path)
    assert set().union(*left.values()) == {"edits", "history"}
    (listed,) = titled(world, LEFT)
    assert f"careers erase {' '.join(map(str, left))}\n" in listed["body"]
    world.grant("rita", REPOSITORY, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    assert cli.run("erase", [*map(str, left)]) == 0
    assert held(tmp_path) == {}
    assert titled(world, LEFT)[0]["state"] == "closed"
    on(monkeypatch, 50)
    assert cli.run("tend", []) == 0
    assert office.post.taken == []  # no letter is left that knows of them
    told = capsys.readouterr()
    logs = told.out + told.err + "".join(p.read_text("utf-8") for p in company.glob("[os]u*"))
    assert CANARY.casefold() not in logs.casefold()


def test_no_workflow_keeps_what_candidates_sent_elsewhere() -> None:
    """In the candidates' repository none fills a cache or leaves an artifact."""
    folder = Path(__file__).parents[2] / "templates/repository/candidates/.github/workflows"
    texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.yml")}
    assert {"intake.yml", "move.yml", "tend.yml", "fetch.yml"} <= set(texts)
    kept = re.compile(r"upload-artifact|actions/cache|^\s*cache:", re.MULTILINE)
    assert not [name for name, text in texts.items() if kept.search(text)]
