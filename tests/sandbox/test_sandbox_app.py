"""What an App may do on the sandbox: ask for teams, put a file on a branch, open a pull request."""

import base64
from typing import Any

import pytest

from careers.sandbox import Sandbox
from clients import ask

ORG, REPOSITORY = "example-tools", "example-tools/careers"
MAIN = f"/repos/{REPOSITORY}"
PATH = f"{MAIN}/contents/postings/baker.md"


@pytest.fixture
def head(github: Sandbox) -> str:
    """The commit at which the postings are."""
    return github.premises(REPOSITORY).write({"postings/baker.md": "# Baker\n"})


def new(text: str, **more: str) -> dict[str, Any]:
    """A file in new words."""
    content = base64.b64encode(text.encode()).decode()
    return {"message": "Change it", "content": content, "branch": "closing", **more}


def test_who_is_in_a_team_is_told_to_those_who_may_ask(github: Sandbox) -> None:
    """Somebody who was only invited is pending, all others and other teams are not found."""
    github.add_team(ORG, "leads", rita="active", otto="pending")
    path = f"/orgs/{ORG}/teams/leads/memberships"
    assert ask(github, "GET", f"{path}/rita", who="otto").status_code == 404
    assert ask(github, "GET", f"{path}/rita", who="bot").status_code == 403
    github.let_see_members("rita", ORG)
    told = [ask(github, "GET", f"{path}/{who}") for who in ("Rita", "otto", "mia")]
    assert [each.status_code for each in told] == [200, 200, 404]
    assert [each.json()["state"] for each in told[:2]] == ["active", "pending"]
    assert ask(github, "GET", f"/orgs/{ORG}/teams/none/memberships/rita").status_code == 404


def test_a_branch_begins_once_and_is_moved(github: Sandbox, head: str) -> None:
    """Where it is there already, or nothing is at its commit, it is refused."""
    begun = {"ref": "refs/heads/closing", "sha": head}
    assert ask(github, "POST", f"{MAIN}/git/refs", begun, who="otto").status_code == 403
    told = [ask(github, "POST", f"{MAIN}/git/refs", begun).status_code for _ in range(2)]
    assert told == [201, 422]
    nowhere = {"ref": "refs/heads/more", "sha": "a" * 40}
    assert ask(github, "POST", f"{MAIN}/git/refs", nowhere).status_code == 422
    there = f"{MAIN}/git/refs/heads/closing"
    assert ask(github, "PATCH", there, {"sha": head, "force": True}).status_code == 200
    assert ask(github, "PATCH", f"{there}-of-nobody", {"sha": head}).status_code == 422


def test_a_file_is_committed_to_a_branch(github: Sandbox, head: str) -> None:
    """The default branch stays; what is another file by now is not written over."""
    ask(github, "POST", f"{MAIN}/git/refs", {"ref": "refs/heads/closing", "sha": head})
    there = ask(github, "GET", f"{PATH}?ref=closing").json()
    assert base64.b64decode(there["content"]) == b"# Baker\n"
    assert ask(github, "PUT", PATH, new("# Bakers\n")).status_code == 422
    assert ask(github, "PUT", PATH, new("# Bakers\n", sha=there["sha"])).status_code == 200
    assert ask(github, "PUT", PATH, new("# Cooks\n", sha=there["sha"])).status_code == 409
    texts = [ask(github, "GET", f"{PATH}?ref={ref}").json() for ref in ("main", "closing")]
    assert [base64.b64decode(x["content"]) for x in texts] == [b"# Baker\n", b"# Bakers\n"]
    assert ask(github, "GET", f"{PATH}?ref=nowhere").status_code == 404
    assert ask(github, "GET", f"{MAIN}/contents/none.md").status_code == 404


def test_of_a_branch_one_pull_request_is_open(github: Sandbox, head: str) -> None:
    """It is found by its branch; a branch that is not there has none."""
    ask(github, "POST", f"{MAIN}/git/refs", {"ref": "refs/heads/closing", "sha": head})
    sent = {"title": "Close it", "head": "closing", "base": "main", "body": "Please"}
    told = [ask(github, "POST", f"{MAIN}/pulls", sent).status_code for _ in range(2)]
    assert told == [201, 422]
    assert ask(github, "POST", f"{MAIN}/pulls", sent | {"head": "none"}).status_code == 422
    found = [
        ask(github, "GET", f"{MAIN}/pulls?head={ORG}:{name}").json() for name in ("closing", "x")
    ]
    assert [len(each) for each in found] == [1, 0]
    assert found[0][0]["title"] == "Close it"
