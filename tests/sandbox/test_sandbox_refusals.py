"""What GitHub refuses, and in which words."""

import re
from typing import Any

import pytest

from careers.sandbox import Sandbox
from clients import ask
from repositories import PRIVATE, PUBLIC

REPO = f"/repos/{PRIVATE}"
LABEL = {"name": "a", "color": "ffffff"}
MANY = [str(number) for number in range(101)]

# Method, path, content; then the field that is refused and why
INVALID: list[tuple[str, str, Any, tuple[str, str, str]]] = [
    ("POST", "/labels", LABEL | {"name": "x" * 51}, ("Label", "name", "custom")),
    ("POST", "/labels", LABEL | {"name": " "}, ("Label", "name", "missing_field")),
    ("POST", "/labels", {"color": "ffffff"}, ("Label", "name", "missing_field")),
    ("POST", "/labels", LABEL | {"color": "#ffffff"}, ("Label", "color", "invalid")),
    ("POST", "/labels", LABEL | {"color": "red"}, ("Label", "color", "invalid")),
    ("POST", "/labels", LABEL | {"description": "x" * 101}, ("Label", "description", "custom")),
    ("POST", "/labels", LABEL | {"name": "HELD"}, ("Label", "name", "already_exists")),
    ("PATCH", "/labels/other", {"new_name": "held"}, ("Label", "name", "already_exists")),
    ("POST", "/issues", {}, ("Issue", "title", "missing_field")),
    ("POST", "/issues", {"title": " "}, ("Issue", "title", "missing_field")),
    ("POST", "/issues", {"title": "x" * 257}, ("Issue", "title", "custom")),
    ("POST", "/issues", {"title": "x", "body": "x" * 65_537}, ("Issue", "body", "custom")),
    ("POST", "/issues", {"title": "x", "labels": ["y" * 51]}, ("Label", "name", "custom")),
    ("POST", "/issues", {"title": "x", "labels": MANY}, ("Issue", "labels", "custom")),
    ("POST", "/issues", {"title": "x", "assignees": ["otto"]}, ("Issue", "assignees", "invalid")),
    ("POST", "/issues", {"title": "x", "assignees": MANY}, ("Issue", "assignees", "custom")),
    ("PATCH", "/issues/1", {"title": ""}, ("Issue", "title", "missing_field")),
    ("PATCH", "/issues/1", {"labels": MANY}, ("Issue", "labels", "custom")),
    ("POST", "/issues/1/labels", {"labels": ["z" * 51]}, ("Label", "name", "custom")),
    ("POST", "/issues/1/comments", {"body": ""}, ("IssueComment", "body", "missing_field")),
    (
        "POST",
        "/issues/1/comments",
        {"body": "x" * 65_537},
        ("IssueComment", "data", "unprocessable"),
    ),
    ("GET", "/issues?state=shut", None, ("Issue", "state", "invalid")),
]


def errors(answer: Any) -> list[tuple[str, str, str]]:
    """The fields that an answer names, and why."""
    return [(each["resource"], each["field"], each["code"]) for each in answer.json()["errors"]]


@pytest.mark.parametrize(("method", "path", "content", "fault"), INVALID)
def test_invalid(
    github: Sandbox,
    method: str,
    path: str,
    content: Any,
    fault: tuple[str, str, str],
) -> None:
    """A value beyond GitHub's limits is refused with its field, and nothing changes."""
    for name in ("held", "other"):
        ask(github, "POST", REPO + "/labels", LABEL | {"name": name})
    ask(github, "POST", REPO + "/issues", {"title": "One"})
    github.take_events()
    before = github.labels(PRIVATE), github.issues(PRIVATE)
    answer = ask(github, method, REPO + path, content)
    assert answer.status_code == 422
    assert answer.json()["message"] == "Validation Failed"
    assert errors(answer) == [fault]
    assert (github.labels(PRIVATE), github.issues(PRIVATE)) == before
    assert github.take_events() == []


def test_limits_are_reached(github: Sandbox) -> None:
    """The longest of everything is taken."""
    names = [f"{number:0>50}" for number in range(100)]
    body = {"title": "x" * 256, "body": "é" * 65_536, "labels": names}
    assert ask(github, "POST", REPO + "/issues", body).status_code == 201
    label = {"name": "y" * 50, "color": "00ffAA", "description": "x" * 100}
    assert ask(github, "POST", REPO + "/labels", label).json()["color"] == "00ffaa"
    more = ask(github, "POST", REPO + "/issues/1/labels", {"labels": ["one more"]})
    assert errors(more) == [("Issue", "labels", "custom")]
    assert github.labels(PRIVATE)[-1]["name"] == "y" * 50


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        ("{", 400, "Problems parsing JSON"),
        ("[]", 400, "Body should be a JSON object"),
        ({"title": ["x"]}, 422, "Invalid request"),
        ({"title": "x", "labels": "a"}, 422, "Invalid request"),
    ],
)
def test_malformed(github: Sandbox, content: Any, status: int, message: str) -> None:
    """What is no JSON, no object or of another type is refused."""
    answer = ask(github, "POST", REPO + "/issues", content)
    assert answer.status_code == status
    assert answer.json()["message"].startswith(message)
    assert github.issues(PRIVATE) == []


ADMIN = "Must have admin rights to Repository."
CONTENT = {
    "/labels": LABEL,
    "/issues": {"title": "x"},
    "/issues/1": {"title": "y", "body": "z"},
    "/issues/1/labels": {"labels": ["a"]},
    "/dispatches": {"event_type": "application"},
}


