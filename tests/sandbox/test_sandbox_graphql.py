"""GraphQL: an issue's id, and its deletion for good."""

from __future__ import annotations

import pytest

from careers.sandbox import Sandbox
from clients import ask
from repositories import PRIVATE

FIND = """query($owner: String!, $name: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $name) { isPrivate issue(number: $number) { id title } }
}"""
DELETE = "mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { repository { id } } }"


def found(github: Sandbox, who: str, number: int = 1) -> dict[str, object]:
    """What one is answered about an issue."""
    owner, name = PRIVATE.split("/")
    variables = {"owner": owner, "name": name, "number": number}
    content = {"query": FIND, "variables": variables}
    answer: dict[str, object] = ask(github, "POST", "/graphql", content, who=who).json()
    return answer


@pytest.fixture
def issue(github: Sandbox) -> str:
    """The node id of a new issue."""
    made = ask(github, "POST", f"/repos/{PRIVATE}/issues", {"title": "Ada Example"})
    return str(made.json()["node_id"])


def test_an_issue_has_the_id_that_rest_gives(github: Sandbox, issue: str) -> None:
    """GraphQL's id is REST's ``node_id``."""
    data = found(github, "rita")["data"]
    assert data == {
        "viewer": {"login": "rita"},
        "repository": {"isPrivate": True, "issue": {"id": issue, "title": "Ada Example"}},
    }


def test_an_admin_deletes_for_good(github: Sandbox, issue: str) -> None:
    """What is deleted answers 410 from then on, and is in no list."""
    github.grant("rita", PRIVATE, "admin")
    content = {"query": DELETE, "variables": {"id": issue}}
    assert "errors" not in ask(github, "POST", "/graphql", content).json()
    assert ask(github, "GET", f"/repos/{PRIVATE}/issues/1").status_code == 410
    assert ask(github, "GET", f"/repos/{PRIVATE}/issues").json() == []


def test_others_delete_nothing(github: Sandbox, issue: str) -> None:
    """Write access is not enough; the answer is 200 with the reason, as GraphQL's is."""
    content = {"query": DELETE, "variables": {"id": issue}}
    answer = ask(github, "POST", "/graphql", content)
    assert answer.status_code == 200
    assert answer.json()["errors"][0]["type"] == "FORBIDDEN"
    assert len(github.issues(PRIVATE)) == 1


def test_what_is_not_there(github: Sandbox, issue: str) -> None:
    """A wrong number, a wrong id and a wrong query each say so."""
    assert issue
    assert "errors" in found(github, "rita", 9)
    for query in (
        'mutation { deleteIssue(input: {issueId: "x"}) { repository { id } } }',
        "{ no }",
    ):
        assert ask(github, "POST", "/graphql", {"query": query}).json()["errors"]
    assert (
        ask(github, "POST", "/graphql", {"query": "{ viewer { login } }"}, who=None).status_code
        == 401
    )
