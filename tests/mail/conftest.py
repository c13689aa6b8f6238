"""A mailbox of dovecot's, and the machine's trust in its certificate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from imap_server import MailServer, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """Dovecot, with an empty inbox."""
    with serving() as running:
        monkeypatch.setenv("SSL_CERT_FILE", str(running.certificate))
        yield running
