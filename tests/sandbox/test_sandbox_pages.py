"""The pages for people."""

import re
import subprocess
import sys

import pytest
import requests

from careers.sandbox import Sandbox
from clients import TIMEOUT, ask
from repositories import PRIVATE

REPO = f"/repos/{PRIVATE}"
OURS = re.compile(r"<form [^>]*(?:/acts/|/issues\").*?</form>", re.DOTALL)
"""The page's own forms; what is in them is text."""

HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)> [go](javascript:alert(1))
<!-- hidden: the record --> <iframe src="https://example.com"></iframe>
<style>*{display:none}</style>
"><svg onload=alert(1)> <form action="https://example.com"><input type=text name=q></form>
"""


def page(github: Sandbox, path: str, status: int = 200) -> str:
    """The HTML of a page."""
    answer = requests.get(github.url + path, timeout=TIMEOUT)
    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    return answer.text


def test_board(github: Sandbox) -> None:
    """Issues stand in the column of their stage, in the stages' order; `?label=` filters."""
    for name in ("stage:applied", "stage:interview"):
        ask(github, "POST", REPO + "/labels", {"name": name, "color": "ffffff"})
    ask(github, "POST", REPO + "/issues", {"title": "Ada", "labels": ["stage:interview", "job:pm"]})
    ask(github, "POST", REPO + "/issues", {"title": "Bob", "labels": ["stage:applied"]})
    ask(github, "POST", REPO + "/issues", {"title": "Stray"})
    board = page(github, f"/ui/{PRIVATE}/issues")
    order = [
        board.index(text) for text in ("applied ", "Bob", "interview ", "Ada", "no stage", "Stray")
    ]
    assert order == sorted(order)
    filtered = page(github, f"/ui/{PRIVATE}/issues?label=job%3Apm")
    assert ("Ada" in filtered, "Bob" in filtered) == (True, False)


def test_issue_as_github_shows_it(github: Sandbox) -> None:
    """Tables, task lists, strike-through and line breaks are shown, comments in HTML are not."""
    body = "| a |\n|---|\n| 1 |\n\n- [x] done\n- [ ] open\n\n~~gone~~\nnext\n<!-- secret -->"
    ask(github, "POST", REPO + "/issues", {"title": "One", "body": body, "labels": ["a"]})
    github.act("otto").comment(PRIVATE, 1, "**Hello**")
    github.act("rita").close(PRIVATE, 1)
    html = OURS.sub("", page(github, f"/ui/{PRIVATE}/issues/1"))
    for part in (
        "<table>",
        "<s>gone</s><br>",
        "<strong>Hello</strong>",
        "closed this as completed",
    ):
        assert part in html
    boxes = re.findall(r'<button class="box" form="tick" .*? aria-pressed="(\w+)"', html)
    assert boxes == ["true", "false"]
    assert "secret" not in html


def test_hostile_text_does_not_run(github: Sandbox) -> None:
    """Nothing that a stranger wrote, in title, body, label or comment, becomes code or a form."""
    content = {"title": HOSTILE[:90], "body": HOSTILE, "labels": ["<script>x</script>"]}
    ask(github, "POST", REPO + "/issues", content)
    ask(github, "PATCH", REPO + "/issues/1", {"title": HOSTILE[60:150]})
    github.act("otto").comment(PRIVATE, 1, HOSTILE)
    for path in (f"/ui/{PRIVATE}", f"/ui/{PRIVATE}/issues", f"/ui/{PRIVATE}/issues/1"):
        html = OURS.sub("", page(github, path))
        assert len(re.findall(r"<style", html)) == 1
        assert not re.search(r"<(script|iframe|svg|form|object|input type=.text)", html)
        assert not re.search(r"<[a-z][^>]*\s(onerror|onload|href=.javascript)", html)
    assert "the record" not in html.partition("<main")[2].partition('class="said"')[2]


def test_pages_of_repositories(github: Sandbox) -> None:
    """The list of repositories, and a repository's labels with their counts."""
    assert PRIVATE.split("/")[1] in page(github, "/ui/")
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    assert "1 issue<" in page(github, f"/ui/{PRIVATE}")


@pytest.mark.parametrize("path", ["/ui/a/b", f"/ui/{PRIVATE}/issues/9", "/ui/x"])
def test_missing_page(github: Sandbox, path: str) -> None:
    """What is not there is a page that says so."""
    assert "Nothing here" in page(github, path, 404)


def test_serving_from_the_command_line() -> None:
    """`python -m careers.sandbox` prints its address and serves until it is stopped."""
    command = [sys.executable, "-m", "careers.sandbox", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            url = process.stdout.readline().strip()
            assert "candidates" in requests.get(f"{url}/ui/", timeout=TIMEOUT).text
        finally:
            process.terminate()
