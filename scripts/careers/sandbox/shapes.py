"""Users, labels, issues and comments as GitHub's JSON; every link starts with the base."""

from typing import Any
from urllib.parse import quote

from careers.sandbox.issue_fields.shapes import field_values, issue_type
from careers.sandbox.visit import Desk, Role, Visit, role_of
from careers.sandbox.world import Comment, Issue, Label, Reaction, Repository, User

Json = dict[str, Any]

# REST reference, "Reactions"
REACTIONS = ("+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket")

_USER_LINKS = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}


def api(visit: Visit, repository: Repository) -> str:
    """The address of a repository in the API."""
    return f"{visit.base}/repos/{repository.full_name}"


def page(visit: Visit, repository: Repository) -> str:
    """The address of a repository's page for people."""
    return f"{visit.base}/ui/{repository.full_name}"


def user(visit: Visit, login: str) -> Json:
    """A `simple-user`."""
    known = visit.world.user(login) or User(0, login, "User", None, visit.now)
    url = f"{visit.base}/users/{quote(known.login)}"
    return {
        "login": known.login,
        "id": known.id,
        "node_id": f"U_{known.id:08d}",
        "avatar_url": f"{visit.base}/ui/avatars/{known.id}",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{visit.base}/ui/",
        **{name: url + tail for name, tail in _USER_LINKS.items()},
        "type": known.type,
        "user_view_type": "public",
        "site_admin": False,
    }


def account(visit: Visit, known: User) -> Json:
    """A `public-user`: what GET /user and GET /users/{login} give."""
    blank = dict.fromkeys(
        ("name", "company", "location", "email", "hireable", "bio", "twitter_username")
    )
    counts = dict.fromkeys(("public_repos", "public_gists", "followers", "following"), 0)
    dates = {"created_at": known.created_at, "updated_at": known.created_at}
    return user(visit, known.login) | blank | {"blog": ""} | counts | dates


def label(desk: Desk, known: Label) -> Json:
    """A `label`."""
    return {
        "id": known.id,
        "node_id": f"LA_{known.id:08d}",
        "url": f"{api(desk, desk.repository)}/labels/{quote(known.name)}",
        "name": known.name,
        "color": known.color,
        "default": False,
        "description": known.description,
    }


def reaction(visit: Visit, known: Reaction) -> Json:
    """A `reaction`."""
    return {
        "id": known.id,
        "node_id": f"REA_{known.id:08d}",
        "user": user(visit, known.login),
        "content": known.content,
        "created_at": known.created_at,
    }


def rollup(url: str, reactions: list[Reaction]) -> Json:
    """A `reaction-rollup`: how often each emoji stands."""
    said = [each.content for each in reactions]
    return {
        "url": f"{url}/reactions",
        "total_count": len(said),
        **{each: said.count(each) for each in REACTIONS},
    }


def association(desk: Desk, login: str) -> str:
    """An `author_association`: how the author stands to the repository."""
    author = desk.world.user(login)
    if login.casefold() == desk.repository.owner.casefold():
        return "OWNER"
    granted = author is not None and author.login.casefold() in desk.repository.grants
    return "COLLABORATOR" if granted and role_of(desk.repository, author) >= Role.READ else "NONE"


def comment(desk: Desk, issue_number: int, known: Comment) -> Json:
    """An `issue-comment`."""
    url = f"{api(desk, desk.repository)}/issues/comments/{known.id}"
    return {
        "url": url,
        "html_url": f"{page(desk, desk.repository)}/issues/{issue_number}#issuecomment-{known.id}",
        "issue_url": f"{api(desk, desk.repository)}/issues/{issue_number}",
        "id": known.id,
        "node_id": f"IC_{known.id:08d}",
        "user": user(desk, known.login),
        "created_at": known.created_at,
        "updated_at": known.updated_at,
        "body": known.body,
        "author_association": association(desk, known.login),
        "reactions": rollup(url, known.reactions),
        "performed_via_github_app": None,
        "pin": _pin(desk, known),
    }


def _pin(desk: Desk, known: Comment) -> Json | None:
    """Who pinned a comment, and when."""
    if known.pinned_at is None:
        return None
    return {"pinned_at": known.pinned_at, "pinned_by": user(desk, known.pinned_by)}


def issue(desk: Desk, known: Issue) -> Json:
    """An `issue`, whole."""
    url = f"{api(desk, desk.repository)}/issues/{known.number}"
    assignees = [user(desk, login) for login in known.assignees]
    pinned = next((each for each in known.comments if each.pinned_at), None)
    return {
        "url": url,
        "repository_url": api(desk, desk.repository),
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "timeline_url": f"{url}/timeline",
        "html_url": f"{page(desk, desk.repository)}/issues/{known.number}",
        "id": known.id,
        "node_id": f"I_{known.id:08d}",
        "number": known.number,
        "title": known.title,
        "user": user(desk, known.login),
        "labels": [label(desk, each) for each in desk.repository.labels_of(known)],
        "state": known.state,
        "state_reason": known.state_reason,
        "locked": known.locked,
        "active_lock_reason": None,
        "assignee": assignees[0] if assignees else None,
        "assignees": assignees,
        "milestone": None,
        "comments": len(known.comments),
        "created_at": known.created_at,
        "updated_at": known.updated_at,
        "closed_at": known.closed_at,
        "closed_by": user(desk, known.closed_by) if known.closed_by else None,
        "author_association": association(desk, known.login),
        "body": known.body,
        "reactions": rollup(url, []),
        "performed_via_github_app": None,
        "pinned_comment": comment(desk, known.number, pinned) if pinned else None,
        **_sub_issues(desk, known),
        "issue_field_values": field_values(desk, known),
        "type": issue_type(known.type) if known.type else None,
        **_of_pull(desk, known.number),
    }


def _sub_issues(desk: Desk, known: Issue) -> Json:
    """What is below an issue, and what it is below."""
    below = [issue for issue in desk.repository.live if issue.id in known.sub_issues]
    total, done = len(below), sum(issue.state == "closed" for issue in below)
    percent = done * 100 // total if total else 0
    summary = {"total": total, "completed": done, "percent_completed": percent}
    parent = desk.repository.parent(known)
    url = f"{api(desk, desk.repository)}/issues/{parent.number}" if parent else None
    return {"sub_issues_summary": summary, "parent_issue_url": url}


def _of_pull(desk: Desk, number: int) -> Json:
    """What tells a pull request from an issue."""
    if number not in desk.repository.pulls:
        return {}
    html = f"{page(desk, desk.repository)}/pull/{number}"
    links = {"html_url": html, "diff_url": f"{html}.diff", "patch_url": f"{html}.patch"}
    return {"pull_request": {"url": f"{api(desk, desk.repository)}/pulls/{number}", **links}}
