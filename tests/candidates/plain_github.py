"""A GitHub that is not the sandbox: what the description says of issues, and 404 for all else.

Written from the description alone, as somebody would who holds the scripts against another server:
no GraphQL, no Actions, no headers but ``Link``.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

Json = dict[str, Any]
Given = tuple[int, Any]
Refusal = tuple[int, Any, dict[str, str]]
NAME = "example-tools/candidates"
FORMER = "example-tools/people"
PREFIX = "/api/v3"


@dataclass
class Asked:
    """One request: whose, and what it brings."""

    user: Json
    body: Any
    query: Json


class PlainGitHub:
    """One private repository; ``refuse`` may answer a request before it is looked at."""

    def __init__(self, kind: str = "Bot") -> None:
        self.people = {
            "t-bot": {"login": "github-actions[bot]", "id": 1, "type": kind},
            "t-rita": {"login": "rita", "id": 2, "type": "User"},
            "t-otto": {"login": "otto", "id": 3, "type": "User"},
        }
        self.roles = {"github-actions[bot]": "write", "rita": "write", "otto": "read"}
        self.issues: list[Json] = []
        self.labels: dict[str, Json] = {}
        self.comments: list[Json] = []
        self.events: list[Json] = []
        self.asked: list[str] = []
        self.redirects = 301
        self.refuse: Callable[[str, str, Any], Refusal | None] = lambda *_: None
        self.url = ""
        self._moment = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
        self._last = 1_000

    def tick(self) -> str:
        """A second later."""
        self._moment += timedelta(seconds=1)
        return self._moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def new_id(self) -> int:
        """A number never given before."""
        self._last += 1
        return self._last

    def label(self, number: int, name: str, who: str = "t-rita") -> Json:
        """Set a label in the browser."""
        self.set_labels(self.find(number), [*self.names_of(number), name], self.people[who])
        return self._event("labeled", number, who, label={"name": name})

    def unlabel(self, number: int, name: str) -> Json:
        """Take one off."""
        kept = [label for label in self.names_of(number) if label != name]
        self.set_labels(self.find(number), kept, self.people["t-rita"])
        return self._event("unlabeled", number, "t-rita", label={"name": name})

    def say(self, number: int, text: str, who: str = "t-rita") -> Json:
        """Write a comment."""
        made = self.make_comment(number, text, self.people[who])
        return self._event("created", number, who, comment=made)

    def write(self, number: int, body: str) -> Json:
        """Edit the text."""
        issue = self.find(number)
        before, issue["body"] = issue["body"], body
        return self._event("edited", number, "t-rita", changes={"body": {"from": before}})

    def open(self, title: str, body: str, *labels: str, who: str = "t-otto") -> int:
        """Open an issue; its number."""
        issue = self.make_issue(title, body, self.people[who])
        self.set_labels(issue, [*labels], self.people[who])
        return int(issue["number"])

    def _event(self, action: str, number: int, who: str, **more: Any) -> Json:
        issue = self.find(number)
        return {
            "action": action,
            "issue": issue,
            "sender": self.people[who],
            "repository": {"full_name": NAME, "private": True},
            **more,
        }

    # The repository.

    def find(self, number: int) -> Json:
        """One issue."""
        return self.issues[number - 1]

    def names_of(self, number: int) -> list[str]:
        """The names of an issue's labels."""
        return [label["name"] for label in self.find(number)["labels"]]

    def make_issue(self, title: str, body: str | None, user: Json) -> Json:
        """Open one."""
        now = self.tick()
        issue = {
            "id": self.new_id(),
            "number": len(self.issues) + 1,
            "title": title,
            "body": body,
            "state": "open",
            "state_reason": None,
            "user": user,
            "labels": [],
            "assignees": [],
            "comments": 0,
            "created_at": now,
            "updated_at": now,
            "html_url": f"https://github.example/{NAME}/issues/{len(self.issues) + 1}",
        }
        self.issues.append(issue)
        return issue

    def make_comment(self, number: int, text: str, user: Json) -> Json:
        """Write one."""
        now = self.tick()
        made = {
            "id": self.new_id(),
            "body": text,
            "user": user,
            "created_at": now,
            "updated_at": now,
            "issue_url": f"{self.url}/repos/{NAME}/issues/{number}",
            "reactions": {"+1": 0, "confused": 0},
        }
        self.comments.append(made)
        return made

    def happen(self, number: int, event: str, user: Json, **more: Any) -> None:
        """Write an event down."""
        self.events.append(
            {
                "id": self.new_id(),
                "event": event,
                "actor": user,
                "created_at": self.tick(),
                "number": number,
                **more,
            }
        )

    def set_labels(self, issue: Json, names: list[str], user: Json) -> None:
        """Give an issue these labels; unknown ones are made, as GitHub does in silence."""
        had = {label["name"] for label in issue["labels"]}
        for name in names:
            fresh = {"name": name, "color": "ededed", "description": None}
            self.labels.setdefault(name.casefold(), fresh)
        now = [self.labels[name.casefold()] for name in dict.fromkeys(names)]
        issue["labels"] = now
        have = {label["name"] for label in now}
        for label in sorted(have - had):
            self.happen(issue["number"], "labeled", user, label={"name": label, "color": "0"})
        for label in sorted(had - have):
            self.happen(issue["number"], "unlabeled", user, label={"name": label, "color": "0"})

    def answer(self, verb: str, target: str, user: Json, body: Any) -> tuple[int, Any, str]:
        """Status, content and ``Link`` of one request."""
        parts = urlsplit(target)
        path, query = parts.path, {k: v[0] for k, v in parse_qs(parts.query).items()}
        for route, how in _ROUTES.items():
            found = re.fullmatch(route, f"{verb} {path}")
            if found:
                status, content = how(self, Asked(user, body, query), *map(unquote, found.groups()))
                if verb == "GET" and isinstance(content, list):
                    return self._paged(path, query, content)
                return status, content, ""
        return 404, {"message": "Not Found"}, ""

    def _paged(self, path: str, query: Json, items: list[Any]) -> tuple[int, Any, str]:
        each, page = min(100, int(query.get("per_page", 30))), int(query.get("page", 1))
        last = max(1, -(-len(items) // each))
        links = []
        for rel, number in (("next", page + 1), ("last", last)):
            if page < last:
                asked = urlencode({**query, "page": number})
                links.append(f'<{self.url}{path.removeprefix(PREFIX)}?{asked}>; rel="{rel}"')
        return 200, items[(page - 1) * each : page * each], ", ".join(links)


def _repository(_github: PlainGitHub, _: Asked) -> Given:
    return 200, {"id": 1, "name": "candidates", "full_name": NAME, "private": True}


def _list(github: PlainGitHub, asked: Asked) -> Given:
    wanted = [name.casefold() for name in asked.query.get("labels", "").split(",") if name]
    found = []
    for issue in github.issues:
        names = {label["name"].casefold() for label in issue["labels"]}
        if asked.query.get("state", "open") in {"all", issue["state"]} and names.issuperset(wanted):
            found.append(issue)
    return 200, found if asked.query.get("direction") == "asc" else found[::-1]


def _open(github: PlainGitHub, asked: Asked) -> Given:
    issue = github.make_issue(asked.body["title"], asked.body.get("body"), asked.user)
    github.set_labels(issue, asked.body.get("labels", []), asked.user)
    return 201, issue


def _get(github: PlainGitHub, _: Asked, number: str) -> Given:
    there = 1 <= int(number) <= len(github.issues)
    return (200, github.find(int(number))) if there else (404, {"message": "Not Found"})


def _change(github: PlainGitHub, asked: Asked, n: str) -> Given:
    issue = github.find(int(n))
    for name in ("title", "body", "state_reason"):
        if name in asked.body:
            issue[name] = asked.body[name]
    if "labels" in asked.body:
        github.set_labels(issue, asked.body["labels"], asked.user)
    if asked.body.get("state", issue["state"]) != issue["state"]:
        issue["state"] = asked.body["state"]
        github.happen(int(n), {"open": "reopened"}.get(asked.body["state"], "closed"), asked.user)
    issue["updated_at"] = github.tick()
    return 200, issue


def _add_labels(github: PlainGitHub, asked: Asked, n: str) -> Given:
    issue = github.find(int(n))
    github.set_labels(issue, [*github.names_of(int(n)), *asked.body["labels"]], asked.user)
    return 200, issue["labels"]


def _drop_label(github: PlainGitHub, asked: Asked, n: str, name: str) -> Given:
    issue = github.find(int(n))
    github.set_labels(issue, [x for x in github.names_of(int(n)) if x != name], asked.user)
    return 200, issue["labels"]


def _labels(github: PlainGitHub, _: Asked) -> Given:
    return 200, list(github.labels.values())


def _make_label(github: PlainGitHub, asked: Asked) -> Given:
    if asked.body["name"].casefold() in github.labels:
        return 422, {"message": "Validation Failed", "errors": [{"code": "already_exists"}]}
    github.labels[asked.body["name"].casefold()] = {"description": None, **asked.body}
    return 201, asked.body


def _edit_label(github: PlainGitHub, asked: Asked, n: str) -> Given:
    label = github.labels.pop(n.casefold())
    label |= {"name": asked.body.pop("new_name", label["name"]), **asked.body}
    github.labels[label["name"].casefold()] = label
    return 200, label


def _comments(github: PlainGitHub, _: Asked, n: str) -> Given:
    return 200, [c for c in github.comments if c["issue_url"].endswith(f"/issues/{n}")]


def _all_comments(github: PlainGitHub, asked: Asked) -> Given:
    return 200, [c for c in github.comments if c["updated_at"] >= asked.query.get("since", "")]


def _say(github: PlainGitHub, asked: Asked, n: str) -> Given:
    return 201, github.make_comment(int(n), asked.body["body"], asked.user)


def _resay(github: PlainGitHub, asked: Asked, ident: str) -> Given:
    found = next(c for c in github.comments if c["id"] == int(ident))
    found |= {"body": asked.body["body"], "updated_at": github.tick()}
    return 200, found


def _react(github: PlainGitHub, asked: Asked, ident: str) -> Given:
    found = next(c for c in github.comments if c["id"] == int(ident))
    found["reactions"][asked.body["content"]] = 1
    return 201, {"id": github.new_id(), "content": asked.body["content"]}


def _events(github: PlainGitHub, _: Asked, n: str) -> Given:
    return 200, [event for event in github.events if event["number"] == int(n)]


def _role(github: PlainGitHub, _: Asked, login: str) -> Given:
    return 200, {"permission": github.roles.get(login, "none"), "role_name": ""}


_HERE = f"{PREFIX}/repos/{NAME}"
_FORMER = f"{PREFIX}/repos/{FORMER}"
_ROUTES: dict[str, Callable[..., tuple[int, Any]]] = {
    f"GET {_HERE}": _repository,
    f"GET {PREFIX}/repositories/1": _repository,
    f"GET {_HERE}/issues": _list,
    f"POST {_HERE}/issues": _open,
    rf"GET {_HERE}/issues/(\d+)": _get,
    rf"PATCH {_HERE}/issues/(\d+)": _change,
    rf"POST {_HERE}/issues/(\d+)/labels": _add_labels,
    rf"DELETE {_HERE}/issues/(\d+)/labels/(.+)": _drop_label,
    f"GET {_HERE}/labels": _labels,
    f"POST {_HERE}/labels": _make_label,
    f"PATCH {_HERE}/labels/(.+)": _edit_label,
    rf"GET {_HERE}/issues/(\d+)/comments": _comments,
    rf"POST {_HERE}/issues/(\d+)/comments": _say,
    f"GET {_HERE}/issues/comments": _all_comments,
    rf"PATCH {_HERE}/issues/comments/(\d+)": _resay,
    rf"POST {_HERE}/issues/comments/(\d+)/reactions": _react,
    rf"GET {_HERE}/issues/(\d+)/events": _events,
    f"GET {_HERE}/collaborators/([^/]+)/permission": _role,
}


@contextmanager
def serving(kind: str = "Bot") -> Iterator[PlainGitHub]:
    """One that answers, until the end."""
    github = PlainGitHub(kind)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            """Answer one request, after those before it."""
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = json.loads(sent) if sent else None
            token = (self.headers.get("Authorization") or "").rpartition(" ")[2]
            with lock:
                github.asked.append(f"{self.command} {self.path.removeprefix(_HERE)}")
                status, content, more = self._answer(token, body)
            data = json.dumps(content).encode()
            self.send_response(status)
            for name, value in more.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _answer(self, token: str, body: Any) -> tuple[int, Any, dict[str, str]]:
            if token not in github.people:
                return 401, {"message": "Bad credentials"}, {}
            refused = github.refuse(self.command, self.path.removeprefix(_HERE), body)
            if refused:
                return refused
            if self.path.startswith(_FORMER):
                place = f"{github.url}/repositories/1{self.path.removeprefix(_FORMER)}"
                status = github.redirects if self.command == "GET" else 307
                return status, {"message": "Moved Permanently"}, {"Location": place}
            user = github.people[token]
            status, content, link = github.answer(self.command, self.path, user, body)
            return status, content, {"Link": link} if link else {}

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815 - as it is called

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    github.url = f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
