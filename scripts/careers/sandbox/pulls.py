"""Pull requests: an issue of the same number, and what is merged into what."""

from careers.sandbox import issues, refusal, repository_shapes, shapes, webhooks
from careers.sandbox.visit import Desk
from careers.sandbox.world import Issue, Pull

Json = dict[str, object]

_MAIN = "main"


def create(desk: Desk, title: str, body: str | None, pull: Pull) -> Issue:
    """Open a pull request; it takes the next number of the repository's issues."""
    before = len(desk.events)
    issue = issues.create(desk, issues.Change(title=title, body=body), drop_labels=False)
    del desk.events[before:]  # GitHub tells of a pull request by an event of its own
    desk.repository.pulls[issue.number] = pull
    _tell(desk, "opened", issue, pull)
    return issue


def push(desk: Desk, number: int, head_sha: str) -> None:
    """Give a pull request another head commit."""
    issue, pull = find(desk, number)
    pull.head_sha = head_sha
    _tell(desk, "synchronize", issue, pull)


def merge(desk: Desk, number: int, commit: str) -> None:
    """Merge a pull request as a commit; it is closed by that."""
    issue, pull = find(desk, number)
    pull.merged_at, pull.merge_commit_sha = desk.now, commit
    before = len(desk.events)
    issues.update(desk, issue, issues.Change(state="closed", given={"state"}))
    del desk.events[before:]  # GitHub tells of a pull request by an event of its own
    _tell(desk, "closed", issue, pull)


def _tell(desk: Desk, action: str, issue: Issue, pull: Pull) -> None:
    body = {"action": action, "number": issue.number, "pull_request": shape(desk, issue, pull)}
    webhooks.record(desk, "pull_request", body)


def find(desk: Desk, number: int) -> tuple[Issue, Pull]:
    """The pull request of that number; an issue is not found."""
    pull = desk.repository.pulls.get(number)
    if pull is None:
        raise refusal.not_found()
    return issues.find(desk, number), pull


def _side(desk: Desk, ref: str, sha: str, full_name: str) -> Json:
    """``head`` or ``base``; a repository that is gone is null."""
    known = desk.world.repository(full_name)
    owner = full_name.partition("/")[0]
    there = known and desk.into(known)
    return {
        "label": f"{owner}:{ref}",
        "ref": ref,
        "sha": sha,
        "repo": repository_shapes.repository(there) if there else None,
        "user": shapes.user(desk, owner),
    }


def _links(desk: Desk, number: int) -> dict[str, str]:
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    url = f"{api}/pulls/{number}"
    return {
        "self": url,
        "html": f"{page}/pull/{number}",
        "issue": f"{api}/issues/{number}",
        "comments": f"{api}/issues/{number}/comments",
        "review_comments": f"{url}/comments",
        "review_comment": f"{api}/pulls/comments{{/number}}",
        "commits": f"{url}/commits",
        "statuses": f"{api}/statuses/{desk.repository.pulls[number].head_sha}",
    }


def shape(desk: Desk, issue: Issue, pull: Pull) -> Json:
    """A `pull-request`, whole."""
    links = _links(desk, issue.number)
    whole = shapes.issue(desk, issue)
    kept = (
        "id", "number", "title", "body", "user", "labels", "state", "locked", "assignee",
        "assignees", "milestone", "comments", "created_at", "updated_at", "closed_at",
        "author_association", "active_lock_reason",
    )  # fmt: skip
    counts = ("additions", "changed_files", "commits", "deletions", "review_comments")
    nothing = ("auto_merge", "merged_by", "mergeable")
    return {
        **{name: whole[name] for name in kept},
        **dict.fromkeys(counts, 1),
        **dict.fromkeys(nothing),
        "node_id": f"PR_{issue.id:08d}",
        "url": links["self"],
        "html_url": links["html"],
        "diff_url": f"{links['html']}.diff",
        "patch_url": f"{links['html']}.patch",
        "issue_url": links["issue"],
        "comments_url": links["comments"],
        "commits_url": links["commits"],
        "review_comments_url": links["review_comments"],
        "review_comment_url": links["review_comment"],
        "statuses_url": links["statuses"],
        "_links": {name: {"href": href} for name, href in links.items()},
        "draft": False,
        "merged": pull.merged_at is not None,
        "merged_at": pull.merged_at,
        "merge_commit_sha": pull.merge_commit_sha,
        "mergeable_state": "unknown",
        "maintainer_can_modify": False,
        "head": _side(desk, pull.head_ref, pull.head_sha, pull.head_repository),
        "base": _side(desk, _MAIN, pull.base_sha, desk.repository.full_name),
    }
