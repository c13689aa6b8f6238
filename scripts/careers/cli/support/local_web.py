"""A folder on loopback, at the path that its public address has."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.exceptions import NotFound
from werkzeug.security import safe_join
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

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

    with serving(application) as host:
        yield f"{host}{base}"


@contextmanager
def serving(application: WSGIApplication) -> Iterator[str]:
    """Serve on loopback; yields scheme, host and port."""
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(folder: Path, path: str, request: Request) -> Response:
    """What Pages answers for a path below the first page's: a file, a folder's index, the 404."""
    name = f"{path}index.html" if not path or path.endswith("/") else path
    if (folder / name).is_dir():
        return redirect(f"{request.path}/")
    found = _file(folder, name)
    if found is None:
        found = _file(folder, "404.html") or NotFound().get_response()
        found.status_code = 404
    return found


def _file(folder: Path, name: str) -> Response | None:
    """A file, read whole: one that is sent piece by piece stays open where a browser hangs up."""
    path = safe_join(str(folder), name)
    if path is None or not Path(path).is_file():
        return None
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(Path(path).read_bytes(), mimetype=kind)
