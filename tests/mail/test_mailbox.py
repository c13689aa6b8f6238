"""The mailbox, read from a dovecot of the tests' own."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping

import pytest

from careers.hiring.correspondence.settings import MailSettings
from careers.mail.mailbox import LARGEST, Arrived, Mailbox, secrets_of
from careers.mail.tokens import access_token
from careers.mail.trouble import CutError
from careers.text.diagnostics import CareersError
from imap_server import PASSWORD, TOKEN, USER, MailServer, serving
from mail_shapes import FROM, TO, mail

SECRETS = {"CAREERS_IMAP_PASSWORD": PASSWORD}


def settings(server: MailServer, **changes: str) -> MailSettings:
    """Those of this server."""
    given = {"host": "localhost", "port": server.port, "user": USER, **changes}
    return MailSettings.model_validate(given)


def opened(server: MailServer, **changes: str) -> Mailbox:
    """The mailbox, not entered yet."""
    return Mailbox(settings(server, **changes), SECRETS, access_token)


def test_mails_are_listed_read_and_moved(server: MailServer) -> None:
    """The oldest first; folders are made; nothing is marked as read, nothing is lost."""
    sent = [mail(FROM, TO, f"Subject: {n}") for n in range(3)]
    server.lay(*sent)
    with opened(server, done="Done, für später") as box:
        found = box.arrived()
        assert [box.read(each) for each in found] == sent
        assert [each.size for each in found] == [len(each) for each in sent]
        box.move(found[0], "Done, für später")
        assert box.arrived() == found[1:]
        assert box.read(found[0]) == b""
    assert server.folders() == {"INBOX": 2, "Done, für später": 1, "Set aside": 0}
    with server.box() as mine:
        assert not any("\\Seen" in each.flags for each in mine.fetch(mark_seen=False))


def test_a_server_without_move_copies_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """What people marked as deleted in the folder stays there."""
    plain = "protocol imap {\n imap_capability = IMAP4rev1 UIDPLUS\n}"
    with serving(plain) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        server.lay(mail(FROM, TO, "Subject: a"), mail(FROM, TO, "Subject: b"))
        with server.box() as mine:
            # Not the library's own: it would delete for good at once.
            mine.client.uid("STORE", mine.uids()[0], "+FLAGS", r"(\Deleted)")
        with opened(server) as box:
            (left,) = box.arrived()
            box.move(left, "Taken in")
            assert box.arrived() == []
        assert server.folders() == {"INBOX": 1, "Taken in": 1, "Set aside": 0}


def test_of_a_mail_that_is_too_large_the_head_is_read(server: MailServer) -> None:
    """It is told by its size, before a byte of it is fetched; one of 25 MB is read whole."""
    large = mail(FROM, TO, body=b"x\r\n" * 9_000_000)
    server.lay(large)
    with opened(server) as box:
        (found,) = box.arrived()
        assert not found.is_large
        assert box.read(found) == large
        head = box.read(Arrived(found.uid, LARGEST + 1))
    assert head == mail(FROM, TO, body="")


@pytest.mark.parametrize(
    ("changes", "secrets", "told"),
    [
        ({}, {"CAREERS_IMAP_PASSWORD": "wrong"}, "refuses the login"),
        ({}, {"CAREERS_IMAP_PASSWORD": "pässwörd"}, "refuses the login"),
        ({"folder": "Nowhere"}, SECRETS, "refuses a request"),
    ],
)
def test_what_is_wrong_is_said(
    server: MailServer, changes: dict[str, str], secrets: Mapping[str, str], told: str
) -> None:
    """With the setting or the secret that is to be mended, and without its value."""
    with (
        pytest.raises(CareersError, match=told) as caught,
        Mailbox(settings(server, **changes), secrets, access_token),
    ):
        pass
    assert not isinstance(caught.value, CutError)
    assert "wrong" not in f"{caught.value}{caught.value.help}"


def test_a_certificate_of_nobody_is_refused(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No password goes to whoever answers."""
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(CareersError, match="certificate is not valid"), opened(server):
        pass


@pytest.mark.parametrize("login", ["google", "microsoft"])
def test_a_token_logs_in(server: MailServer, login: str) -> None:
    """XOAUTH2; a token that has ended is told from a server that cannot ask about it."""
    server.lay(mail(FROM, TO))
    with Mailbox(settings(server, login=login), {}, lambda *_: TOKEN) as box:
        assert len(box.arrived()) == 1
    ended = Mailbox(settings(server, login=login), {}, lambda *_: "ended")
    with pytest.raises(CareersError, match="refuses the login") as caught, ended:
        pass
    for name in secrets_of(settings(server, login=login)):
        assert name in caught.value.help


@pytest.fixture
def silent() -> Iterator[int]:
    """A port on which somebody hangs up at once."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = int(server.getsockname()[1])
        server.close()
        yield port


def test_a_connection_that_is_cut_is_told(server: MailServer, silent: int) -> None:
    """Nobody there, and a connection that ends in the middle: the next run asks again."""
    server.lay(mail(FROM, TO))
    nobody = settings(server).model_copy(update={"port": silent})
    with pytest.raises(CutError), Mailbox(nobody, SECRETS, access_token):
        pass
    with opened(server) as box:
        (found,) = box.arrived()
        box._box.client.socket().shutdown(socket.SHUT_RDWR)  # noqa: SLF001 - the network's part
        with pytest.raises(CutError, match="was cut"):
            box.read(found)
