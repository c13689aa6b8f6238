"""Another host on loopback that speaks TLS, for the tests of what is fetched from one."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from PIL import Image


class ImageHost(ThreadingHTTPServer):
    """What it answers is in ``files``, by path; ``asked`` are the paths that it was asked for.

    ``/to/X`` leads to X, ``/slow`` sends a byte at a time, ``/short`` breaks off in the middle.
    Nothing is answered while ``free`` is not set.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.free = threading.Event()
        self.free.set()

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"https://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Say nothing of those who hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: ImageHost

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.free.wait(10)
        name = self.path.partition("?")[0]
        if name.startswith("/to/"):
            self._head(302, Location=name.removeprefix("/to/"))
        elif name == "/slow":
            self._head(200)
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.05)
        elif name == "/short":
            self._head(200, **{"Content-Length": "1000"})
            self.wfile.write(b"x")
        elif name in self.server.files:
            self._head(200)
            self.wfile.write(self.server.files[name])
        else:
            self._head(404)

    def _head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def image_host(folder: Path) -> Iterator[tuple[ImageHost, Path]]:
    """A host that runs, and the certificate by which it is trusted; written to ``folder``."""
    key, certificate = _certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with ImageHost() as server:
        # Hands are shaken where a request is read: a socket whose client hangs up is closed there.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server, certificate
        server.shutdown()
        thread.join()


def picture(kind: str = "PNG", colour: str = "teal", size: tuple[int, int] = (40, 30)) -> bytes:
    """A small image."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    paths = folder / "host.key", folder / "host.pem"
    pem = serialization.Encoding.PEM
    form = serialization.PrivateFormat.PKCS8
    paths[0].write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()))
    paths[1].write_bytes(made.public_bytes(pem))
    return paths
