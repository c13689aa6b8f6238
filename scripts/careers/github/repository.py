"""Reads the candidates' repository, and carries plans out in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from careers.github.client import GitHub
from careers.github.errors import RefusedError, UnansweredError
from careers.github.runs import Runs
from careers.hiring import actions as do
from careers.hiring.actions import Action, Happening, Issue, Label, Said
from careers.hiring.request import Permission

_PERMISSIONS = {
    "admin": Permission.ADMIN,
    "maintain": Permission.WRITE,
    "write": Permission.WRITE,
    "triage": Permission.READ,
    "read": Permission.READ,
}
_GONE, _DELETED, _FORBIDDEN, _INVALID = 404, 410, 403, 422
_ALL = "/issues?state=all&sort=created&direction=asc"
_COMMENT_FIRST = "_The bot keeps here what the issue's text cannot hold._"
_EDITS = """
query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { userContentEdits(first: 100) { nodes { diff } } }
  }
}
"""


class Repository:
    """The candidates' repository as it is now: nothing is kept between two calls."""

    def __init__(self, github: GitHub) -> None:
        self._github = github
        self.name = github.repository
        self.pause = github.pause

    def private(self) -> bool:
        """Whether only those who were let in can read it, asked anew each time."""
        answer = self._github.call("GET", "", "look at it")[1]
        self._github.renamed(answer.get("full_name") or self.name)
        self.name = self._github.repository
        return answer.get("private") is True and answer.get("visibility", "private") == "private"

    def issues(self, since: str = "") -> list[Issue]:
        """Every issue, open and closed, or what changed since; pull requests left out."""
        path = f"{_ALL}&{urlencode({'since': since})}" if since else _ALL
        found = self._github.pages(path, "list its issues")
        return [_issue(item) for item in found if "pull_request" not in item]

    def labelled(self, labels: Iterable[str]) -> list[Issue]:
        """The issues, open and closed, that carry one of these labels."""
        found: dict[int, Issue] = {}
        for label in labels:
            path = f"{_ALL}&{urlencode({'labels': label})}"
            for item in self._github.pages(path, "list the issues of a label"):
                if "pull_request" not in item:
                    found[item["number"]] = _issue(item)
        return list(found.values())

    def events(self, number: int, seen: int = 0, start: int = 1) -> tuple[list[Happening], int]:
        """An issue's events newer than ``seen``, perhaps older ones too, and the last page.

        ``start`` is the page that was the last a moment ago.
        """
        what = f"list the events of issue #{number}"
        items, page = self._github.newest(
            f"/issues/{number}/events",
            what,
            start,
            lambda items: any(item["id"] <= seen for item in items),
        )
        return [_happening(item) for item in items], page

    def edits(self, number: int) -> list[str]:
        """The texts that an issue had, as far as GitHub tells; none where it does not."""
        owner, name = self.name.split("/")
        variables = {"owner": owner, "name": name, "number": number}
        data = self._github.graphql(_EDITS, variables)
        try:
            nodes = data["repository"]["issue"]["userContentEdits"]["nodes"]
            return [(node["diff"] or "").replace("\r\n", "\n") for node in nodes if node]
        except (KeyError, TypeError):
            return []

    def issue(self, number: int) -> Issue:
        """One issue as it stands now; not found is asked again, since reads lag behind writes."""
        return _issue(self._known("GET", f"/issues/{number}", f"read issue #{number}"))

    def find(self, number: int) -> Issue | None:
        """An issue that somebody named, which need not be there."""
        try:
            return _issue(self._github.call("GET", f"/issues/{number}", f"read issue #{number}")[1])
        except RefusedError as error:
            if error.http in {_GONE, _DELETED}:
                return None
            raise

    def _known(self, verb: str, path: str, what: str, body: object = None) -> Any:
        """The answer about something that was there a moment ago."""
        try:
            return self._github.call(verb, path, what, body)[1]
        except RefusedError as error:
            if error.http == _GONE:
                raise UnansweredError(str(error), error.help) from None
            raise

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

    def comments(self, number: int) -> Iterator[tuple[int, str]]:
        """The ids and texts of an issue's comments."""
        what = f"list the comments of issue #{number}"
        pages = self._github.pages(f"/issues/{number}/comments", what)
        return ((item["id"], item.get("body") or "") for item in pages)

    def runs(self, workflow: str) -> Runs:
        """The runs of a workflow, by its file's name."""
        return Runs(self._github, workflow)

    def recent_comments(self, since: str) -> Iterator[tuple[int, Said]]:
        """The comments that were written or changed since then, each with its issue's number."""
        query = urlencode({"since": since, "sort": "updated", "direction": "asc"})
        for item in self._github.pages(f"/issues/comments?{query}", "list the newest comments"):
            number = (item.get("issue_url") or "").rpartition("/")[2]
            if number.isdecimal():
                yield int(number), _said(item)

    def apply(self, action: Action) -> Issue | None:
        """Carry one action out; the issue as GitHub's answer has it, where it has one.

        Doing it twice does no harm, but for opening an issue.
        """
        what = str(action)
        match action:
            case do.CreateIssue():
                return self._open(action, what)
            case do.EditIssue():
                return self._edit(action, what)
            case do.AddLabel():
                path = f"/issues/{action.number}/labels"
                self._github.call("POST", path, what, {"labels": [action.name]})
            case do.RemoveLabel():
                path = f"/issues/{action.number}{_label(action.name)}"
                self._tolerant("DELETE", path, what, _GONE)
            case do.Assign() | do.Unassign():
                return self._assign(action, what)
            case do.TakeBack():
                self._take_back(action, what)
            case do.EditComment():
                path = f"/issues/comments/{action.comment}"
                self._github.call("PATCH", path, what, {"body": action.body})
            case do.Comment() | do.Continue() | do.React():
                self._say(action, what)
            case do.CreateLabel() | do.EditLabel() | do.DeleteLabel():
                self._label(action, what)
        return None

    def _assign(self, action: do.Assign | do.Unassign, what: str) -> Issue:
        """The issue afterwards: whom GitHub refuses it lacks."""
        verb = "POST" if isinstance(action, do.Assign) else "DELETE"
        path = f"/issues/{action.number}/assignees"
        try:
            sent = {"assignees": [*action.logins]}
            return _issue(self._github.call(verb, path, what, sent)[1])
        except RefusedError as error:
            if error.http != _INVALID:
                raise
        return self.issue(action.number)

    def _label(self, action: do.CreateLabel | do.EditLabel | do.DeleteLabel, what: str) -> None:
        if isinstance(action, do.CreateLabel):
            self._tolerant("POST", "/labels", what, _INVALID, _look(action))
        elif isinstance(action, do.EditLabel):
            self._github.call("PATCH", _label(action.name), what, _look(action))
        else:
            self._tolerant("DELETE", _label(action.name), what, _GONE)

    def _say(self, action: do.Comment | do.Continue | do.React, what: str) -> None:
        if isinstance(action, do.React):
            path = f"/issues/comments/{action.comment}/reactions"
            self._tolerant("POST", path, what, _GONE, {"content": action.content})
        elif isinstance(action, do.Continue):
            self._continue(action, what)
        else:
            self._comment(action, what)

    def _comment(self, action: do.Comment, what: str) -> None:
        """Say it once; where it is to be anew, in the place of what was said before."""
        found = (pair for pair in self.comments(action.number) if action.marker in pair[1])
        known = next(found, None)
        if known is None:
            path = f"/issues/{action.number}/comments"
            self._github.call("POST", path, what, {"body": action.body})
        elif action.anew and known[1] != action.body:
            path = f"/issues/comments/{known[0]}"
            self._github.call("PATCH", path, what, {"body": action.body})

    def _take_back(self, action: do.TakeBack, what: str) -> None:
        """Delete our answer and our reaction; where somebody was quicker, they are gone."""
        for number, text in list(self.comments(action.number)):
            if text.startswith(action.marker):
                self._tolerant("DELETE", f"/issues/comments/{number}", what, _GONE)
        path = f"/issues/comments/{action.comment}/reactions"
        # Reacting again answers with the reaction that stands, which is ours.
        ours = self._github.call("POST", path, what, {"content": "confused"})[1]
        self._tolerant("DELETE", f"{path}/{ours['id']}", what, _GONE)

    def _open(self, action: do.CreateIssue, what: str) -> Issue:
        """Open an issue, where GitHub finds it invalid with less, in the end with text alone."""
        text = {"title": action.title, "body": action.body}
        least = [{"labels": [*action.labels]}, {"labels": [*action.essential]}]
        whole = [{**least[0], "assignees": [*action.assignees]}] if action.assignees else []
        for more in (*whole, *least):
            try:
                sent = {**text, **more}
                return _issue(self._github.call("POST", "/issues", what, sent)[1])
            except RefusedError as error:
                if error.http not in {_INVALID, _FORBIDDEN}:
                    raise
        return _issue(self._github.call("POST", "/issues", what, text)[1])

    def _edit(self, action: do.EditIssue, what: str) -> Issue:
        fields = {"title": action.title, "body": action.body, "labels": action.labels}
        changes: dict[str, Any] = {k: v for k, v in fields.items() if v is not None}
        if action.closed is not None:
            changes["state"] = "closed" if action.closed else "open"
            changes["state_reason"] = action.reason
        path = f"/issues/{action.number}"
        try:
            return _issue(self._known("PATCH", path, what, changes))
        except RefusedError as error:
            if error.http != _INVALID or action.labels is None or action.essential is None:
                raise
            changes["labels"] = [*action.essential]
            if action.labels == action.essential:
                changes.pop("labels")
        return _issue(self._known("PATCH", path, what, changes))

    def _continue(self, action: do.Continue, what: str) -> None:
        """A comment with nobody's words, which GitHub mails, then filled, which it does not."""
        found = next(((i, t) for i, t in self.comments(action.number) if action.marker in t), None)
        if found is None:
            first = {"body": f"{action.marker}\n{_COMMENT_FIRST}"}
            path = f"/issues/{action.number}/comments"
            found = self._github.call("POST", path, what, first)[1]["id"], first["body"]
        if found[1] != action.body:
            path = f"/issues/comments/{found[0]}"
            self._github.call("PATCH", path, what, {"body": action.body})

    def _tolerant(self, verb: str, path: str, what: str, fine: int, body: object = None) -> None:
        """Where the answer says that it is so already, somebody else was quicker."""
        try:
            self._github.call(verb, path, what, body)
        except RefusedError as error:
            already = fine != _INVALID or error.already
            if error.http != fine or not already:
                raise


