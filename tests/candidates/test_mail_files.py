"""The files of a mail are kept, whatever the mail is to the candidates."""

from __future__ import annotations

from base64 import b64encode

import pytest

from candidates.company import KEYS, REPOSITORY, Run, record_of
from candidates.test_files import assets
from careers.cli.candidate_runs.mail_taking import MailTaking
from careers.cli.candidate_runs.taking import Taking
from careers.cli.support.candidates import postings_in
from careers.github.client import GitHub
from careers.github.repository import Repository
from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.settings import CandidatesSettings
from careers.sandbox import Sandbox
from careers.settings import Settings
from form_services import CV


def mail(subject: str, sender: str = "Ada Example <ada@example.com>") -> bytes:
    """A mail with a CV."""
    return (
        f"From: {sender}\r\nTo: jobs@example.com\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n"
        "--b\r\nContent-Type: application/pdf; name=cv.pdf\r\n"
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{b64encode(CV).decode()}\r\n--b--\r\n"
    ).encode()


@pytest.fixture
def mails(github: Sandbox, apply: Run) -> MailTaking:
    """The mailbox's mails, where Ada has applied."""
    assert apply() == 0
    repository = Repository(GitHub(github.url, "t-bot", REPOSITORY))
    people = CandidatesSettings()
    taking = Taking(repository, postings_in("postings"), Settings(), people, KEYS)
    return MailTaking(taking, MailSettings(host="imap.example.com", user="jobs@example.com"))


def test_a_known_candidate_s_mail_brings_its_files(github: Sandbox, mails: MailTaking) -> None:
    """It names no job, and belongs to the one issue that it can belong to."""
    mails.taken(mail("My CV"))
    assert assets(github) == ["files-1/1-cv.pdf"]
    assert [file.name for file in record_of(github).files] == ["cv.pdf"]


def test_what_a_person_must_settle_keeps_its_files(github: Sandbox, mails: MailTaking) -> None:
    """And stays in the mailbox until they are kept."""
    stranger = mail("Something", "Bo Example <bo@example.com>")
    github.fail(1, status=403, method="POST", path="uploads")
    what, folder = mails.taken(stranger)
    assert (what, folder) == ("kept for a person", "")
    what, folder = mails.taken(stranger)
    assert (what, folder) == ("kept for a person", mails.settings.done)
    assert assets(github) == ["files-1/2-cv.pdf"]
    assert "[cv.pdf](" in github.issue(REPOSITORY, 2)["body"]