@pytest.mark.parametrize(
    ("who", "call", "status", "message"),
    [
        ("nobody", f"GET {REPO}", 401, "Bad credentials"),
        (None, "GET /user", 401, "Requires authentication"),
        (None, f"GET {REPO}", 404, "Not Found"),
        (None, f"POST /repos/{PUBLIC}/issues", 401, "Requires authentication"),
        ("eve", f"GET {REPO}", 404, "Not Found"),
        ("eve", f"POST {REPO}/issues", 404, "Not Found"),
        ("otto", f"POST {REPO}/labels", 403, ADMIN),
        ("otto", f"DELETE {REPO}/labels/a", 403, ADMIN),
        ("otto", f"POST {REPO}/issues/1/labels", 403, ADMIN),
        ("otto", f"PATCH {REPO}/issues/1", 403, ADMIN),
        ("otto", f"POST {REPO}/dispatches", 403, ADMIN),
        ("reader", f"PATCH {REPO}/issues/1", 403, "Resource not accessible by integration"),
        ("rita", f"GET {REPO}/issues/2", 404, "Not Found"),
        ("rita", f"GET {REPO}/labels/b", 404, "Not Found"),
        ("rita", "GET /repos/example-tools/nothing", 404, "Not Found"),
    ],
)
def test_access(github: Sandbox, who: str | None, call: str, status: int, message: str) -> None:
    """Who may not is refused as GitHub refuses them; what they may not know of is not found."""
    github.add_user("eve", token="t-eve")
    github.add_user("reader[bot]", token="t-reader", type="Bot")
    github.grant("reader[bot]", PRIVATE, "read")
    ask(github, "POST", REPO + "/labels", LABEL)
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    method, path = call.split()
    content = None if method == "GET" else CONTENT.get(re.sub(r"^/repos/[^/]+/[^/]+", "", path))
    answer = ask(github, method, path, content, who=who)
    assert (answer.status_code, answer.json()["message"]) == (status, message)
    assert answer.json()["status"] == str(status)
    assert answer.json()["documentation_url"].startswith("https://docs.github.com/")


def test_unknown_call(github: Sandbox) -> None:
    """A call that the sandbox does not know is not found."""
    assert ask(github, "GET", REPO + "/nothing").status_code == 404
    github.requests.clear()


def test_anybody_reads_a_public_repository(github: Sandbox) -> None:
    """Without a token a public repository can be read."""
    assert ask(github, "GET", f"/repos/{PUBLIC}", who=None).json()["visibility"] == "public"
    assert ask(github, "GET", f"/repos/{PUBLIC}/labels", who=None).json() == []


def test_author_without_write_access(github: Sandbox) -> None:
    """An author may change their own issue's text and close it; labels are dropped silently."""
    opened = ask(github, "POST", REPO + "/issues", {"title": "Mine", "labels": ["a"]}, who="otto")
    assert (opened.status_code, opened.json()["labels"]) == (201, [])
    change = {"title": "Still mine", "state": "closed", "labels": ["a"]}
    closed = ask(github, "PATCH", REPO + "/issues/1", change, who="otto").json()
    assert (closed["title"], closed["state"], closed["labels"]) == ("Still mine", "closed", [])
    assert github.labels(PRIVATE) == []


def test_triage_labels_issues_but_creates_no_label(github: Sandbox) -> None:
    """Triage puts labels that exist on issues; a new name needs write access."""
    github.grant("otto", PRIVATE, "triage")
    ask(github, "POST", REPO + "/issues", {"title": "One"})
    ask(github, "POST", REPO + "/labels", LABEL)
    path = REPO + "/issues/1/labels"
    assert ask(github, "POST", path, {"labels": ["a"]}, who="otto").status_code == 200
    refused = ask(github, "POST", path, {"labels": ["new"]}, who="otto")
    assert refused.status_code == 403
    assert errors(refused) == [("Repository", "label", "unauthorized")]


def test_labels_dropped_on_request(github: Sandbox) -> None:
    """With `drop_labels` an issue opens without its labels, and says nothing of it."""
    github.drop_labels = True
    opened = ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    assert (opened.status_code, opened.json()["labels"]) == (201, [])
    github.drop_labels = False
    opened = ask(github, "POST", REPO + "/issues", {"title": "Two", "labels": ["a"]})
    assert [label["name"] for label in opened.json()["labels"]] == ["a"]


def test_issues_switched_off_and_archive(github: Sandbox) -> None:
    """Without issues a repository answers 410; an archived one refuses writes."""
    github.add_repository(PRIVATE, private=True, has_issues=False)
    assert ask(github, "GET", REPO + "/issues").status_code == 410
    assert ask(github, "POST", REPO + "/issues", {"title": "x"}).status_code == 410
    github.add_repository(PRIVATE, private=True, archived=True)
    refused = ask(github, "POST", REPO + "/issues", {"title": "x"})
    assert (refused.status_code, "archived" in refused.json()["message"]) == (403, True)


@pytest.mark.parametrize(
    "content",
    [
        {"event_type": "x" * 101},
        {"event_type": "x", "client_payload": {str(n): n for n in range(11)}},
        {"event_type": "x", "client_payload": {"text": "x" * 65_535}},
        {"client_payload": {}},
    ],
)
def test_dispatch_limits(github: Sandbox, content: Any) -> None:
    """A dispatch beyond the limits is refused and starts nothing."""
    assert ask(github, "POST", REPO + "/dispatches", content).status_code == 422
    assert github.take_events() == []


def test_who_is_added_twice_stays_what_they_are(github: Sandbox) -> None:
    """A second `add_user` changes what it names: a bot that is named again is no person."""
    github.add_user("careers-bot[bot]")
    user = ask(github, "POST", REPO + "/issues", {"title": "One"}, who="bot").json()["user"]
    assert (user["login"], user["type"]) == ("careers-bot[bot]", "Bot")
