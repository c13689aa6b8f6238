"""A mailbox of dovecot's, and the machine's trust in its certificate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mail_server import MailServer, serving


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """Dovecot, with an empty inbox."""
    folder = tmp_path / "dovecot"
    folder.mkdir()
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "cert.pem"))
    with serving(folder) as running:
        yield running
