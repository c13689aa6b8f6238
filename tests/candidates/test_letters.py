"""Letters from the act that asks for them to the mail server, and what can go wrong between."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, edit, labels_of, record_of
from candidates.letters import Clock
from careers import cli
from careers.hiring.record.outbox import LetterState
from careers.sandbox import Sandbox
from mail_server import PASSWORD, Fault, MailOffice, text_of

Settle = Callable[[], None]
MOVING = {"issues", "issue_comment"}


@pytest.fixture
def settle(company: Path, github: Sandbox) -> Settle:
    """The runs that events start, until none is left: ``move``, and ``tend`` of one issue."""

    def deliver() -> None:
        for _ in range(6):
            for event in github.take_events():
                file = company / "event.json"
                file.write_text(json.dumps(event.payload), "utf-8")
                if event.name == "workflow_dispatch":
                    assert event.payload["workflow"].endswith("/tend.yml")
                    assert cli.run("tend", ["--issue", event.payload["inputs"]["issue"]]) == 0
                elif event.name in MOVING and event.payload["sender"]["type"] == "User":
                    name = ["--event", str(file), "--event-name", event.name]
                    assert cli.run("move", name) == 0

    return deliver


def tick(github: Sandbox, act: str, number: int = 1) -> None:
    """Rita clicks a box."""
    body, box = github.issue(REPOSITORY, number)["body"], f"[ ] <!-- do:{act} -->"
    assert box in body, body
    github.act("rita").edit(REPOSITORY, number, body=body.replace(box, box.replace("[ ]", "[x]")))


def letters(github: Sandbox, number: int = 1) -> list[tuple[str, str]]:
    """Kind and state of a candidate's letters."""
    return [(x.kind, str(x.state)) for x in record_of(github, number).letters]


def said(github: Sandbox, number: int = 1) -> list[str]:
    """What the bot said."""
    texts = (comment["body"] for comment in github.comments(REPOSITORY, number))
    return [t.partition("\n")[2] for t in texts if t.startswith("<!-- careers:note")]


def subjects(office: MailOffice) -> list[str]:
    """Of all letters that the server took."""
    return [str(mail["Subject"]) for _, mail in office.post.taken]


def head(github: Sandbox, number: int = 1) -> str:
    """The alert at the top of an issue."""
    body = github.issue(REPOSITORY, number)["body"]
    return "\n".join(line for line in body.split("\n") if line.startswith(">"))[:600]


def test_who_applies_is_told_that_it_arrived(
    apply: Run, office: MailOffice, github: Sandbox
) -> None:
    """The letter stands in the record with the application, and goes once with the next run."""
    assert apply() == 0
    assert letters(github) == [("received", "due")]
    assert cli.run("tend", []) == 0
    ((to, mail),) = office.post.taken
    assert to == "ada@example.com"
    (letter,) = record_of(github).letters
    assert letter.state is LetterState.SENT
    assert mail["Message-ID"] == letter.message_id
    assert re.fullmatch(r"Rita Example <jobs\+1-\d{8}@example\.com>", mail["Reply-To"])
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "Dear Ada Example," in text_of(mail)
    assert "letter *received*" in github.issue(REPOSITORY, 1)["body"]
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 1


def test_nothing_goes_where_letters_are_off(
    apply: Run, office: MailOffice, github: Sandbox
) -> None:
    """As in a new installation."""
    Path("candidates.toml").unlink()
    assert apply() == 0
    assert cli.run("tend", []) == 0
    assert (letters(github), office.post.taken) == ([], [])


