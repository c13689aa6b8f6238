"""Every call that the sandbox knows, made by the real PyGithub over HTTP.

The fixture `github` holds each request and answer against GitHub's description at its end.
"""

import pytest
from github import BadCredentialsException, GithubException, UnknownObjectException

from careers.sandbox import Sandbox
from clients import connect
from repositories import PRIVATE


def test_caller_and_repository(github: Sandbox) -> None:
    """A user is told who they are and what they may do; limits come with every answer."""
    rita = connect(github, "rita")
    assert rita.get_user().login == "rita"
    assert rita.get_user("otto").type == "User"
    assert rita.get_rate_limit().rate.limit == 5000
    permissions = rita.get_repo(PRIVATE).permissions
    assert (permissions.push, permissions.admin) == (True, False)
    assert rita.rate_limiting[0] < 5000


def test_labels(github: Sandbox) -> None:
    """Labels are created, changed, renamed with their issues, listed and deleted."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    label = repository.create_label("stage:phone screen", "D4C5F9", "We talk")
    issue = repository.create_issue("One", labels=[label])
    assert repository.get_label("STAGE:phone screen").color == "d4c5f9"
    label.edit("stage:call", "ffffff", "We call")
    assert [each.name for each in repository.get_issue(1).labels] == ["stage:call"]
    label.delete()
    assert list(repository.get_labels()) == []
    assert list(issue.get_labels()) == []


def test_issue_in_one_write(github: Sandbox) -> None:
    """An issue opens with labels and assignees, and changes all it has, in one request each."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    issue = repository.create_issue("One", "Body", labels=["a", "B"], assignees=["rita"])
    assert [label.name for label in issue.labels] == ["a", "B"]
    assert {label["color"] for label in github.labels(PRIVATE)} == {"ededed"}
    github.requests.clear()
    issue.edit("Two", "New", state="closed", state_reason="not_planned", labels=["b"], assignees=[])
    assert len(github.requests) == 1
    now = github.issue(PRIVATE, 1)
    assert (now["title"], now["body"], now["state"]) == ("Two", "New", "closed")
    assert (now["state_reason"], now["closed_by"]["login"]) == ("not_planned", "rita")
    assert [label["name"] for label in now["labels"]] == ["B"]


def test_issue_labels(github: Sandbox) -> None:
    """Labels are added, removed, replaced and cleared; names compare in any case."""
    issue = connect(github, "rita").get_repo(PRIVATE).create_issue("One")
    issue.add_to_labels("a", "b")
    issue.add_to_labels("A")
    assert [label.name for label in issue.get_labels()] == ["a", "b"]
    issue.remove_from_labels("B")
    issue.set_labels("c", "d")
    # PyGithub 2.10 sends both as a bare list, which GitHub takes but no longer describes
    bare = [each for each in github.requests if isinstance(each.body, list)]
    assert len(bare) == 3
    for each in bare:
        github.requests.remove(each)
    assert [label.name for label in issue.get_labels()] == ["c", "d"]
    with pytest.raises(GithubException, match="Label does not exist"):
        issue.remove_from_labels("a")
    issue.delete_labels()
    assert list(issue.get_labels()) == []


def test_comments_and_reactions(github: Sandbox) -> None:
    """Comments are written, changed, listed, reacted to and deleted."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    issue = repository.create_issue("One")
    comment = issue.create_comment("/advance")
    comment.edit("/advance please")
    reaction = comment.create_reaction("+1")
    assert comment.create_reaction("+1").id == reaction.id
    assert [each.content for each in comment.get_reactions()] == ["+1"]
    assert issue.get_comment(comment.id).body == "/advance please"
    assert [each.id for each in repository.get_issues_comments()] == [comment.id]
    assert comment.delete_reaction(reaction.id)
    assert comment.get_reactions().totalCount == 0
    comment.delete()
    assert list(issue.get_comments()) == []


def test_history(github: Sandbox) -> None:
    """Events and timeline name what was done by whom, in order."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    issue = repository.create_issue("One", labels=["a"], assignees=["rita"])
    issue.create_comment("Hello")
    github.act("rita").remove_label(PRIVATE, 1, "a")
    issue.edit(title="Two", state="closed")
    issue.edit(state="open")
    told = ["labeled", "assigned", "commented", "unlabeled", "renamed", "closed", "reopened"]
    assert [each.event for each in issue.get_timeline()] == told
    events = list(issue.get_events())
    assert [each.event for each in events] == [each for each in told if each != "commented"]
    assert {each.actor.login for each in events} == {"rita"}
    assert next(iter(repository.get_issues_events())).event == "reopened"


