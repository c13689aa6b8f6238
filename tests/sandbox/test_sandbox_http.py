"""Headers, pages, conditions, faults and limits, as a client sees them over HTTP."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from github import GithubException, GithubRetry

from careers.sandbox import How, Sandbox
from clients import ask, connect
from repositories import PRIVATE

REPO = f"/repos/{PRIVATE}"


def test_page_links(github: Sandbox) -> None:
    """`Link` leads to the first, previous, next and last page, and keeps the query."""
    for number in range(5):
        ask(github, "POST", REPO + "/issues", {"title": f"Issue {number}", "labels": ["a b"]})
    middle = ask(github, "GET", REPO + "/issues?labels=a%20b&per_page=2&page=2")
    assert [each["number"] for each in middle.json()] == [3, 2]
    pages = {name: link["url"] for name, link in middle.links.items()}
    url = f"{github.url}{REPO}/issues?labels=a%20b&per_page=2&page="
    assert pages == {"prev": url + "1", "next": url + "3", "last": url + "3", "first": url + "1"}
    assert set(ask(github, "GET", REPO + "/issues?per_page=2&page=3").links) == {"prev", "first"}
    assert ask(github, "GET", REPO + "/issues?per_page=1000").links == {}
    assert ask(github, "GET", REPO + "/issues?page=9").json() == []


def test_etag(github: Sandbox) -> None:
    """An answer that the caller holds already is 304 without a body, until it changes."""
    ask(github, "POST", REPO + "/issues", {"title": "One"})
    first = ask(github, "GET", REPO + "/issues/1")
    held = {"If-None-Match": first.headers["ETag"]}
    again = ask(github, "GET", REPO + "/issues/1", headers=held)
    assert (again.status_code, again.content) == (304, b"")
    ask(github, "PATCH", REPO + "/issues/1", {"title": "Two"})
    assert ask(github, "GET", REPO + "/issues/1", headers=held).json()["title"] == "Two"


def test_usual_headers(github: Sandbox) -> None:
    """Every answer tells the rate limit, a request id and the date."""
    first, second = (ask(github, "GET", "/user").headers for _ in range(2))
    assert first["X-RateLimit-Limit"] == "5000"
    assert int(second["X-RateLimit-Remaining"]) == int(first["X-RateLimit-Remaining"]) - 1
    assert int(first["X-RateLimit-Reset"]) > time.time()
    assert first["X-GitHub-Request-Id"] != second["X-GitHub-Request-Id"]
    assert first["Date"]


def test_label_with_a_slash(github: Sandbox) -> None:
    """A label's name may hold anything that a path must escape."""
    ask(github, "POST", REPO + "/labels", {"name": "a/b c%?#ü", "color": "ffffff"})
    path = REPO + "/labels/a%2Fb%20c%25%3F%23%C3%BC"
    label = ask(github, "GET", path).json()
    assert label["name"] == "a/b c%?#ü"
    assert label["url"] == github.url + path.replace("%2F", "/")
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a/b c%?#ü"]})
    path = path.replace("/labels", "/issues/1/labels")
    assert ask(github, "DELETE", path).json() == []


@pytest.mark.parametrize(
    ("how", "left"), [("error", 0), ("cut", 0), ("timeout", 0), ("cut-after", 1)]
)
def test_faults(github: Sandbox, how: How, left: int) -> None:
    """The request that was ordered to fail does, and no other; only "cut-after" carries it out."""
    github.fail(2, how, status=503, seconds=0.05, method="POST")
    ask(github, "GET", REPO)
    content = {"title": "x"}
    assert ask(github, "POST", REPO + "/issues", content).status_code == 201
    ask(github, "GET", REPO)
    if how == "error":
        assert ask(github, "POST", REPO + "/issues", content).status_code == 503
    else:
        with pytest.raises(requests.ConnectionError):
            ask(github, "POST", REPO + "/issues", content)
    assert github.requests[-1].fault == how
    assert len(github.issues(PRIVATE)) == 1 + left
    assert ask(github, "POST", REPO + "/issues", content).status_code == 201


def test_faults_by_path_and_times(github: Sandbox) -> None:
    """A fault counts only requests whose path matches, and may strike several times."""
    github.fail(1, times=2, path=r"/issues$")
    for status in (502, 502, 200):
        assert ask(github, "GET", REPO + "/labels").status_code == 200
        assert ask(github, "GET", REPO + "/issues").status_code == status


