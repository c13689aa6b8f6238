"""A folder on loopback, at the path that its public address has."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from werkzeug.exceptions import NotFound
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.utils import redirect, send_from_directory
from werkzeug.wrappers import Request, Response

POLL = 0.05
"""Seconds after which a server sees that it is to stop; its own half second adds up."""


class Silent(WSGIRequestHandler):
    """Answers without a line in the log."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the terminal belongs to the demo."""


@contextmanager
def serve_folder(folder: Path, public_url: str) -> Iterator[str]:
    """Serve a built site as Pages does; yields the address of its first page on this machine."""
    base = urlsplit(public_url).path.rstrip("/") + "/"

    @Request.application
    def application(request: Request) -> Response:
        if not request.path.startswith(base):
            return redirect(base) if request.path == "/" else NotFound().get_response()
        return answer(folder, request.path.removeprefix(base), request)

    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(folder: Path, path: str, request: Request) -> Response:
    """What Pages answers for a path below the first page's: a file, a folder's index, the 404."""
    name = f"{path}index.html" if not path or path.endswith("/") else path
    if (folder / name).is_dir():
        return redirect(f"{request.path}/")
    try:
        return send_from_directory(folder, name, request.environ)
    except NotFound:
        answer = send_from_directory(folder, "404.html", request.environ)
        answer.status_code = 404
        return answer


def keep_open() -> None:
    """Wait until Ctrl-C."""
    threading.Event().wait()
