"""Debian's dovecot on loopback, with TLS, and an introspection of tokens beside it."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from imap_tools import MailBox

USER, PASSWORD, TOKEN = "jobs@example.test", "app-password", "a-token"
_DOVECOT = "/usr/sbin/dovecot"
_WAIT = 10  # seconds until it answers, or is gone
_CONF = """
base_dir = {d}/run
state_dir = {d}/state
log_path = {d}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{d}/cert.pem
ssl_key = <{d}/key.pem
auth_mechanisms = xoauth2 oauthbearer plain
auth_failure_delay = 0
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
mail_location = maildir:{d}/mail/%u
first_valid_uid = 0
{more}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service imap-urlauth-login {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {d}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={d}/mail/%u
}}
namespace inbox {{
  inbox = yes
}}
"""
_OAUTH = """
introspection_mode = post
introspection_url = http://careers:secret@127.0.0.1:{port}/introspect
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
scope = imap
"""


class MailServer:
    """One mailbox; ``box`` is a connection to it by the tests' own hand."""

    def __init__(self, folder: Path, port: int) -> None:
        self.certificate, self.port = folder / "cert.pem", port

    @contextmanager
    def box(self) -> Iterator[MailBox]:
        """A connection, logged in."""
        with MailBox("localhost", self.port).login(USER, PASSWORD) as box:
            yield box

    def lay(self, *mails: bytes, folder: str = "INBOX") -> None:
        """Lay mails into a folder, as a mail server delivers them."""
        with self.box() as box:
            for mail in mails:
                box.append(mail, folder)

    def folders(self) -> dict[str, int]:
        """How many mails each folder holds."""
        with self.box() as box:
            names = [folder.name for folder in box.folder.list()]
            return {name: box.folder.status(name)["MESSAGES"] for name in names}


def why_not() -> str:
    """Why dovecot cannot be started here; empty where it can."""
    if not Path(_DOVECOT).exists():
        return "dovecot is not installed (apt-get install dovecot-imapd)"
    version = subprocess.run([_DOVECOT, "--version"], capture_output=True, text=True, check=False)
    if not version.stdout.startswith("2.3."):
        return f"the settings are those of dovecot 2.3, and this is {version.stdout[:20].strip()}"
    return ""


@contextmanager
def serving(more: str = "") -> Iterator[MailServer]:
    """Dovecot until the block ends. ``more`` are settings of its own, as one without MOVE."""
    if why := why_not():
        pytest.skip(why)
    is_root = os.geteuid() == 0
    user = "nobody" if is_root else getpass.getuser()
    group = "nogroup" if is_root else _group()
    # Not pytest's folder: nobody but root may go through that.
    with _introspecting() as asked, tempfile.TemporaryDirectory() as name_:
        folder, port = Path(name_), _free_port()
        folder.chmod(0o755)
        for name in ("mail", "state", "run"):
            (folder / name).mkdir()
        if is_root:
            shutil.chown(folder / "mail", user)
        _certificate(folder)
        values = {"d": folder, "port": port, "user": user, "group": group, "more": more}
        conf = folder / "dovecot.conf"
        conf.write_text(_CONF.format(password=PASSWORD, **values))
        (folder / "oauth2.conf").write_text(_OAUTH.format(port=asked))
        with (folder / "start.log").open("w") as log:  # no pipe: its processes keep it open
            command = [_DOVECOT, "-F", "-c", str(conf)]
            running = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            _until(lambda: _listens(port))
            yield MailServer(folder, port)
        finally:
            running.terminate()
            running.wait(_WAIT)


def _group() -> str:
    done = subprocess.run(["/usr/bin/id", "-gn"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("dovecot does not do what it was told to")


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "dovecot of the tests")])
    now = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


class _Introspection(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        given = parse_qs(self.rfile.read(length).decode())
        known = given.get("token") == [TOKEN]
        told = {"active": True, "username": USER, "scope": "imap"} if known else {"active": False}
        data = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def _introspecting() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Introspection)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
