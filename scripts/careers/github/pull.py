"""Reads a pull request, and keeps a comment on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from careers.github.client import GitHub
from careers.github.errors import RefusedError

_GONE = 404


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request as it is now; ``head_repository`` is empty where the fork is gone."""

    is_open: bool
    head: str
    head_repository: str
    base_repository: str


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
