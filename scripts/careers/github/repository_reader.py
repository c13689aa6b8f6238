"""Reads the candidates' repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from careers.github.answers import ANSWERS, happening_of, issue_of, said_of
from careers.github.client import GitHub
from careers.github.errors import RefusedError, UnansweredError, ails_one, refused, unanswered
from careers.github.releases import Releases
from careers.github.runs import Runs
from careers.hiring.issues import Happening, Issue, Label, Said
from careers.hiring.request import Permission
from careers.text.diagnostics import CareersError

_PERMISSIONS = {
    "admin": Permission.ADMIN,
    "maintain": Permission.WRITE,
    "write": Permission.WRITE,
    "triage": Permission.READ,
    "read": Permission.READ,
}
_GONE, _DELETED = 404, 410
_SILENT = 5
_ALL = "/issues?state=all&sort=created&direction=asc"
_EDITS = """
query($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) { userContentEdits(first: 100) { nodes { diff editor { login } } } }
  }
}
"""


class RepositoryReader:
    """The candidates' repository as it is now: nothing but names is kept between two calls."""

    def __init__(self, github: GitHub) -> None:
        self._github = github
        self.name = github.repository
        self.pause = github.pause
        self.branch = "main"
        self._login: str | None = None
        self._releases = Releases(github)
        self._silent = 0

    def private(self) -> bool:
        """Whether only those who were let in can read it, asked anew each time."""
        answer = self._github.call("GET", "", "look at it")[1]
        self._github.renamed(answer.get("full_name") or self.name)
        self.name = self._github.repository
        self.branch = answer.get("default_branch") or self.branch
        return answer.get("private") is True and answer.get("visibility", "private") == "private"

    def goes_on(self, error: CareersError) -> bool:
        """Whether what is wrong is wrong with one issue alone, and all else is answered.

        What is not answered again and again is taken for GitHub's fault.
        """
        if ails_one(error):
            return True
        if not isinstance(error, UnansweredError) or error.repository not in {"", self.name}:
            return False
        self._silent += 1
        try:
            return self._silent <= _SILENT and bool(self._github.call("GET", "", "look at it"))
        except CareersError:
            return False

    def issues(self, since: str = "") -> list[Issue]:
        """Every issue, open and closed, or what changed since; pull requests left out."""
        path = f"{_ALL}&{urlencode({'since': since})}" if since else _ALL
        found = self._github.pages(path, "list its issues")
        return [issue_of(item) for item in found if "pull_request" not in item]

    def labelled(self, labels: Iterable[str]) -> list[Issue]:
        """The issues, open and closed, that carry one of these labels."""
        found: dict[int, Issue] = {}
        for label in labels:
            path = f"{_ALL}&{urlencode({'labels': label})}"
            for item in self._github.pages(path, "list the issues of a label"):
                if "pull_request" not in item:
                    found[item["number"]] = issue_of(item)
        return list(found.values())

    def open_labelled(self, label: str) -> list[Issue]:
        """The open issues that carry a label."""
        query = urlencode({"state": "open", "labels": label, "direction": "asc"})
        found = self._github.pages(f"/issues?{query}", "list the open issues of a label")
        return [issue_of(item) for item in found if "pull_request" not in item]

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
        return [happening_of(item) for item in items], page

    def edits(self, number: int) -> list[str]:
        """The texts that an issue had, as far as GitHub tells; none where it does not."""
        return [text for _, text in self.revisions(number)]

    def revisions(self, number: int) -> list[tuple[str, str]]:
        """The same, the newest first, each with the login of whoever wrote it."""
        owner, name = self.name.split("/")
        variables = {"owner": owner, "name": name, "number": number}
        data = self._github.graphql(_EDITS, variables)
        try:
            nodes = data["repository"]["issue"]["userContentEdits"]["nodes"]
            return [(_editor(node), _plain_lines(node["diff"])) for node in nodes if node]
        except (KeyError, TypeError):
            return []

    def issue(self, number: int) -> Issue:
        """One issue as it stands now; not found is asked again, since reads lag behind writes."""
        what = f"read issue #{number}"
        return self._here(self._known("GET", f"/issues/{number}", what), number, what)

    def find(self, number: int) -> Issue | None:
        """An issue that somebody named, which need not be there."""
        what = f"read issue #{number}"
        try:
            return self._here(self._github.call("GET", f"/issues/{number}", what)[1], number, what)
        except RefusedError as error:
            if error.http in {_GONE, _DELETED}:
                return None
            raise

    def _here(self, item: dict[str, Any], number: int, what: str) -> Issue:
        """The issue; one that was transferred answers from where it is now, and is gone here."""
        home = item.get("repository_url") or f"/repos/{self.name}"
        here = home.casefold().endswith(f"/repos/{self.name}".casefold())
        if item["number"] != number or not here:
            raise refused(_DELETED, {}, self.name, what)
        return issue_of(item)

    def node(self, number: int) -> str:
        """The id of an issue for GraphQL; empty where it is gone."""
        try:
            answer = self._github.call("GET", f"/issues/{number}", f"read issue #{number}")[1]
        except RefusedError as error:
            if error.http in {_GONE, _DELETED}:
                return ""
            raise
        return str(answer["node_id"])

    def is_administered(self) -> bool:
        """Whether the token is of somebody who administers it."""
        answer = self._github.call("GET", "", "look at it")[1]
        return bool((answer.get("permissions") or {}).get("admin"))

    def who(self) -> str:
        """The login of the person whose token it is; empty for an App's."""
        data = self._github.graphql("query { viewer { login } }", {})
        return str(((data or {}).get("viewer") or {}).get("login") or "")

    def _known(self, verb: str, path: str, what: str, body: object = None) -> Any:
        """The answer about something that was there a moment ago."""
        try:
            return self._github.call(verb, path, what, body)[1]
        except RefusedError as error:
            if error.http == _GONE:
                raise unanswered(self.name, str(error), error.help) from None
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

    def comments(self, number: int) -> Iterator[Said]:
        """An issue's comments, oldest first."""
        what = f"list the comments of issue #{number}"
        return map(said_of, self._github.pages(f"/issues/{number}/comments", what))

    def own_comments(self, number: int, marker: str) -> list[Said]:
        """The comments that begin with ``marker`` and are ours: anybody can write a marker."""
        found = [said for said in self.comments(number) if said.text.startswith(marker)]
        return [said for said in found if self._is_ours(said.who, number, by_bot=said.by_bot)]

    def answered(self, said: Said, number: int) -> bool:
        """Whether we reacted to a comment; any reaction counts where GitHub does not say whose."""
        if not said.reactions:
            return False
        path = f"/issues/comments/{said.id}/reactions"
        try:
            found = list(self._github.pages(path, "list the reactions to a comment"))
        except RefusedError as error:
            if error.http == _GONE:
                return True
            raise
        people = (item.get("user") or {} for item in found if item.get("content") in ANSWERS)
        return any(
            self._is_ours(person.get("login", ""), number, by_bot=person.get("type") == "Bot")
            for person in people
        )

    def _is_ours(self, login: str, number: int, *, by_bot: bool) -> bool:
        """Whether it is a bot's, or that of the account that opened the issue or runs this."""
        if by_bot or login == self._login:
            return True
        if self._login is None:
            self._login = self._github.login()
        return login in {self._login, self.issue(number).author}

    def comment(self, number: int) -> Said | None:
        """One comment, by its id; None where it is gone."""
        try:
            path = f"/issues/comments/{number}"
            return said_of(self._github.call("GET", path, "read a comment")[1])
        except RefusedError as error:
            if error.http in {_GONE, _DELETED}:
                return None
            raise

    def runs(self, workflow: str) -> Runs:
        """The runs of a workflow, by its file's name."""
        return Runs(self._github, workflow)

    def releases(self) -> Releases:
        """Its releases, which hold files."""
        return self._releases

    def recent_comments(self, since: str) -> Iterator[tuple[int, Said]]:
        """The comments that were written or changed since then, each with its issue's number."""
        query = urlencode({"since": since, "sort": "updated", "direction": "asc"})
        for item in self._github.pages(f"/issues/comments?{query}", "list the newest comments"):
            number = (item.get("issue_url") or "").rpartition("/")[2]
            if number.isdecimal():
                yield int(number), said_of(item)


def _editor(node: Mapping[str, Any]) -> str:
    """Who wrote a revision; empty where the account is gone."""
    return str((node.get("editor") or {}).get("login") or "")


def _plain_lines(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n")


def label_path(name: str) -> str:
    """Where a label is, below its repository."""
    return f"/labels/{quote(name, safe='')}"
