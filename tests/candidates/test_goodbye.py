"""Outside of GitHub: the last letter goes from memory, and the mailbox holds nothing of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, Run
from candidates.test_forgetting import is_erased, tick
from candidates.test_mailbox_run import SETTINGS
from careers import cli
from careers.sandbox import Sandbox
from imap_server import PASSWORD, serving, why_not
from mail_server import MailOffice, text_of

PRIVACY = """
[privacy]
contact = "privacy@example.com"
backup_days = 90
authority = "the authority of Berlin"
"""


FORWARD = """From: Colleague <colleague@example.net>
To: jobs@example.com
Subject: Fwd: Application as engineer

---------- Forwarded message ---------
From: Ada Example <ada@example.com>
Date: Mon, Nov 23, 2026 at 10:00 AM
Subject: Application as engineer
To: Colleague <colleague@example.net>

I apply as engineer.
"""
ABOUT_HER = """From: Ben Example <ben@example.com>
To: jobs@example.com
Subject: Application as engineer

I apply as engineer. Ask ada@example.com about me.
"""


def asked_for(github: Sandbox, events: Run) -> None:
    """An admin has Ada erased."""
    github.grant("rita", REPOSITORY, "admin")
    github.act("rita").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    tick(github)
    assert events() == 0


def test_they_are_told_once_that_nothing_is_left(
    apply: Run, events: Run, company: Path, office: MailOffice, github: Sandbox
) -> None:
    """To the address that is gone by then; a second run knows nobody."""
    with (company / "careers.toml").open("a", encoding="utf-8") as file:
        file.write(PRIVACY)
    assert apply() == 0
    asked_for(github, events)
    for _ in range(2):
        assert cli.run("tend", []) == 0
    assert is_erased(github)
    mails = [(to, text_of(mail)) for to, mail in office.post.taken]
    (farewell,) = (text for to, text in mails if "we deleted your application" in text)
    assert mails[-1][0] == "ada@example.com"
    assert "go within 90 days" in farewell
    assert "privacy@example.com" in farewell
    assert "the authority of Berlin" in farewell


def test_without_what_it_must_say_it_does_not_go(
    apply: Run,
    events: Run,
    office: MailOffice,
    github: Sandbox,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """They are erased all the same, and the log says what is missing, and that nobody was told."""
    assert apply() == 0
    asked_for(github, events)
    assert cli.run("tend", []) == 0
    assert is_erased(github)
    told = capsys.readouterr()
    assert "the letter erased cannot go" in told.err
    assert "erased and not told so: 1" in told.out
    assert not [mail for _, mail in office.post.taken if "deleted" in text_of(mail)]


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "dovecot")
def test_their_mails_are_deleted_and_nobody_elses(
    apply: Run, events: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the whole address, a colleague's forward of hers too; what waits unread stays."""
    assert apply() == 0
    with serving() as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        monkeypatch.setenv("CAREERS_IMAP_PASSWORD", PASSWORD)
        text = SETTINGS.replace("PORT", str(server.port))
        (company / "candidates.toml").write_text(text, "utf-8")
        with server.box() as box:
            for name in ("Taken in", "Set aside"):
                box.folder.create(name)
        for sender in ("Ada <ADA@example.com>", "canada@example.com", "ben@example.com"):
            server.lay(_mail(sender, "jobs@example.com"), folder="Taken in")
        server.lay(_mail("jobs@example.com", "ada@example.com"), folder="Set aside")
        for text in (FORWARD, FORWARD.replace("<ada@", "<canada@"), ABOUT_HER):
            server.lay(text.replace("\n", "\r\n").encode(), folder="Taken in")
        server.lay(_mail("ada@example.com", "jobs@example.com"))
        asked_for(github, events)
        assert cli.run("tend", []) == 0
        assert is_erased(github)
        left: dict[str, Any] = server.folders()
    assert (left["Taken in"], left["Set aside"], left["INBOX"]) == (4, 0, 1)


def _mail(sender: str, to: str) -> bytes:
    return f"From: {sender}\r\nTo: {to}\r\nSubject: Hello\r\n\r\nText\r\n".encode()