def test_listing_issues(github: Sandbox) -> None:
    """Lists filter by state, all of several labels, creator and time, and sort."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    for number, labels in enumerate((["a"], ["a", "b"], ["b"], ["a", "b"]), 1):
        repository.create_issue(f"Issue {number}", labels=labels)
    repository.get_issue(4).edit(state="closed")
    assert [each.number for each in repository.get_issues()] == [3, 2, 1]
    assert [each.number for each in repository.get_issues(state="all", labels=["A", "b"])] == [4, 2]
    ascending = repository.get_issues(state="closed", direction="asc", sort="updated")
    assert [each.number for each in ascending] == [4]
    otto = connect(github, "otto").get_user("otto")
    assert list(repository.get_issues(creator=otto)) == []
    after = repository.get_issue(1).updated_at.replace(year=2100)
    assert list(repository.get_issues(since=after)) == []


def test_pages_of_250_issues(github: Sandbox) -> None:
    """A list of 250 comes in pages, whole and in order, whatever the size of a page."""
    connect(github, "rita").get_repo(PRIVATE)
    bot = connect(github, "bot")
    repository = bot.get_repo(PRIVATE)
    for number in range(250):
        repository.create_issue(f"Issue {number}")
    numbers = list(range(250, 0, -1))
    for size, requests in ((100, 3), (30, 9)):
        paged = connect(github, "bot", per_page=size).get_repo(PRIVATE)
        github.requests.clear()
        assert [each.number for each in paged.get_issues()] == numbers
        assert len(github.requests) == requests
    assert repository.get_issues().totalCount == 250
    assert [each.number for each in repository.get_issues().reversed] == numbers[::-1]


def test_people(github: Sandbox) -> None:
    """Collaborators, their permission and who can be assigned."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    github.add_user("max")
    github.grant("max", PRIVATE, "maintain")
    told = {
        login: repository.get_collaborator_permission(login) for login in ("rita", "otto", "max")
    }
    assert told == {"rita": "write", "otto": "read", "max": "write"}
    assert repository.get_collaborator_role_name("max") == "maintain"
    assert repository.has_in_collaborators("otto")
    assert not repository.has_in_collaborators("nobody")
    assert repository.has_in_assignees("rita")
    assert not repository.has_in_assignees("otto")
    assert "rita" in [each.login for each in repository.get_collaborators()]
    assert "otto" not in [each.login for each in repository.get_assignees()]
    with pytest.raises(GithubException, match="push access"):
        connect(github, "otto").get_repo(PRIVATE).get_collaborator_permission("rita")


def test_dispatches(github: Sandbox) -> None:
    """A dispatch records the event that Actions would get."""
    repository = connect(github, "rita").get_repo(PRIVATE)
    assert repository.create_repository_dispatch("application", {"application": {"name": "Ada"}})
    event = github.take_events()[-1]
    assert (event.name, event.repository) == ("repository_dispatch", PRIVATE)
    assert event.payload["action"] == "application"
    assert event.payload["client_payload"] == {"application": {"name": "Ada"}}
    url = f"/repos/{PRIVATE}/actions/workflows/intake.yml/dispatches"
    body = {"ref": "main", "inputs": {"name": "Ada"}}
    repository.requester.requestJsonAndCheck("POST", url, input=body)
    event = github.take_events()[-1]
    assert (event.name, event.payload["ref"]) == ("workflow_dispatch", "refs/heads/main")
    assert event.payload["inputs"] == {"name": "Ada"}


def test_tokens(github: Sandbox) -> None:
    """Without a good token: 401; without access: a private repository does not exist."""
    with pytest.raises(BadCredentialsException):
        connect(github, "nobody").get_user().login  # noqa: B018 - reading asks for it
    github.add_user("eve", token="t-eve")
    with pytest.raises(UnknownObjectException):
        connect(github, "eve").get_repo(PRIVATE)
    with pytest.raises(GithubException) as refused:
        connect(github, "bot").get_user().login  # noqa: B018 - as above
    assert refused.value.status == 403
    assert refused.value.message == "Resource not accessible by integration"
