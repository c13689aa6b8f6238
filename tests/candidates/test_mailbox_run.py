"""What waits in the mailbox becomes issues and letters, each once: dovecot on one side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from candidates.company import KEY, REPOSITORY, Run, record_of
from careers import cli
from careers.hiring.correspondence.tags import message_id, tagged_address
from careers.hiring.keys import read_keys
from careers.hiring.record.outbox import LetterState
from careers.mail.mailbox import Mailbox
from careers.mail.trouble import CutError
from careers.sandbox import Sandbox
from imap_server import PASSWORD, USER, MailServer, serving
from mail_server import USER as OFFICE
from mail_server import MailOffice
from mail_shapes import mail, parts, several

SETTINGS = f"""
[intake.mail]
host = "localhost"
port = PORT
user = "{USER}"
addresses = ["work@example.org"]
team = ["example.net"]
"""
KEYS = read_keys(KEY)
TO = "To: jobs+engineer@example.test"
ADA = "From: Ada Example <ada@example.com>"


@pytest.fixture
def box(company: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """The company's mailbox."""
    monkeypatch.setenv("CAREERS_IMAP_PASSWORD", PASSWORD)
    with serving() as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        text = SETTINGS.replace("PORT", str(server.port))
        (company / "candidates.toml").write_text(text, "utf-8")
        yield server


