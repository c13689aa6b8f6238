"""From an interview to a signed yes: two interviewers, one who approves, letters with files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from candidates.company import REPOSITORY, Run, record_of
from candidates.letters import Clock, switch_on
from candidates.test_letters import settle as _settle
from candidates.test_letters import tick
from candidates.test_scorecards import body_of, said, send
from careers import cli
from careers.sandbox import Sandbox
from mail_server import PASSWORD, MailOffice, text_of

settle = _settle
Settle = Callable[[], None]
MORE = """
[stage.phone-screen]
interviewers = ["mira", "jonas"]
scorecard = ["Finds the cause"]
minutes = 45

[stage.case-study]
needs_scorecards = 2

[stage.offer]
people = "Ngozi Example"

[offer]
approvers = ["ngozi"]
"""


@pytest.fixture
def office(
    company: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch, github: Sandbox
) -> Iterator[MailOffice]:
    """A company that sends letters, asks for scorecards and approves its offers."""
    server = MailOffice(certificate.parent)
    server.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("CAREERS_SMTP_PASSWORD", PASSWORD)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    switch_on(company, server, more=MORE)
    for login in ("mira", "jonas", "ngozi"):
        github.add_user(login, token=f"t-{login}")
        github.grant(login, REPOSITORY, "write")
    yield server
    server.stop()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, github: Sandbox) -> Clock:
    """A clock that can be put on; GitHub's goes with it."""
    return Clock(monkeypatch, github)


def calendars(office: MailOffice) -> list[Calendar]:
    """The calendar files that went, in order."""
    parts = (part for _, mail in office.post.taken for part in mail.walk())
    return [
        Calendar.from_ical(part.get_content())
        for part in parts
        if part.get_content_type() == "text/calendar"
    ]


def told(calendar: Calendar) -> tuple[str, str, int]:
    """Method, UID and sequence of a calendar's one event."""
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), str(event["uid"]), int(str(event["sequence"]))


def test_from_an_interview_to_a_yes(  # noqa: PLR0915 - a story
    apply: Run, office: MailOffice, github: Sandbox, settle: Settle, clock: Clock
) -> None:
    """Set, moved, called off; scored, held to a demand, offered, approved, accepted, hired."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.take_events()
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "stage:phone-screen")
    settle()
    assert [card.who for card in record_of(github).cards] == ["mira", "jonas"]
    assert "Talk: phone screen" in body_of(github, 2)
    rita.comment(REPOSITORY, 1, "/interview +3d 14:00 Europe/Berlin https://meet.example.com/k3")
    settle()
    assert "Talk: " in body_of(github, 2)
    assert "[video](https://meet.example.com/k3)" in body_of(github, 2)
    assert "(14:00 Berlin), 45 minutes" in body_of(github, 2)
    rita.comment(REPOSITORY, 1, "/interview +4d 9:30 Europe/Berlin https://meet.example.com/k3")
    settle()
    assert "(09:30 Berlin), 45 minutes" in body_of(github, 3)
    rita.comment(REPOSITORY, 1, "/interview off mira is ill")
    settle()
    uid = f"interview-1-1@{office.post.taken[0][1]['From'].addresses[0].domain}"
    assert [told(calendar) for calendar in calendars(office)] == [
        ("REQUEST", uid, 0),
        ("REQUEST", uid, 1),
        ("CANCEL", uid, 2),
    ]
    assert "Our talk was cancelled." in text_of(office.post.taken[-1][1])
    rita.comment(REPOSITORY, 1, "/advance")
    settle()
    assert (
        "*case study* needs 2 scorecards, none is in (mira, jonas are missing)."
        in (said(github, 1)[-1])
    )
    for number, who in ((2, "mira"), (3, "jonas")):
        send(github, number, who, "yes", "yes")
        settle()
    assert "### Scorecards: phone screen, 2 of 2 in" in body_of(github, 1)
    rita.comment(REPOSITORY, 1, "/advance\n/advance")
    settle()
    assert record_of(github).stage == "offer"
    rita.comment(REPOSITORY, 1, "/offer send +5d start 1 June")
    settle()
    assert "there is no file `1-offer-1.pdf`." in said(github, 1)[-1]
    Path("offer.pdf").write_bytes(b"%PDF-1.7 72,000")
    assert cli.run("attach", ["1", "offer.pdf"]) == 0
    comment = github.comments(REPOSITORY, 1)[-2]["id"]
    rita.edit_comment(REPOSITORY, comment, "/offer send +5d")
    settle()
    assert "must say their first day (`/offer send DATE start DATE`)." in said(github, 1)[-1]
    rita.edit_comment(REPOSITORY, comment, "/offer send +5d start 1 June\n")
    settle()
    assert "**Offer 1** waits for a yes" in body_of(github, 1)
    assert "ngozi" in [p["login"] for p in github.issue(REPOSITORY, 1)["assignees"]]
    assert not [mail for _, mail in office.post.taken if "our offer" in str(mail["Subject"])]
    github.act("ngozi").comment(REPOSITORY, 1, "/approve")
    settle()
    (mail,) = [m for _, m in office.post.taken if "our offer" in str(m["Subject"])]
    (file,) = [part for part in mail.walk() if part.get_filename() == "1-offer-1.pdf"]
    assert file.get_content() == b"%PDF-1.7 72,000"
    assert "Ngozi Example and I have time for a call" in text_of(mail)
    assert "72,000" not in body_of(github, 1)
    tick(github, "offer accepted")
    settle()
    rita.comment(REPOSITORY, 1, "/hire")
    settle()
    record = record_of(github)
    assert (record.stage, record.first_day[5:]) == ("hired", "06-01")
    clock.forward(timedelta(days=1))
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == "hired"
