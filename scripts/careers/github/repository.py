"""Reads the candidates' repository, and carries plans out in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from careers.github.client import GitHub
from careers.github.errors import RefusedError, StaleError
from careers.hiring import actions as do
from careers.hiring.actions import Action, Issue, Label
from careers.hiring.request import Permission

_PERMISSIONS = {
    "admin": Permission.ADMIN,
    "maintain": Permission.WRITE,
    "write": Permission.WRITE,
    "triage": Permission.READ,
    "read": Permission.READ,
}
_GONE, _INVALID = 404, 422
_ALL = "/issues?state=all&sort=created&direction=asc"


class Repository:
    """The candidates' repository as it is now: nothing is kept between two calls."""

    def __init__(self, github: GitHub) -> None:
        self._github = github
        self.name = github.repository
        self.pause = github.pause

    def private(self) -> bool:
        """Whether only those who were let in can read it, asked anew each time."""
        answer = self._github.call("GET", "", "look at it")[1]
        return answer.get("private") is True and answer.get("visibility", "private") == "private"

    def issues(self) -> list[Issue]:
        """Every issue, open and closed, pull requests left out."""
        found = self._github.pages(_ALL, "list its issues")
        return [_issue(item) for item in found if "pull_request" not in item]

    def issue(self, number: int) -> Issue:
        """One issue as it stands now."""
        return _issue(self._github.call("GET", f"/issues/{number}", f"read issue #{number}")[1])

    def labels(self) -> list[Label]:
        """Every label."""
        found = self._github.pages("/labels", "list its labels")
        return [Label(x["name"], x.get("color") or "", x.get("description") or "") for x in found]

    def in_use(self, label: str) -> bool:
        """Whether an issue or a pull request, open or closed, carries the label."""
        path = f"/issues?state=all&labels={quote(label, safe='')}&per_page=1"
        return bool(self._github.call("GET", path, "look for issues with a label")[1])

    def permission(self, login: str) -> Permission:
        """What somebody may do; GitHub calls ``maintain`` write here, and ``triage`` read."""
        path = f"/collaborators/{quote(login, safe='')}/permission"
        try:
            answer = self._github.call("GET", path, "look at somebody's permission")[1]
        except RefusedError as error:
            if error.http == _GONE:
                return Permission.NONE
            raise
        return _PERMISSIONS.get(answer.get("permission"), Permission.NONE)

    def comments(self, number: int) -> Iterator[str]:
        """The texts of an issue's comments."""
        what = f"list the comments of issue #{number}"
        return (
            item.get("body") or ""
            for item in self._github.pages(f"/issues/{number}/comments", what)
        )

    def apply(self, action: Action) -> None:
        """Carry one action out. Doing it twice does no harm, but for opening an issue."""
        what = str(action)
        match action:
            case do.CreateLabel():
                self._tolerant("POST", "/labels", what, _INVALID, _look(action))
            case do.EditLabel():
                self._github.call("PATCH", _label(action.name), what, _look(action))
            case do.DeleteLabel():
                self._tolerant("DELETE", _label(action.name), what, _GONE)
            case do.CreateIssue():
                issue = {"title": action.title, "body": action.body, "labels": [*action.labels]}
                self._github.call("POST", "/issues", what, issue)
            case do.EditIssue():
                self._edit(action, what)
            case do.AddLabel():
                path = f"/issues/{action.number}/labels"
                self._github.call("POST", path, what, {"labels": [action.name]})
            case do.RemoveLabel():
                path = f"/issues/{action.number}{_label(action.name)}"
                self._tolerant("DELETE", path, what, _GONE)
            case do.Comment():
                if not any(action.marker in text for text in self.comments(action.number)):
                    path = f"/issues/{action.number}/comments"
                    self._github.call("POST", path, what, {"body": action.body})

    def _edit(self, action: do.EditIssue, what: str) -> None:
        if self.issue(action.number).body != action.was:
            raise StaleError(f"issue #{action.number} changed while it was worked on")
        fields = {"title": action.title, "body": action.body, "labels": action.labels}
        changes: dict[str, Any] = {k: v for k, v in fields.items() if v is not None}
        if action.closed is not None:
            changes["state"] = "closed" if action.closed else "open"
            changes["state_reason"] = action.reason
        self._github.call("PATCH", f"/issues/{action.number}", what, changes)

    def _tolerant(self, verb: str, path: str, what: str, fine: int, body: object = None) -> None:
        """Where the answer says that it is so already, somebody else was quicker."""
        try:
            self._github.call(verb, path, what, body)
        except RefusedError as error:
            already = fine != _INVALID or error.already
            if error.http != fine or not already:
                raise


def _issue(item: Mapping[str, Any]) -> Issue:
    names = (label if isinstance(label, str) else label["name"] for label in item.get("labels", ()))
    return Issue(
        number=item["number"],
        title=item.get("title") or "",
        body=(item.get("body") or "").replace("\r\n", "\n"),
        is_open=item.get("state") != "closed",
        labels=tuple(names),
        author=(item.get("user") or {}).get("login", ""),
        url=item.get("html_url") or "",
    )


def _label(name: str) -> str:
    return f"/labels/{quote(name, safe='')}"


def _look(action: do.CreateLabel | do.EditLabel) -> dict[str, str]:
    look = {"color": action.color, "description": action.description}
    if isinstance(action, do.CreateLabel):
        return {"name": action.name, **look}
    return {"new_name": action.new_name, **look}
