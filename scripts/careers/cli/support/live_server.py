"""A built site on loopback that tells its pages when it was built anew, and what was found."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from werkzeug.exceptions import NotFound
from werkzeug.serving import make_server
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from careers.cli.support.live_search import Search
from careers.cli.support.local_web import POLL, Silent, answer
from careers.files.package_data import shipped
from careers.site.assets.search_index import FOLDER as INDEX

# No page of a site lives here: folders of postings begin with a letter or a digit.
OURS = "~careers/"
_ALIVE = 15
"""Seconds after which a silent connection is shown to live."""
_BLANK = b"<!DOCTYPE html>\n<title>No site yet</title>\n<body>\n</body>\n"


class Live:
    """The site in ``folder`` and the news about it. Its methods may be called from any thread."""

    def __init__(self, folder: Path, public_url: str) -> None:
        self.folder = folder
        self.search = Search(folder)
        self.base = urlsplit(public_url).path.rstrip("/") + "/"
        self._script = (shipped("serve") / "live.js").read_bytes()
        self._changed = threading.Condition()
        style = (shipped("serve") / "live.css").read_text("utf-8")
        self._news: dict[str, Any] = {"style": style, "findings": []}
        self.built([], None)

    def built(self, drafts: list[str], error: str | None) -> None:
        """The site was built, or could not be: every open page loads anew and shows this."""
        self._say(version=uuid4().hex, drafts=drafts, error=error)

    def found(self, findings: list[dict[str, Any]]) -> None:
        """What the checks found: every open page shows it."""
        if findings != self._news["findings"]:
            self._say(findings=findings)

    def _say(self, **news: Any) -> None:
        with self._changed:
            self._news = self._news | news
            self._changed.notify_all()

    def _events(self) -> Iterator[str]:
        sent = None
        while True:
            with self._changed:
                if self._news is sent:
                    self._changed.wait(_ALIVE)
                new, sent = self._news is not sent, self._news
            yield f"data: {json.dumps(sent)}\n\n" if new else ": still here\n\n"

    def answer(self, request: Request) -> Response:
        """What a browser gets. Pages have the script that listens; no file is changed."""
        if not request.path.startswith(self.base):
            return redirect(self.base) if request.path == "/" else NotFound().get_response()
        path = request.path.removeprefix(self.base)
        if path == f"{OURS}events":
            return Response(self._events(), mimetype="text/event-stream")
        if path == f"{OURS}live.js":
            return Response(self._script, mimetype="text/javascript")
        folder = self.search.folder() if path.startswith(f"{INDEX}/") else self.folder
        try:
            found = answer(folder, path, request)
        except NotFound:
            found = Response(_BLANK, mimetype="text/html", status=404)
        return self._listening(found) if found.mimetype == "text/html" else found

    def _listening(self, page: Response) -> Response:
        page.direct_passthrough = False
        version = self._news["version"]
        script = f'<script src="{self.base}{OURS}live.js" data-version="{version}"></script>\n'
        before, end, after = page.get_data().rpartition(b"</body>")
        body = b"".join([before, script.encode(), end, after])
        return Response(body, page.status_code, {"Cache-Control": "no-store"}, mimetype="text/html")


class Server:
    """Serves on loopback, from ``start`` on; ``address`` is that of the first page."""

    def __init__(self, live: Live, port: int) -> None:
        application = Request.application(live.answer)
        self._server = make_server(
            "127.0.0.1", port, application, threaded=True, request_handler=Silent
        )
        run = self._server.serve_forever
        self._thread = threading.Thread(target=run, args=(POLL,), daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}{live.base}"

    def start(self) -> None:
        """Answer; until then browsers wait."""
        self._thread.start()

    def close(self) -> None:
        """Answer no more."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


@contextmanager
def serving(live: Live, port: int) -> Iterator[Server]:
    """A server on a port that is taken at once. Port 0 is any that is free."""
    server = Server(live, port)
    try:
        yield server
    finally:
        server.close()
