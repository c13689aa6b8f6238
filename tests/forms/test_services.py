"""Form services are asked over HTTP: stand-ins that answer as the services describe it."""

from __future__ import annotations

import importlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from careers.forms import fetched, secret, services
from careers.intake import Unwanted, read
from careers.text.diagnostics import CareersError

TIMES = [f"2026-11-0{day}T10:00:00Z" for day in range(1, 6)]
WHO = [f"Person {n}" for n in range(5)]
PATHS = {
    "tally": "/forms/F/submissions",
    "typeform": "/forms/F/responses",
    "netlify": "/forms/F/submissions",
    "formspree": "/forms/F/submissions",
    "jotform": "/form/F/submissions",
    "fillout": "/forms/F/submissions",
}
FIRST = {"tally": "startDate", "typeform": "since", "formspree": "since", "fillout": "afterDate"}


def tally(n: int) -> dict[str, Any]:
    """One submission; the questions stand beside."""
    said = {"q1": WHO[n], "q2": f"p{n}@example.com", "q3": "baker"}
    responses = [{"questionId": key, "answer": value} for key, value in said.items()]
    return {"id": f"t{n}", "isCompleted": True, "submittedAt": TIMES[n], "responses": responses}


QUESTIONS = [
    {"id": "q1", "type": "INPUT_TEXT", "title": "Name"},
    {"id": "q2", "type": "INPUT_EMAIL", "title": "Mail"},
    {"id": "q3", "type": "INPUT_TEXT", "title": "Job"},
]
FIELDS = [
    {"id": "a", "title": "Name", "type": "short_text"},
    {"id": "b", "title": "Email", "type": "email"},
]


def typeform(n: int) -> dict[str, Any]:
    """One item."""
    answers = [
        {"type": "text", "text": WHO[n], "field": {"id": "a"}},
        {"type": "email", "email": f"p{n}@example.com", "field": {"id": "b"}},
    ]
    return {
        "token": f"t{n}",
        "submitted_at": TIMES[n],
        "hidden": {"posting": "baker"},
        "answers": answers,
    }


def plain(n: int) -> dict[str, Any]:
    """The fields of a plain form."""
    return {"name": WHO[n], "email": f"p{n}@example.com", "job": "baker"}


