"""Stand-ins of form services on loopback, that answer as the services describe it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TIMES = [f"2026-11-0{day}T10:00:00Z" for day in range(1, 6)]
WHO = [f"Person {n}" for n in range(5)]
PATHS = {
    "basin": "/api/v1/submissions",
    "tally": "/forms/F/submissions",
    "typeform": "/forms/F/responses",
    "netlify": "/forms/F/submissions",
    "formspree": "/forms/F/submissions",
    "jotform": "/form/F/submissions",
    "fillout": "/forms/F/submissions",
    "receiver": "/submissions",
}


def who(n: int) -> str:
    """Whose submission it is: where there are more of them than people, some are sent again."""
    return WHO[n % len(WHO)]


def address(n: int) -> str:
    """Where they are reached."""
    return f"p{n % len(WHO)}@example.com"


def tally(n: int) -> dict[str, Any]:
    """One submission; the questions stand beside."""
    said = {"q1": who(n), "q2": address(n), "q3": "baker"}
    responses = [{"questionId": key, "answer": value} for key, value in said.items()]
    return {"id": f"t{n}", "isCompleted": True, "submittedAt": TIMES[n], "responses": responses}


QUESTIONS = [
    {"id": "q1", "type": "INPUT_TEXT", "title": "Name"},
    {"id": "q2", "type": "INPUT_EMAIL", "title": "Mail"},
    {"id": "q3", "type": "INPUT_TEXT", "title": "Job"},
    {"id": "q4", "type": "FILE_UPLOAD", "title": "CV"},
]
FIELDS = [
    {"id": "a", "title": "Name", "type": "short_text"},
    {"id": "b", "title": "Email", "type": "email"},
    {"id": "c", "title": "CV", "type": "file_upload"},
]


def typeform(n: int) -> dict[str, Any]:
    """One item."""
    answers = [
        {"type": "text", "text": who(n), "field": {"id": "a"}},
        {"type": "email", "email": address(n), "field": {"id": "b"}},
    ]
    return {
        "token": f"t{n}",
        "submitted_at": TIMES[n],
        "hidden": {"posting": "baker"},
        "answers": answers,
    }


def plain(n: int) -> dict[str, Any]:
    """The fields of a plain form."""
    return {"name": who(n), "email": address(n), "job": "baker"}


def jotform(n: int) -> dict[str, Any]:
    """One row of the content."""
    answers = {
        "1": {"name": "name", "text": "Name", "type": "control_textbox", "answer": who(n)},
        "2": {
            "name": "e",
            "text": "E-mail",
            "type": "control_email",
            "answer": address(n),
        },
        "3": {"name": "posting", "text": "", "type": "control_hidden", "answer": "baker"},
    }
    return {
        "id": str(n),
        "form_id": "F",
        "created_at": TIMES[n][:19].replace("T", " "),
        "answers": answers,
    }


def fillout(n: int) -> dict[str, Any]:
    """One response."""
    questions = [
        {"id": "a", "name": "Name", "type": "ShortAnswer", "value": who(n)},
        {"id": "b", "name": "Mail", "type": "EmailInput", "value": address(n)},
    ]
    hidden = [{"id": "posting", "name": "posting", "value": "baker"}]
    return {
        "submissionId": f"f{n}",
        "submissionTime": TIMES[n],
        "questions": questions,
        "urlParameters": hidden,
    }


def receiver(n: int) -> dict[str, Any]:
    """One that waits in a function."""
    fields = {"name": WHO[n], "email": f"p{n}@example.com", "posting": "baker"}
    return {"receiver": 1, "id": f"r{n}", "submitted": TIMES[n], "fields": fields, "files": []}


CV = b"%PDF-1.7 of somebody"


def with_file(name: str, row: dict[str, Any], address: str) -> dict[str, Any]:
    """A submission with a CV, as each service tells of one."""
    if name == "tally":
        answer = [{"id": "f1", "name": "My CV.pdf", "url": address, "mimeType": "application/pdf"}]
        row["responses"].append({"questionId": "q4", "answer": answer})
    elif name == "typeform":
        row["answers"].append({"type": "file_url", "file_url": address, "field": {"id": "c"}})
    elif name == "jotform":
        control = {"name": "cv", "text": "CV", "type": "control_fileupload", "answer": [address]}
        row["answers"]["4"] = control
    elif name == "fillout":
        value = [{"filename": "My CV.pdf", "url": address}]
        row["questions"].append({"id": "c", "name": "CV", "type": "FileUpload", "value": value})
    elif name == "receiver":
        row["files"].append({"field": "cv", "name": "My CV.pdf", "size": 9, "url": address})
    else:
        fields = row.get("payload_params") or (row["data"] if name == "netlify" else row)
        fields["cv"] = {"filename": "My CV.pdf", "type": "application/pdf", "url": address}
    return row


class StandIn(BaseHTTPRequestHandler):
    """Answers for one service; ``server.faults`` are given first."""

    def do_GET(self) -> None:
        """A page of the list, as its query asks for it."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        server: Any = self.server
        server.asked.append((parts.path, query, dict(self.headers)))
        if parts.path.startswith("/kept/"):
            self._give(server)
        elif server.faults:
            self._send(server.faults.pop(0), {})
        elif parts.path == "/forms/F" and server.name == "typeform":
            self._send(200, {"id": "F", "fields": FIELDS})
        elif parts.path == PATHS[server.name]:
            self._send(200, getattr(self, f"_{server.name}")(query))
        else:
            self._send(404, {})

    def _give(self, server: Any) -> None:
        """A file, or what stands in its place."""
        status = server.file_faults.pop(0) if server.file_faults else 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "https://example.com/elsewhere")
        self.send_header("Content-Type", server.file_type)
        self.send_header("Content-Length", str(len(server.file)))
        self.end_headers()
        self.wfile.write(server.file)

    def do_DELETE(self) -> None:
        """What stands elsewhere is deleted."""
        server: Any = self.server
        server.deleted.append(urlsplit(self.path).path)
        self._send(server.delete_fault or 200, {})

    def _of(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row, with a file where the test wants one."""
        server: Any = self.server
        number = next(c for c in json.dumps(row) if c.isdigit())
        place = f"{server.host}/kept/{number}/My%20CV.pdf?accessToken=canary"
        return with_file(server.name, row, place) if server.has_files else row

    def _send(self, status: int, made: Any) -> None:
        data = json.dumps(made).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def _since(self, query: dict[str, str], name: str) -> list[int]:
        since = query.get(name, "")
        return [n for n in self._listed() if TIMES[n] >= since]

    def _listed(self) -> list[int]:
        server: Any = self.server
        return [*(range(len(TIMES)) if server.numbers is None else server.numbers)]

    def _tally(self, query: dict[str, str]) -> dict[str, Any]:
        assert query["filter"] == "completed"
        size, page = int(query["limit"]), int(query["page"])
        found = self._since(query, "startDate")[::-1]
        part = found[(page - 1) * size : page * size]
        more = page * size < len(found)
        return {
            "questions": QUESTIONS,
            "submissions": [self._of(tally(n)) for n in part],
            "hasMore": more,
        }

    def _typeform(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "since")[::-1]
        if "before" in query:
            found = [n for n in found if n < int(query["before"][1:])]
        return {"items": [self._of(typeform(n)) for n in found[: int(query["page_size"])]]}

    def _netlify(self, query: dict[str, str]) -> list[dict[str, Any]]:
        size, page = int(query["per_page"]), int(query["page"])
        found = self._listed()[::-1][(page - 1) * size : page * size]
        rows = [{"id": f"n{n}", "created_at": TIMES[n], "data": plain(n)} for n in found]
        return [self._of(row) for row in rows]

    def _basin(self, query: dict[str, str]) -> dict[str, Any]:
        assert query["form_id"] == "F"
        size, page = 3, int(query["page"])
        found = self._listed()[::-1][(page - 1) * size : page * size]
        rows = [{"id": n, "created_at": TIMES[n], "payload_params": plain(n)} for n in found]
        return {"submissions": [self._of(row) for row in rows]}

    def _formspree(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "since")
        part = found[int(query["offset"]) :][: int(query["limit"])]
        rows = [{**plain(n), "_date": TIMES[n][:19], "_id": f"s{n}"} for n in part]
        return {"submissions": [self._of(row) for row in rows]}

    def _jotform(self, query: dict[str, str]) -> dict[str, Any]:
        since = json.loads(query.get("filter", "{}")).get("created_at:gt", "")
        found = [jotform(n) for n in self._listed()[::-1] if TIMES[n].replace("T", " ") > since]
        part = found[int(query["offset"]) :][: int(query["limit"])]
        return {"content": [self._of(row) for row in part]}

    def _fillout(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "afterDate")[int(query["offset"]) :][: int(query["limit"])]
        return {"responses": [self._of(fillout(n)) for n in found]}

    def _receiver(self, query: dict[str, str]) -> dict[str, Any]:
        begin = int(query.get("after", "r-1")[1:]) + 1
        rows = [self._of(receiver(n)) for n in range(5)][begin : begin + 2]
        return {"submissions": rows, "next": rows[-1]["id"] if begin + 2 < len(TIMES) else None}


@contextmanager
def serving(name: str) -> Iterator[Any]:
    """The stand-in of a service: ``host``, what it was ``asked``, and ``faults`` to give first.

    ``numbers`` are those that it has, all without it. With ``has_files`` each submission has a CV:
    ``file``, of ``file_type``, or ``file_faults``.
    """
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.name, server.asked, server.faults = name, [], []
    server.has_files, server.file, server.file_type = False, CV, "application/pdf"
    server.file_faults, server.deleted, server.delete_fault = [], [], 0
    server.numbers = None
    server.host = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