@pytest.fixture
def fetch(box: MailServer, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run ``fetch``; what it says of itself."""
    assert box

    def once(*options: str, status: int = 0) -> str:
        assert cli.run("fetch", [*options]) == status
        said = capsys.readouterr()
        assert "ada@" not in said.out + said.err
        return next(line for line in said.out.split("\n") if "mailbox read" in line)

    return once


def letter(n: int) -> bytes:
    """A letter of somebody's own."""
    sender = f"From: Person {n} <p{n}@example.com>"
    return mail(sender, TO, f"Subject: {n}", f"Message-ID: <{n}@x>", body=f"I am {n}.")


def with_cv(n: int) -> bytes:
    """A letter with a file."""
    cv = "attachment; filename=cv.pdf"
    file = f"Content-Type: application/pdf\nContent-Disposition: {cv}\n\n%PDF-{n}"
    made = several("Content-Type: text/plain\n\nI bake.", file, extra=(f"Message-ID: <{n}@x>",))
    who = f"From: Person {n} <p{n}@example.com>".encode()
    made = made.replace(b"From: Ada Example <ada@example.com>", who)
    return made.replace(b"To: jobs+baker@example.org", TO.encode())


def returned(sent: str) -> bytes:
    """What a mail server says of a letter that it could not deliver."""
    return several(
        "Content-Type: text/plain\n\nNo such user",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
        "Action: failed\nStatus: 5.1.1",
        f"Content-Type: message/rfc822\n\nMessage-ID: {sent}\nSubject: x\n\nx",
        kind="report",
    ).replace(b"From: Ada Example <ada@example.com>", b"From: MAILER-DAEMON@example.org")


def unreached(*addresses: str, more: str = "Subject: Undelivered") -> bytes:
    """What a mail server says of an address alone."""
    told = "".join(f"\n\nFinal-Recipient: rfc822; {x}\nAction: failed" for x in addresses)
    report = f"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x{told}"
    made = several("Content-Type: text/plain\n\nNo such user", report, kind="report", extra=(more,))
    return made.replace(b"From: Ada Example <ada@example.com>", b"From: MAILER-DAEMON@example.org")


def titles(github: Sandbox) -> list[str]:
    """Of all issues."""
    return [issue["title"] for issue in github.issues(REPOSITORY)]


def test_each_mail_opens_one_issue_and_is_moved(
    box: MailServer, github: Sandbox, fetch: Callable[..., str]
) -> None:
    """What is no application is set aside; nothing is deleted; a second run has nothing to do."""
    away = mail(ADA, TO, "Auto-Submitted: auto-replied")
    box.lay(*[letter(n) for n in range(3)], away)
    assert fetch() == "0 forms asked, the mailbox read: 3 opened, 1 no application"
    assert titles(github) == [f"Person {n} · Engineer" for n in range(3)]
    assert box.folders() == {"INBOX": 0, "Taken in": 3, "Set aside": 1}
    assert fetch().endswith("nothing was sent")


def test_a_run_that_is_cut_anywhere_loses_and_doubles_nobody(
    box: MailServer,
    github: Sandbox,
    fetch: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The connection ends before each move in turn: what stands is known again."""
    box.lay(*[letter(n) for n in range(3)])
    real = Mailbox.move
    for before in range(3):
        calls: list[int] = []

        def cut(
            self: Mailbox, *given: object, before: int = before, calls: list[int] = calls
        ) -> None:
            calls.append(1)
            if len(calls) == before + 1:
                raise CutError("cut", "again")
            real(self, *given)  # type: ignore[arg-type]

        with monkeypatch.context() as patched:
            patched.setattr(Mailbox, "move", cut)
            fetch()
    fetch()
    assert titles(github) == [f"Person {n} · Engineer" for n in range(3)]
    assert box.folders() == {"INBOX": 0, "Taken in": 3, "Set aside": 0}


def test_a_mail_whose_job_is_not_known_is_kept_for_a_person(
    box: MailServer, github: Sandbox, fetch: Callable[..., str]
) -> None:
    """Its fields stand in the issue, to be completed; one that is from a candidate is theirs."""
    box.lay(mail(ADA, "To: work@example.org", "Subject: Hello", body="I bake."))
    assert "1 kept for a person" in fetch()
    (issue,) = github.issues(REPOSITORY)
    assert "I bake." in issue["body"]
    assert "its posting is not known" in issue["body"]


@pytest.mark.parametrize(
    ("subject", "came"),
    [
        ("The engineer you look for", "1 opened"),
        ("Designer or engineer", "1 kept for a person"),
        ("Engineering", "1 kept for a person"),
        ("Anwendung als Engineer (m/w/d), Berlin", "1 opened"),
    ],
)
def test_a_title_among_other_words_is_found(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], subject: str, came: str
) -> None:
    """Where it is the only one; else a person decides."""
    box.lay(mail(ADA, "To: work@example.org", f"Subject: {subject}"))
    assert came in fetch()
    assert len(github.issues(REPOSITORY)) == 1


@pytest.mark.parametrize("way", ["tag", "message-id", "address"])
def test_an_answer_goes_to_the_candidate_s_issue(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], apply: Run, way: str
) -> None:
    """By the mark of the address or of our letter, else as the one candidate of that address."""
    apply()
    to, more = {
        "tag": (tagged_address(USER, 1, KEYS), ""),
        "message-id": (
            USER,
            f"In-Reply-To: {message_id(1, 'invited', 'aa', 'example.test', KEYS)}",
        ),
        "address": (USER, "X-Nothing: here"),
    }[way]
    said = "Tuesday suits me.\n\nOn Mon, 2 Nov 2026, Rita wrote:\n> When can you come?\n"
    sent = mail(ADA, f"To: {to}", "Subject: Re: Your day", "References: <o@x>",
                *filter(None, [more]), body=said)  # fmt: skip
    box.lay(sent)
    assert "1 left for the next job" in fetch("--opens-only")
    assert box.folders()["INBOX"] == 1
    assert "1 updated" in fetch()
    (issue,) = github.issues(REPOSITORY)
    labels = [label["name"] for label in issue["labels"]]
    assert "needs:reply" in labels
    assert "source:email" not in labels
    letters = issue["body"].partition("### Letters")[2]
    assert "> Tuesday suits me." in letters.partition("<details>")[0]
    assert "When can you come?" not in letters.partition("<details>")[0]
    assert "When can you come?" in letters.partition("<details>")[2].partition("</details>")[0]
    told = github.comments(REPOSITORY, 1)[0]["body"]
    assert re.search(r"wrote again.*\. Answer by \*\*\w{3} \d+ \w{3}\*\*\.", told)
    box.lay(sent)
    assert "1 the application was there already" in fetch()


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        (("From: Mallory <mallory@example.com>",), "to candidate 1, from an address that"),
        ((ADA, "Authentication-Results: mx.example.test; dmarc=fail"), "could not confirm"),
    ],
)
def test_a_forged_answer_is_a_person_s_to_settle(  # noqa: PLR0913, PLR0917 - all fixtures
    box: MailServer,
    github: Sandbox,
    fetch: Callable[..., str],
    apply: Run,
    headers: tuple[str, ...],
    why: str,
) -> None:
    """An unknown address with a mark, or one that the server could not confirm."""
    apply()
    before = github.issues(REPOSITORY)[0]["body"]
    box.lay(mail(*headers, f"To: {tagged_address(USER, 1, KEYS)}", body="I withdraw."))
    assert "1 kept for a person" in fetch()
    candidate, kept = github.issues(REPOSITORY)
    assert candidate["body"] == before
    assert "needs:attention" in [label["name"] for label in kept["labels"]]
    assert why in kept["body"].replace("\u2060", "")


@pytest.mark.parametrize("to", ["To: work@example.org", TO])
def test_a_forged_letter_without_a_mark_touches_nobody_s_issue(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], apply: Run, to: str
) -> None:
    """From an address that a candidate has, whether it names a job or none."""
    apply()
    before = github.issues(REPOSITORY)[0]
    failed = "Authentication-Results: mx.example.test; dmarc=fail"
    box.lay(mail(ADA, to, "Subject: Hello", failed, body="I withdraw."))
    assert "1 kept for a person" in fetch()
    candidate, kept = github.issues(REPOSITORY)
    assert (candidate["body"], candidate["labels"]) == (before["body"], before["labels"])
    assert not github.comments(REPOSITORY, 1)
    assert "could not confirm" in kept["body"].replace("\u2060", "")


def test_who_declines_in_the_calendar_is_heard(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], apply: Run
) -> None:
    """We ask for an answer: what it says stands in the issue."""
    apply()
    answer = "Content-Type: text/calendar; method=REPLY\n\nATTENDEE;PARTSTAT=DECLINED:mailto:x"
    header, body = parts(
        "Content-Type: text/plain\n\nI have to withdraw.", answer, kind="alternative"
    )
    box.lay(
        mail(ADA, f"To: {tagged_address(USER, 1, KEYS)}", "Subject: Declined", header, body=body)
    )
    assert "1 updated" in fetch()
    (issue,) = github.issues(REPOSITORY)
    assert "> I have to withdraw." in issue["body"]
    assert "needs:reply" in [label["name"] for label in issue["labels"]]


def test_two_applications_in_one_mail_are_kept_whole(
    box: MailServer, github: Sandbox, fetch: Callable[..., str]
) -> None:
    """A colleague sends both on: a person gives each its issue."""
    inner = "Content-Type: message/rfc822\n\nFrom: {0} <{0}@example.com>\n\nI am {0}."
    bodies = ("Content-Type: text/plain\n\nBoth", inner.format("Ada"), inner.format("Ben"))
    header, body = parts(*bodies)
    box.lay(mail("From: Pat <pat@example.net>", TO, "Subject: Fwd: two", header, body=body))
    assert "1 kept for a person" in fetch()
    (kept,) = github.issues(REPOSITORY)
    assert "needs:attention" in [label["name"] for label in kept["labels"]]
    assert all(f"I am {who}." in kept["body"] for who in ("Ada", "Ben"))


def test_the_team_s_own_copy_is_nobody_s_answer(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], apply: Run
) -> None:
    """A colleague's letter to a candidate, in copy to the mailbox; what comes back of ours, too."""
    apply()
    before = github.issues(REPOSITORY)[0]["body"]
    tag = f"Cc: {tagged_address(USER, 1, KEYS)}"
    copy = mail("From: Rita <rita@example.net>", "To: ada@example.com", tag, "Subject: Hello")
    box.lay(copy, returned(message_id(1, "invited", "aa", "example.test", KEYS)))
    assert "1 the team's own, 1 a letter that came back" in fetch()
    assert box.folders() == {"INBOX": 0, "Taken in": 0, "Set aside": 2}
    assert [issue["body"] for issue in github.issues(REPOSITORY)] == [before]


def test_one_mail_that_cannot_be_taken_in_stops_no_other(
    box: MailServer, github: Sandbox, fetch: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that is cut by one mail each time leaves that one where it is."""
    box.lay(*[letter(n) for n in range(3)])
    real = Mailbox.read

    def cut(self: Mailbox, mail_: object) -> bytes:
        data = real(self, mail_)  # type: ignore[arg-type]
        if b"I am 1." in data:
            raise CutError("cut", "again")
        return data

    with monkeypatch.context() as patched:
        patched.setattr(Mailbox, "read", cut)
        assert "2 opened" in fetch()
    assert titles(github) == ["Person 0 · Engineer", "Person 2 · Engineer"]
    assert box.folders()["INBOX"] == 1
    assert "1 opened" in fetch()


FULL = """
protocol imap {
  imap_capability = IMAP4rev1 UIDPLUS
  mail_plugins = quota
}
plugin {
  quota = maildir:User quota
  quota_rule = *:messages=3
}
"""


def test_the_mailbox_is_full(
    company: Path,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who got through is taken in, once, and the run says what is wrong; with room it goes on."""
    monkeypatch.setenv("CAREERS_IMAP_PASSWORD", PASSWORD)
    with serving(FULL) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        text = SETTINGS.replace("PORT", str(server.port))
        (company / "candidates.toml").write_text(text, "utf-8")
        with server.box() as mine:
            for name in ("Taken in", "Set aside"):
                mine.folder.create(name)
        server.lay(letter(9), folder="Taken in")
        server.lay(letter(0), letter(1))
        for _ in range(2):
            assert cli.run("fetch", []) == 2
            assert capsys.readouterr().err.count("the mailbox is full") == 1
        assert titles(github) == ["Person 0 · Engineer", "Person 1 · Engineer"]
        assert server.folders()["INBOX"] == 2
        with server.box() as mine:
            mine.folder.set("Taken in")
            mine.delete(mine.uids())
        assert cli.run("fetch", []) == 0
        assert server.folders() == {"INBOX": 0, "Taken in": 2, "Set aside": 0}
    assert len(titles(github)) == 2


@pytest.fixture
def posting_too(
    box: MailServer,
    office: MailOffice,  # behind the box: it writes the settings anew
    certificate: Path,
    company: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MailOffice:
    """The company's mailbox, and the server that takes its letters."""
    trusted = company / "both.pem"
    trusted.write_bytes(certificate.read_bytes() + box.certificate.read_bytes())
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    mailbox = SETTINGS.replace("PORT", str(box.port)).replace("work@example.org", OFFICE)
    with (company / "candidates.toml").open("a", encoding="utf-8") as file:
        file.write(mailbox)
    return office


def test_a_letter_comes_back_and_an_answer_finds_its_issue(
    apply: Run, box: MailServer, posting_too: MailOffice, github: Sandbox
) -> None:
    """By what a letter of ours carries: its Message-ID, and the address for answers."""
    assert apply() == 0
    assert cli.run("tend", []) == 0
    ((_, letter),) = posting_too.post.taken
    answer = mail(ADA, f"To: {letter['Reply-To']}", f"In-Reply-To: {letter['Message-ID']}")
    box.lay(answer, returned(str(letter["Message-ID"])))
    assert cli.run("fetch", ["--opens-only"]) == 0
    assert box.folders()["INBOX"] == 2
    assert cli.run("fetch", []) == 0
    assert box.folders() == {"INBOX": 0, "Taken in": 1, "Set aside": 1}
    said = "".join(comment["body"] for comment in github.comments(REPOSITORY, 1))
    assert "They wrote again" in said
    assert "letter *received* came back" in said
    assert [x.state for x in record_of(github).letters] == [LetterState.STOPPED]
    box.lay(returned(str(letter["Message-ID"])))
    assert cli.run("fetch", []) == 0
    assert len(github.comments(REPOSITORY, 1)) == 2


def test_what_comes_back_without_our_mark_is_asked_about_once(
    apply: Run, box: MailServer, posting_too: MailOffice, github: Sandbox
) -> None:
    """The address alone tells whom: anybody can write that, so the letter counts as gone on."""
    assert apply() == 0
    box.lay(unreached("ada@example.com"))  # before any letter went
    assert cli.run("fetch", []) == 0
    assert github.comments(REPOSITORY, 1) == []
    assert cli.run("tend", []) == 0
    forged = "Authentication-Results: mx; dmarc=fail header.from=example.org"
    hostile = ("ada@example.com@x", "@", "a" * 300 + "@example.com", '"@"@[', "ben@example.com")
    for address in hostile:
        box.lay(unreached(address))
    box.lay(unreached("ada@example.com", more=forged))
    assert cli.run("fetch", []) == 0
    assert github.comments(REPOSITORY, 1) == []
    box.lay(unreached("nobody@example.com", "Ada@Example.com"), unreached("ada@example.com"))
    assert cli.run("fetch", ["--opens-only"]) == 0
    assert box.folders()["INBOX"] == 2
    assert cli.run("fetch", []) == 0
    assert (box.folders()["INBOX"], box.folders()["Taken in"]) == (0, 0)
    (comment,) = github.comments(REPOSITORY, 1)
    assert "letter *received* seems to have come back" in comment["body"]
    assert [x.state for x in record_of(github).letters] == [LetterState.UNCERTAIN]
    body = github.issue(REPOSITORY, 1)["body"]
    assert "A mail to their address came back" in body
    assert "do:letter again" in body
    assert cli.run("tend", []) == 0
    assert len(posting_too.post.taken) == 1