def jotform(n: int) -> dict[str, Any]:
    """One row of the content."""
    answers = {
        "1": {"name": "name", "text": "Name", "type": "control_textbox", "answer": WHO[n]},
        "2": {
            "name": "e",
            "text": "E-mail",
            "type": "control_email",
            "answer": f"p{n}@example.com",
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
        {"id": "a", "name": "Name", "type": "ShortAnswer", "value": WHO[n]},
        {"id": "b", "name": "Mail", "type": "EmailInput", "value": f"p{n}@example.com"},
    ]
    hidden = [{"id": "posting", "name": "posting", "value": "baker"}]
    return {
        "submissionId": f"f{n}",
        "submissionTime": TIMES[n],
        "questions": questions,
        "urlParameters": hidden,
    }


class StandIn(BaseHTTPRequestHandler):
    """Answers for one service; ``server.faults`` are given first."""

    def do_GET(self) -> None:
        """A page of the list, as its query asks for it."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        server: Any = self.server
        server.asked.append((parts.path, query, dict(self.headers)))
        if server.faults:
            self._send(server.faults.pop(0), {})
        elif parts.path == "/forms/F" and server.name == "typeform":
            self._send(200, {"id": "F", "fields": FIELDS})
        elif parts.path == PATHS[server.name]:
            self._send(200, getattr(self, f"_{server.name}")(query))
        else:
            self._send(404, {})

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
        return [n for n, time in enumerate(TIMES) if time >= since]

    def _tally(self, query: dict[str, str]) -> dict[str, Any]:
        assert query["filter"] == "completed"
        size, page = int(query["limit"]), int(query["page"])
        found = self._since(query, "startDate")[::-1]
        part = found[(page - 1) * size : page * size]
        more = page * size < len(found)
        return {"questions": QUESTIONS, "submissions": [tally(n) for n in part], "hasMore": more}

    def _typeform(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "since")[::-1]
        if "before" in query:
            found = [n for n in found if n < int(query["before"][1:])]
        return {"items": [typeform(n) for n in found[: int(query["page_size"])]]}

    def _netlify(self, query: dict[str, str]) -> list[dict[str, Any]]:
        size, page = int(query["per_page"]), int(query["page"])
        found = [4, 3, 2, 1, 0][(page - 1) * size : page * size]
        return [{"id": f"n{n}", "created_at": TIMES[n], "data": plain(n)} for n in found]

    def _formspree(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "since")
        part = found[int(query["offset"]) :][: int(query["limit"])]
        return {"submissions": [{**plain(n), "_date": TIMES[n][:19], "_id": f"s{n}"} for n in part]}

    def _jotform(self, query: dict[str, str]) -> dict[str, Any]:
        since = json.loads(query.get("filter", "{}")).get("created_at:gt", "")
        found = [jotform(n) for n in reversed(range(5)) if TIMES[n].replace("T", " ") > since]
        return {"content": found[int(query["offset"]) :][: int(query["limit"])]}

    def _fillout(self, query: dict[str, str]) -> dict[str, Any]:
        found = self._since(query, "afterDate")[int(query["offset"]) :][: int(query["limit"])]
        return {"responses": [fillout(n) for n in found]}


@pytest.fixture
def stand_in(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A server that answers for the service that the test names."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.name, server.asked, server.faults = request.param, [], []
    server.host = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("stand_in", services(), indirect=True)
def test_all_that_is_new_is_fetched(stand_in: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over several pages, oldest first, as intake reads it; since a moment only what is new."""
    module = importlib.import_module(f"careers.forms.{stand_in.name}")
    monkeypatch.setattr(module, "_SIZE", 2)
    everything = fetched(stand_in.name, "F", "secret-token", "", stand_in.host)
    made = [read(json.dumps(payload).encode()) for payload in everything]
    assert [application.name for application in made] == WHO
    assert {application.posting for application in made} == {"baker"}
    assert len({application.id for application in made}) == len(WHO)
    newer = fetched(stand_in.name, "F", "secret-token", TIMES[3], stand_in.host)
    assert [read(json.dumps(payload).encode()).name for payload in newer] == WHO[3:]
    assert all("secret-token" not in path for path, _, _ in stand_in.asked)


@pytest.mark.parametrize("stand_in", ["tally"], indirect=True)
def test_a_fault_that_passes_is_waited_for(stand_in: Any) -> None:
    """A limit and an outage: asked again, at the service's pace."""
    stand_in.faults = [429, 503]
    assert len(fetched("tally", "F", "t", "", stand_in.host)) == len(WHO)


@pytest.mark.parametrize("stand_in", ["tally"], indirect=True)
@pytest.mark.parametrize(
    ("faults", "said"),
    [([401], "refuses the token"), ([404], "no such form"), ([500] * 9, "answer")],
)
def test_what_is_wrong_is_said(stand_in: Any, faults: list[int], said: str) -> None:
    """Without the token, and with its cure."""
    stand_in.faults = faults
    with pytest.raises(CareersError, match=said) as caught:
        fetched("tally", "F", "secret-token", "", stand_in.host)
    assert "secret-token" not in f"{caught.value}{caught.value.help}"


def test_every_service_has_a_source_and_a_secret() -> None:
    """What is fetched can be read; a workflow names each secret."""
    assert services() == tuple(sorted(PATHS))
    assert secret("tally") == "CAREERS_TALLY_TOKEN"
    with pytest.raises(Unwanted):
        read(b'{"questions": [], "submission": {"isCompleted": false, "responses": []}}')