def test_timeout_ends_with_the_sandbox() -> None:
    """A client that gives up first sees a time-out.

    The sandbox does not wait for the hanging request.
    """
    began = time.monotonic()
    with Sandbox() as sandbox:
        sandbox.fail(1, "timeout", seconds=60)
        with pytest.raises(requests.Timeout):
            requests.get(sandbox.url, timeout=0.2)
    assert time.monotonic() - began < 5


def test_pygithub_retries_a_post_whose_answer_was_lost(github: Sandbox) -> None:
    """PyGithub's own retry repeats a POST after a cut connection: expect two issues."""
    repository = connect(github, "rita", retry=GithubRetry(total=1, backoff_factor=0)).get_repo(
        PRIVATE
    )
    github.fail(1, "cut-after", method="POST")
    repository.create_issue("One")
    assert [each["title"] for each in github.issues(PRIVATE)] == ["One", "One"]


@pytest.mark.parametrize("status", [403, 429])
def test_secondary_rate_limit(github: Sandbox, status: int) -> None:
    """Writes beyond the limit are refused until the time in Retry-After has passed.

    Reads are not.
    """
    github.rate_limit_after(1, retry_after=1, status=status)
    content = {"title": "x"}
    assert ask(github, "POST", REPO + "/issues", content).status_code == 201
    for _ in range(2):
        refused = ask(github, "POST", REPO + "/issues", content)
        assert (refused.status_code, refused.headers["Retry-After"]) == (status, "1")
        assert "secondary rate limit" in refused.json()["message"]
    assert ask(github, "GET", REPO + "/issues").status_code == 200
    time.sleep(1.05)
    assert ask(github, "POST", REPO + "/issues", content).status_code == 201
    assert len(github.issues(PRIVATE)) == 2


def test_pygithub_waits_out_the_limit(github: Sandbox) -> None:
    """PyGithub's retry waits as long as it was told, and then succeeds."""
    repository = connect(github, "rita", retry=GithubRetry(total=2)).get_repo(PRIVATE)
    github.rate_limit_after(0, retry_after=1)
    began = time.monotonic()
    assert repository.create_issue("One").number == 1
    assert time.monotonic() - began >= 1
    github.rate_limit_after(0, retry_after=1)
    impatient = connect(github, "rita").get_repo(PRIVATE)
    with pytest.raises(GithubException, match="rate limit"):
        impatient.create_issue("Two")


def test_recorded_requests(github: Sandbox) -> None:
    """Each request is kept whole, in order, without its token."""
    ask(github, "GET", REPO + "/issues?state=all")
    ask(github, "POST", REPO + "/issues", {"title": "One"})
    first, second = github.requests
    assert (first.method, first.path, first.query) == ("GET", REPO + "/issues", {"state": "all"})
    assert (second.status, second.body, second.user) == (201, {"title": "One"}, "rita")
    assert second.response["number"] == 1
    assert "t-rita" not in repr(github.requests)


def test_links_start_with_the_base(github: Sandbox) -> None:
    """No link in an answer leads out of the sandbox, as PyGithub demands."""
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    for path in (REPO, REPO + "/issues/1", "/user", "/"):
        text = json.dumps(ask(github, "GET", path).json())
        assert "http" not in text.replace(github.url, "")


def at_noon() -> datetime:
    """A clock that stands."""
    return datetime(2030, 1, 2, 12, tzinfo=UTC)


def test_state_is_kept_in_a_file(tmp_path: Path) -> None:
    """What was written is there again after a restart, and the same work gives the same file."""

    def work(state: Path) -> bytes:
        with Sandbox(state, now=at_noon) as sandbox:
            sandbox.add_repository(PRIVATE, private=True)
            sandbox.add_user("rita", token="t-rita")
            sandbox.grant("rita", PRIVATE, "write")
            ask(sandbox, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
            sandbox.act("rita").comment(PRIVATE, 1, "Hello")
        return state.read_bytes()

    assert work(tmp_path / "one.json") == work(tmp_path / "two.json")
    with Sandbox(tmp_path / "one.json") as sandbox:
        assert ask(sandbox, "GET", REPO + "/issues/1").json()["labels"][0]["name"] == "a"
        assert sandbox.issue(PRIVATE, 1)["created_at"] == "2030-01-02T12:00:00Z"
        assert sandbox.comments(PRIVATE, 1)[0]["body"] == "Hello"
        ask(sandbox, "POST", REPO + "/issues", {"title": "Two"})
        assert sandbox.issues(PRIVATE)[-1]["number"] == 2
