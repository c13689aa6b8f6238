"""A stand-in of Google's and Microsoft's token endpoints, on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


class Provider(ThreadingHTTPServer):
    """Answers as it is told; ``asked`` are the fields of each request."""

    answer: tuple[int, Any] = (200, {"access_token": "token", "expires_in": 3599})
    asked: list[dict[str, str]]

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.server_address[1]}/token"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Provider

    def do_POST(self) -> None:
        """A token, or why there is none."""
        data = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append({k: v[0] for k, v in parse_qs(data).items()})
        status, given = self.server.answer
        body = given if isinstance(given, bytes) else json.dumps(given).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def providing() -> Iterator[Provider]:
    """It, as long as it is entered."""
    server = Provider(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