def _issue(item: Mapping[str, Any]) -> Issue:
    labels = [{"name": x} if isinstance(x, str) else x for x in item.get("labels", ())]
    user = item.get("user") or {}
    return Issue(
        number=item["number"],
        title=item.get("title") or "",
        body=(item.get("body") or "").replace("\r\n", "\n"),
        is_open=item.get("state") != "closed",
        labels=tuple(label["name"] for label in labels),
        assignees=tuple(person["login"] for person in item.get("assignees") or ()),
        author=user.get("login", ""),
        by_bot=user.get("type") == "Bot",
        url=item.get("html_url") or "",
        updated=item.get("updated_at") or "",
        bare=tuple(label["name"] for label in labels if not label.get("description")),
    )


def _said(item: Mapping[str, Any]) -> Said:
    user, reactions = item.get("user") or {}, item.get("reactions") or {}
    created = item.get("created_at") or ""
    return Said(
        id=item["id"],
        who=user.get("login", ""),
        by_bot=user.get("type") == "Bot",
        when=created,
        text=item.get("body") or "",
        edited=(item.get("updated_at") or created) != created,
        answered=any(reactions.get(name) for name in ("+1", "confused")),
    )


def _happening(item: Mapping[str, Any]) -> Happening:
    actor, label = item.get("actor") or {}, item.get("label") or {}
    assignee = item.get("assignee") or {}
    return Happening(
        id=item["id"],
        kind=item.get("event") or "",
        who=actor.get("login", ""),
        by_bot=actor.get("type") == "Bot",
        when=item.get("created_at") or "",
        label=label.get("name") or "",
        assignee=assignee.get("login") or "",
    )


def _label(name: str) -> str:
    return f"/labels/{quote(name, safe='')}"


def _look(action: do.CreateLabel | do.EditLabel) -> dict[str, str]:
    look = {"color": action.color, "description": action.description}
    if isinstance(action, do.CreateLabel):
        return {"name": action.name, **look}
    return {"new_name": action.new_name, **look}
