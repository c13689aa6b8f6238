"""Reads a pull request, and keeps a comment on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from careers.github.client import GitHub
from careers.github.errors import RefusedError

NEWEST = 30
"""Pull requests that are looked at after a run: more are not merged within one."""
_GONE = 404
_FAILED = frozenset({"failure", "timed_out", "cancelled", "startup_failure"})


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request as it is now; ``head_repository`` is empty where the fork is gone."""

    is_open: bool
    head: str
    head_repository: str
    base_repository: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A pull request that was merged: when, and as which commit."""

    number: int
    at: datetime
    commit: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and its author's login."""

    id: int
    author: str
    body: str


class Pulls:
    """The pull requests of a repository: nothing is kept between two calls."""

    def __init__(self, github: GitHub) -> None:
        self._github = github
        self.name = github.repository
        self.pause = github.pause

    def pull(self, number: int) -> Pull:
        """One, asked anew."""
        what = f"read pull request #{number}"
        answer = self._github.call("GET", f"/pulls/{number}", what)[1]
        head, base = answer["head"], answer["base"]
        return Pull(
            is_open=answer.get("state") == "open",
            head=head["sha"],
            head_repository=(head.get("repo") or {}).get("full_name", ""),
            base_repository=(base.get("repo") or {}).get("full_name", ""),
        )

    def merged(self, branch: str) -> list[Merged]:
        """Those merged into a branch, of the ``NEWEST`` that something happened to last."""
        query = {"state": "closed", "base": branch, "sort": "updated", "direction": "desc"}
        path = f"/pulls?{urlencode(query | {'per_page': NEWEST})}"
        answer = self._github.call("GET", path, "list the merged pull requests")[1]
        return [
            Merged(
                each["number"],
                datetime.fromisoformat(each["merged_at"]),
                each.get("merge_commit_sha") or "",
            )
            for each in answer
            if each.get("merged_at")
        ]

    def failed_job(self, run: int) -> str:
        """The name of the first job of a run that failed; empty where it cannot be told."""
        try:
            answer = self._github.call("GET", f"/actions/runs/{run}/jobs", "list a run's jobs")[1]
        except RefusedError:
            return ""
        jobs = (job for job in answer.get("jobs", ()) if job.get("conclusion") in _FAILED)
        return next((str(job.get("name", "")) for job in jobs), "")

    def comments(self, number: int) -> list[Comment]:
        """Every comment, oldest first."""
        what = f"list the comments of #{number}"
        return [_comment(x) for x in self._github.pages(f"/issues/{number}/comments", what)]

    def write(self, number: int, body: str) -> Comment:
        """A new comment; who GitHub says has written it."""
        what = f"comment on #{number}"
        path = f"/issues/{number}/comments"
        return _comment(self._github.call("POST", path, what, {"body": body})[1])

    def edit(self, comment: int, body: str) -> None:
        """Another text for a comment."""
        path = f"/issues/comments/{comment}"
        self._github.call("PATCH", path, "edit the comment", {"body": body})

    def delete(self, comment: int) -> None:
        """A comment of ours gone, whoever was quicker."""
        try:
            path = f"/issues/comments/{comment}"
            self._github.call("DELETE", path, "delete a second comment")
        except RefusedError as error:
            if error.http != _GONE:
                raise


def _comment(item: dict[str, Any]) -> Comment:
    author = (item.get("user") or {}).get("login", "")
    return Comment(item["id"], author, item.get("body") or "")