def test_by_hand_it_is_shown(
    apply: Run,
    office: MailOffice,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Outside of a workflow no letter goes."""
    assert apply() == 0
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert cli.run("tend", []) == 0
    assert "would send: received of issue #1" in capsys.readouterr().out
    assert (letters(github), office.post.taken) == ([("received", "due")], [])


def test_a_command_is_answered_once_its_letter_went(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle
) -> None:
    """👀 while it waits for the run that sends, then 👍; the letter threads with the one before."""
    assert apply() == 0
    assert cli.run("tend", []) == 0
    number = github.act("rita").comment(REPOSITORY, 1, "/advance")
    settle()
    assert subjects(office)[1:] == ["Engineer: Phone screen"]
    first, second = (mail for _, mail in office.post.taken)
    assert second["References"] == second["In-Reply-To"] == first["Message-ID"]
    text = text_of(second)
    assert "The next step: We call you for 30 minutes." in text
    assert "€72,000 \N{EN DASH} 90,000 a year" in text
    (comment,) = (c for c in github.comments(REPOSITORY, 1) if c["id"] == number)
    assert (comment["reactions"]["+1"], comment["reactions"]["eyes"]) == (1, 0)


def test_a_no_waits_and_is_stopped_by_undo(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, clock: Clock
) -> None:
    """Two working days until nine o'clock; a box takes it back, and nothing is ever sent."""
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    settle()
    assert letters(github) == [("received", "stopped"), ("not-a-match", "due")]
    assert "The no goes out" in head(github)
    assert "[!CAUTION]" in head(github)
    tick(github, "undo")
    settle()
    clock.forward(timedelta(days=9))
    assert cli.run("tend", []) == 0
    assert letters(github) == [("received", "sent"), ("not-a-match", "stopped")]
    assert [s for s in subjects(office) if "answer" in s] == []


def shown_letter(github: Sandbox) -> str:
    """The letter as it will go, as people read it; empty where none is shown."""
    found = re.search(
        r"<summary>The letter as it will go</summary>\n\n(.*?)\n\n</details>\n\n",
        github.issue(REPOSITORY, 1)["body"],
        re.DOTALL,
    )
    return re.sub(r"^> ?|\\", "", found[1], flags=re.MULTILINE) if found else ""


def test_a_letter_that_waits_is_shown_as_it_goes(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, clock: Clock
) -> None:
    """Before a box is ticked: subject and words are those that the candidate gets."""
    assert apply() == 0
    assert shown_letter(github) == ""
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    settle()
    shown = shown_letter(github)
    clock.forward(timedelta(days=6))
    assert cli.run("tend", []) == 0
    _, mail = office.post.taken[-1]
    words = text_of(mail).replace("\r\n", "\n").strip()
    assert plain_words(shown) == plain_words(f"**{mail['Subject']}**\n\n{words}")
    assert shown_letter(github) == ""


def plain_words(text: str) -> list[str]:
    """Without what keeps an address from being a link."""
    return re.sub("[\u2060`]", "", html.unescape(text)).split()


def test_a_letter_that_cannot_go_is_said_before_it_is_due(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle
) -> None:
    """What is missing is named where the letter would stand; nobody is moved the less."""
    assert office
    template = Path("templates/mail/not-a-match.en.txt.j2")
    template.parent.mkdir(parents=True)
    template.write_text("Subject: Our answer\n\nNo, {{ nickname }}.\n", "utf-8")
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    settle()
    assert "It cannot go: nickname is not known." in shown_letter(github)
    template.write_text("Subject: Our answer\n\nNo, {{ name.\n", "utf-8")
    tick(github, "undo")
    settle()
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    settle()
    assert record_of(github).stage == "rejected"
    assert "It cannot go:" in shown_letter(github)
    assert f"{template}, line 3, is broken: a tag is not closed" in shown_letter(github)


def test_a_no_that_went_is_not_taken_back(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, clock: Clock
) -> None:
    """By a command or by reopening: they were told."""
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    settle()
    clock.forward(timedelta(days=6))
    assert cli.run("tend", []) == 0
    assert "Engineer: our answer" in subjects(office)
    assert "told on" in head(github)
    github.act("rita").comment(REPOSITORY, 1, "/undo")
    settle()
    assert "Not done: the letter went on" in said(github)[-1]
    github.act("rita").reopen(REPOSITORY, 1)
    settle()
    assert record_of(github).stage == "rejected"
    assert "they were told no on" in said(github)[-1]


def test_a_letter_that_is_put_off_is_tried_again(
    apply: Run, office: MailOffice, github: Sandbox, clock: Clock
) -> None:
    """Greylisted twice, dropped once before the last dot: it goes in the end, once."""
    assert apply() == 0
    office.post.faults += [Fault("rcpt", "put off"), Fault("data", "drop"), Fault("mail", "drop")]
    for _ in range(3):
        assert cli.run("tend", []) == 0
        assert letters(github) == [("received", "due")]
        clock.forward(timedelta(hours=2))
    assert cli.run("tend", []) == 0
    assert letters(github) == [("received", "sent")]
    assert len(office.post.taken) == 1


def test_a_mail_server_that_takes_nothing_is_said_where_people_look(
    apply: Run, office: MailOffice, github: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an hour, once; the issue closes by itself when the letters go, each of them once."""

    def told() -> list[tuple[str, str]]:
        issues = [i for i in github.issues(REPOSITORY) if i["title"] == "Letters that wait"]
        return [(issue["state"], issue["body"].split("**")[1][:8]) for issue in issues]

    assert apply() == 0
    monkeypatch.setenv("CAREERS_SMTP_PASSWORD", "ended")
    assert cli.run("tend", []) == 0
    assert told() == []
    for _ in range(2):
        clock.forward(timedelta(hours=2))
        assert cli.run("tend", []) == 0
    assert told() == [("open", "1 letter")]
    assert letters(github) == [("received", "due")]
    monkeypatch.setenv("CAREERS_SMTP_PASSWORD", PASSWORD)
    assert cli.run("tend", []) == 0
    (issue,) = (i for i in github.issues(REPOSITORY) if i["title"] == "Letters that wait")
    assert (issue["state"], len(office.post.taken)) == ("closed", 1)


def test_a_sender_whom_the_server_bars_is_no_fault_of_a_letter(
    apply: Run, office: MailOffice, github: Sandbox, clock: Clock
) -> None:
    """A login that ended in the middle, an address of another: all wait, and it is said."""
    assert apply() == 0
    assert apply(name="Ben Example", email="ben@example.com") == 0
    for _ in range(3):
        office.post.faults.append(Fault("mail", "refuse"))
        assert cli.run("tend", []) == 0
        clock.forward(timedelta(hours=2))
    assert letters(github) == [("received", "due")]
    assert said(github) == []
    (issue,) = (i for i in github.issues(REPOSITORY) if i["title"] == "Letters that wait")
    assert "2 letters are due" in issue["body"]
    assert cli.run("tend", []) == 0
    assert [to for to, _ in office.post.taken] == ["ada@example.com", "ben@example.com"]
    assert github.issue(REPOSITORY, issue["number"])["state"] == "closed"


@pytest.mark.parametrize("half", ["", "["])
def test_a_letter_that_is_refused_is_said_and_sent_to_the_corrected_address(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, half: str
) -> None:
    """The owner corrects the address among the facts, or what is seen of it; *Send again*."""
    assert apply() == 0
    office.post.faults += [Fault("rcpt", "refuse")]
    assert cli.run("tend", []) == 0
    assert letters(github) == [("received", "stopped")]
    assert "the mail server refused it" in said(github)[0]
    assert "did not go" in head(github)
    body = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(
        REPOSITORY, 1, body=body.replace(f"{half}ada@example.com", f"{half}ada@example.org")
    )
    settle()
    assert record_of(github).corrected
    tick(github, "letter again")
    settle()
    assert cli.run("tend", []) == 0
    assert [to for to, _ in office.post.taken] == ["ada@example.org"]


def test_an_address_that_nobody_who_may_put_there_gets_nothing(
    apply: Run, office: MailOffice, github: Sandbox
) -> None:
    """The event of the edit never told who it was: the letter stops, and a person is asked."""
    assert apply() == 0
    body = github.issue(REPOSITORY, 1)["body"]
    edit(github, 1, body.replace("ada@example.com", "mallory@example.net"))
    assert cli.run("tend", []) == 0
    assert office.post.taken == []
    assert letters(github) == [("received", "stopped")]
    assert "is none that we know" in said(github)[0]


@pytest.mark.parametrize("how", ["drop", "take and drop"])
@pytest.mark.parametrize("answer", ["letter arrived", "letter again"])
def test_what_nobody_knows_a_person_is_asked(  # noqa: PLR0913, PLR0917 - the whole office
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, how: str, answer: str
) -> None:
    """Dropped behind the last dot: it is never sent again by itself."""
    assert apply() == 0
    office.post.faults += [Fault("dot", how)]
    assert cli.run("tend", []) == 0
    assert letters(github) == [("received", "uncertain")]
    assert "Did the letter *received* arrive?" in head(github)
    assert cli.run("tend", []) == 0
    before = len(office.post.taken)
    tick(github, answer)
    settle()
    assert cli.run("tend", []) == 0
    assert letters(github) == [("received", "sent")]
    assert len(office.post.taken) == before + (answer == "letter again")


def test_an_older_text_that_is_put_back_sends_nothing_twice(
    apply: Run, office: MailOffice, github: Sandbox
) -> None:
    """Its record says that the letter is due: the newer one is found among the edits."""
    assert apply() == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert cli.run("tend", []) == 0
    github.act("rita").edit(REPOSITORY, 1, body=body)
    github.take_events()
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 1
    assert letters(github) == [("received", "sent")]


@pytest.mark.parametrize(
    "name",
    ["Win at https://spam.example.com", "www.spam.example", "a" * 81, "spam.example now", "x@y.zz"],
)
def test_a_name_that_is_none_is_not_repeated(apply: Run, office: MailOffice, name: str) -> None:
    """Strangers do not send their words to others by our letters."""
    assert apply(name=name, message="buy at spam.example") == 0
    assert cli.run("tend", []) == 0
    ((_, mail),) = office.post.taken
    assert text_of(mail).startswith("Hello,\n")
    assert "spam" not in mail.as_string()
    assert "a" * 81 not in mail.as_string()


def test_strangers_set_few_letters_off(apply: Run, office: MailOffice, clock: Clock) -> None:
    """One a day to an address, however many apply in its name, until a person has acted."""
    for number in range(3):
        assert apply(name=f"Ada {'BCD'[number]}") == 0
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 1
    clock.forward(timedelta(days=1, minutes=5))
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 2


def test_lines_below_reply_are_mailed(
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle
) -> None:
    """As they stand; a comment that was edited since is not mailed."""
    assert apply() == 0
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "needs:reply")
    rita.comment(REPOSITORY, 1, "/reply\nDear Ada,\n\nbring a notebook.\n\nRita")
    settle()
    assert "needs:reply" not in labels_of(github, 1)
    mail = office.post.taken[0][1]
    text = text_of(mail)
    assert text == "Dear Ada,\n\nbring a notebook.\n\nRita\n"
    number = rita.comment(REPOSITORY, 1, "/reply\nDear Ada, one more thing.")
    (event,) = github.take_events()
    Path("event.json").write_text(json.dumps(event.payload), "utf-8")
    assert cli.run("move", ["--event", "event.json", "--event-name", event.name]) == 0
    rita.edit_comment(REPOSITORY, number, "/reply\nDear Ada, never mind.")
    assert cli.run("tend", []) == 0
    assert letters(github)[-1] == ("reply", "stopped")
    assert "edited after it was carried out" in said(github)[-1]


@pytest.mark.parametrize(
    ("below", "mailed"),
    [
        ("Dear Ada,\n<!-- at most 90k -->\ncome at ten.", "Dear Ada,\ncome at ten.\n"),
        ("Dear Ada <!-- weak? -->, come.", "Dear Ada , come.\n"),
        ("Dear {{ name }}, come.", None),
        ("Dear Ada,{% if x %} come.", None),
        ("Dear Ada.\n<!-- and never closed", None),
        ("<!-- nothing else -->", None),
    ],
)
def test_what_nobody_sees_is_not_mailed(  # noqa: PLR0913, PLR0917 - the whole office
    apply: Run,
    office: MailOffice,
    github: Sandbox,
    settle: Settle,
    below: str,
    mailed: str | None,
) -> None:
    """Comments of Markdown are left out; a placeholder stops the letter, and it is said."""
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, f"/reply\n{below}")
    settle()
    texts = [text_of(mail) for _, mail in office.post.taken]
    assert texts == ([mailed] if mailed else [])
    assert bool(said(github)) == (mailed is None)
