"""A repository as GitHub's JSON, with the caller's permissions."""

from dataclasses import replace
from typing import Any

from careers.sandbox import shapes
from careers.sandbox.visit import Desk, Role, role_of
from careers.sandbox.world import User

Json = dict[str, Any]

_LINKS = {
    "forks_url": "/forks",
    "keys_url": "/keys{/key_id}",
    "collaborators_url": "/collaborators{/collaborator}",
    "teams_url": "/teams",
    "hooks_url": "/hooks",
    "issue_events_url": "/issues/events{/number}",
    "events_url": "/events",
    "assignees_url": "/assignees{/user}",
    "branches_url": "/branches{/branch}",
    "tags_url": "/tags",
    "blobs_url": "/git/blobs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "trees_url": "/git/trees{/sha}",
    "statuses_url": "/statuses/{sha}",
    "languages_url": "/languages",
    "stargazers_url": "/stargazers",
    "contributors_url": "/contributors",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "commits_url": "/commits{/sha}",
    "git_commits_url": "/git/commits{/sha}",
    "comments_url": "/comments{/number}",
    "issue_comment_url": "/issues/comments{/number}",
    "contents_url": "/contents/{+path}",
    "compare_url": "/compare/{base}...{head}",
    "merges_url": "/merges",
    "archive_url": "/{archive_format}{/ref}",
    "downloads_url": "/downloads",
    "issues_url": "/issues{/number}",
    "pulls_url": "/pulls{/number}",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "labels_url": "/labels{/name}",
    "releases_url": "/releases{/id}",
    "deployments_url": "/deployments",
}

_COUNTS = ("forks", "forks_count", "stargazers_count", "watchers", "watchers_count", "size")
_BLANK = ("description", "homepage", "language", "mirror_url", "license")


def permissions(desk: Desk) -> dict[str, bool]:
    """What the caller may do, as `permissions` says it."""
    named = {
        "admin": Role.ADMIN,
        "maintain": Role.MAINTAIN,
        "push": Role.WRITE,
        "triage": Role.TRIAGE,
    }
    return {name: desk.role >= least for name, least in (named | {"pull": Role.READ}).items()}


def collaborator(desk: Desk, known: User) -> Json:
    """A `collaborator`: a user with their role and permissions."""
    role = role_of(desk.repository, known)
    as_them = replace(desk, caller=known)
    return shapes.user(desk, known.login) | {
        "permissions": permissions(as_them),
        "role_name": role.name.lower(),
    }


def repository(desk: Desk) -> Json:
    """A `repository`: what events carry."""
    known = desk.repository
    url, html = shapes.api(desk, known), shapes.page(desk, known)
    unfinished = sum(issue.state == "open" for issue in known.live)
    return {
        "id": known.id,
        "node_id": f"R_{known.id:08d}",
        "name": known.name,
        "full_name": known.full_name,
        "private": known.private,
        "owner": shapes.user(desk, known.owner),
        "html_url": html,
        "fork": False,
        "url": url,
        **{name: url + tail for name, tail in _LINKS.items()},
        "git_url": f"{html}.git",
        "ssh_url": f"{html}.git",
        "clone_url": f"{html}.git",
        "svn_url": html,
        **dict.fromkeys(_COUNTS, 0),
        **dict.fromkeys(_BLANK),
        "has_issues": known.has_issues,
        **dict.fromkeys(
            ("has_projects", "has_downloads", "has_wiki", "has_pages", "has_discussions"), False
        ),
        "archived": known.archived,
        "disabled": False,
        "open_issues": unfinished,
        "open_issues_count": unfinished,
        "allow_forking": False,
        "is_template": False,
        "web_commit_signoff_required": False,
        "topics": [],
        "visibility": "private" if known.private else "public",
        "default_branch": "main",
        "created_at": known.created_at,
        "updated_at": known.created_at,
        "pushed_at": known.created_at,
    }


def full_repository(desk: Desk) -> Json:
    """A `full-repository`: what GET /repos/{owner}/{repo} gives.

    `permissions` only to a caller with a token.
    """
    mine = {"permissions": permissions(desk)} if desk.caller else {}
    return repository(desk) | {"network_count": 0, "subscribers_count": 0} | mine
