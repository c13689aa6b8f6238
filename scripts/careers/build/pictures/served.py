"""Sites in memory on loopback, as a proxy: what is asked of a host comes out of that host's files.

There are no other hosts, and no way through to any.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

Sites = Mapping[str, tuple[str, Mapping[str, bytes]]]
"""By host: the path of the first page, with slashes around it, and the files below it."""
_MIME = {".webp": "image/webp", ".js": "text/javascript", ".svg": "image/svg+xml"}


@contextmanager
def served(sites: Sites) -> Iterator[int]:
    """Serve the sites; gives the port of the proxy on 127.0.0.1."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = _found(sites, self.path)
            self.send_response(HTTPStatus.NOT_FOUND if content is None else HTTPStatus.OK)
            self.send_header("Content-Type", _type(self.path))
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with _Quiet(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing where a browser has gone before it was answered."""


def _found(sites: Sites, url: str) -> bytes | None:
    parts = urlsplit(url)
    base, files = sites.get(parts.netloc, ("/", {}))
    name = unquote(parts.path)
    if not name.startswith(base):
        return None
    name = name.removeprefix(base)
    return files.get(f"{name}index.html" if not name or name.endswith("/") else name)


def _type(path: str) -> str:
    name = urlsplit(path).path
    if name.endswith("/"):
        return "text/html; charset=utf-8"
    ending = f".{name.rpartition('.')[2]}"
    kind = _MIME.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
