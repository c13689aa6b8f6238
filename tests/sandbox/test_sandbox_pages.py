"""The pages for people."""

import re
import subprocess
import sys
from urllib.parse import quote_plus

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


def post(github: Sandbox, act: str, **fields: object) -> requests.Response:
    """What a form of a page sends; ``origin`` is whose page it is."""
    origin = str(fields.pop("origin", github.url))
    return requests.post(
        f"{github.url}/ui/{PRIVATE}/acts/{act}",
        data={"who": "rita", "number": 1, **fields},
        headers={"Origin": origin},
        timeout=TIMEOUT,
        allow_redirects=False,
    )


def test_people_act_on_the_pages(github: Sandbox) -> None:
    """Each form does what a person does on GitHub, by the same rules and with the same events."""
    ask(github, "POST", REPO + "/issues", {"title": "Ada", "body": "Hi\n\n- [ ] a\n- [ ] b"})
    stage = github.add_field(PRIVATE, "Stage", "single_select", "applied", "offer")
    github.take_events()
    acts: list[tuple[str, dict[str, object]]] = [
        ("tick", {"line": 3}),
        ("comment", {"text": "- [ ] Do it"}),
        ("label", {"text": "a"}),
        ("label", {"text": "a", "off": 1}),
        ("assign", {"text": "rita"}),
        ("move", {"text": "offer"}),
        ("close", {"text": "not_planned"}),
        ("close", {"text": "open"}),
        ("edit", {"text": "New"}),
        ("run", {"text": "tend.yml"}),
    ]
    told = []
    for act, fields in acts:
        assert post(github, act, **fields).status_code == 303
        if act == "tick":
            assert github.issue(PRIVATE, 1)["body"] == "Hi\n\n- [ ] a\n- [x] b"
        told += [event.payload.get("action", event.name) for event in github.take_events()]
    assert told == [
        "edited", "created", "created", "labeled", "unlabeled", "assigned", "field_added", "closed",
        "reopened", "edited", "workflow_dispatch",
    ]  # fmt: skip
    (value,) = github.issue(PRIVATE, 1)["issue_field_values"]
    assert (value["issue_field_id"], value["single_select_option"]["name"]) == (stage, "offer")
    (said,) = github.comments(PRIVATE, 1)
    assert post(github, "tick", comment=said["id"], line=0).status_code == 303
    assert github.comments(PRIVATE, 1)[0]["body"] == "- [x] Do it"


@pytest.mark.parametrize(
    ("act", "fields", "status"),
    [
        ("comment", {"who": "nobody", "text": "x"}, 401),
        ("label", {"who": "otto", "text": "a"}, 403),
        ("comment", {"number": "x", "text": "x"}, 404),
        ("_text", {}, 404),
        ("comment", {"origin": "https://example.com", "text": "x"}, 403),
    ],
)
def test_what_a_form_may_not(
    github: Sandbox, act: str, fields: dict[str, str], status: int
) -> None:
    """Refused as GitHub would, or because another site sends it."""
    ask(github, "POST", REPO + "/issues", {"title": "Ada"})
    assert post(github, act, **fields).status_code == status
    assert github.comments(PRIVATE, 1) == []


def test_references_boxes_and_searches(github: Sandbox) -> None:
    """A number alone in its item shows a title; a box of a stranger's HTML ticks nothing."""
    ask(github, "POST", REPO + "/issues", {"title": "Ada <b>", "labels": ["overdue"]})
    body = '- #1\n  since #1, not #9\n\n<input type=checkbox value="0-1">\n\n> [!NOTE]\n> Go'
    ask(github, "POST", REPO + "/issues", {"title": "Job", "body": body})
    html = page(github, f"/ui/{PRIVATE}/issues/2")
    link = f'href="/ui/{PRIVATE}/issues/1"'
    assert f'{link} rel="nofollow noopener">Ada &lt;b&gt; #1</a>' in html
    assert f'since <a {link} rel="nofollow noopener">#1</a>, not #9' in html
    assert "<strong>Note</strong>" in html
    assert 'class="box"' not in html
    post(github, "assign", text="rita")
    asked = {"is:open label:overdue": 1, "is:open assignee:@me": 1, "is:open -label:overdue": 1}
    for words, count in {**asked, "is:closed": 0, 'label:"overdue" no:assignee': 0}.items():
        url = f"/ui/{PRIVATE}/issues?q={quote_plus(words)}"
        assert f"{count} found" in page(github, url)
