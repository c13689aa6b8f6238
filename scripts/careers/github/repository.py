"""Carries plans out in the candidates' repository, and reads it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import groupby
from typing import Any

from careers.github.answers import issue_of, said_of
from careers.github.errors import RefusedError
from careers.github.repository_reader import RepositoryReader, label_path
from careers.hiring import actions as do
from careers.hiring.actions import Action
from careers.hiring.issues import Issue
from careers.text.diagnostics import CareersError

_GONE, _DELETED, _FORBIDDEN, _INVALID = 404, 410, 403, 422
_TEND = "tend.yml"
_FIELDS = "issue_field_values"
_EMPTIED = "_Erased._"
_DELETE = """
mutation($id: ID!) { deleteIssue(input: {issueId: $id}) { clientMutationId } }
"""
_COMMENT_FIRST = "_The bot keeps here what the issue's text cannot hold._"


class Repository(RepositoryReader):
    """The candidates' repository, in which plans are carried out."""

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
            case do.AddLabel() | do.RemoveLabel() | do.ClearField():
                self._mark(action, what)
            case do.Assign() | do.Unassign():
                return self._assign(action, what)
            case do.EraseComment() | do.DeleteFile() | do.DeleteIssue():
                self._erase(action, what)
            case do.Continue() | do.StartTending():
                self._go_on(action, what)
            case do.Comment() | do.EditComment() | do.PutBelow():
                self._unless_locked(lambda: self._say(action, what))
            case do.React() | do.Unreact() | do.TakeBack():
                self._unless_locked(lambda: self._react(action, what))
            case do.CreateLabel() | do.EditLabel() | do.DeleteLabel():
                self._label(action, what)
        return None

    def _go_on(self, action: do.Continue | do.StartTending, what: str) -> None:
        if isinstance(action, do.Continue):
            self._continue(action, what)
        else:
            self._start(action, what)

    def _mark(self, action: do.AddLabel | do.RemoveLabel | do.ClearField, what: str) -> None:
        path = f"/issues/{action.number}"
        if isinstance(action, do.AddLabel):
            self._github.call("POST", f"{path}/labels", what, {"labels": [action.name]})
        elif isinstance(action, do.RemoveLabel):
            self._tolerant("DELETE", f"{path}{label_path(action.name)}", what, _GONE)
        else:
            self._tolerant("DELETE", f"{path}/issue-field-values/{action.field}", what, _GONE)

    def _erase(self, action: do.EraseComment | do.DeleteFile | do.DeleteIssue, what: str) -> None:
        if isinstance(action, do.DeleteIssue):
            self._delete(action, what)
        elif isinstance(action, do.DeleteFile):
            self.releases().delete(action.asset)
        else:
            path = f"/issues/comments/{action.comment}"
            self._tolerant("PATCH", path, what, _GONE, {"body": _EMPTIED})
            self._tolerant("DELETE", path, what, _GONE)

    def _delete(self, action: do.DeleteIssue, what: str) -> None:
        """Raises CareersError where GitHub does not let us; REST has no call for it."""
        node = self.node(action.number)
        if node and self._github.graphql(_DELETE, {"id": node}) is None:
            message = f"{self.name}: GitHub did not let us {what}"
            cure = (
                "use an admin's own token (classic, scope `repo`); in an organisation its owner "
                "lets issues be deleted: Settings, Member privileges"
            )
            raise CareersError(message, cure)

    def _assign(self, action: do.Assign | do.Unassign, what: str) -> Issue:
        """The issue afterwards: whom GitHub refuses it lacks."""
        verb = "POST" if isinstance(action, do.Assign) else "DELETE"
        path = f"/issues/{action.number}/assignees"
        try:
            sent = {"assignees": [*action.logins]}
            return issue_of(self._github.call(verb, path, what, sent)[1])
        except RefusedError as error:
            if error.http != _INVALID:
                raise
        return self.issue(action.number)

    def _label(self, action: do.CreateLabel | do.EditLabel | do.DeleteLabel, what: str) -> None:
        if isinstance(action, do.CreateLabel):
            self._tolerant("POST", "/labels", what, _INVALID, _look(action))
        elif isinstance(action, do.EditLabel):
            self._github.call("PATCH", label_path(action.name), what, _look(action))
        else:
            self._tolerant("DELETE", label_path(action.name), what, _GONE)

    def _react(self, action: do.React | do.Unreact | do.TakeBack, what: str) -> None:
        if isinstance(action, do.React):
            path = f"/issues/comments/{action.comment}/reactions"
            self._tolerant("POST", path, what, _GONE, {"content": action.content})
        elif isinstance(action, do.TakeBack):
            self._take_back(action, what)
        else:
            self._unreact(action, what)

    def _unless_locked(self, say: Callable[[], None]) -> None:
        """Say it; where the conversation is locked all else goes on, and the log says it."""
        try:
            say()
        except RefusedError as error:
            if not error.locked:
                raise
            sys.stderr.write(f"warning: {error}\n  help: {error.help}\n")

    def _say(self, action: do.Comment | do.EditComment | do.PutBelow, what: str) -> None:
        if isinstance(action, do.PutBelow):
            self._put_below(action, what)
        elif isinstance(action, do.EditComment):
            path = f"/issues/comments/{action.comment}"
            self._github.call("PATCH", path, what, {"body": action.body})
        else:
            self._comment(action, what)

    def _comment(self, action: do.Comment, what: str) -> None:
        """Say it once; where it is to be anew, in the place of what was said before."""
        known = next(iter(self.own_comments(action.number, action.marker)), None)
        if known is None:
            path = f"/issues/{action.number}/comments"
            made = self._github.call("POST", path, what, {"body": action.body})[1]["id"]
            if action.pinned:
                self._if_known("PUT", f"/issues/comments/{made}/pin", "pin a comment")
        elif action.anew and known.text != action.body:
            path = f"/issues/comments/{known.id}"
            self._github.call("PATCH", path, what, {"body": action.body})

    def _put_below(self, action: do.PutBelow, what: str) -> None:
        asked = {"sub_issue_id": action.id}
        self._if_known("POST", f"/issues/{action.number}/sub_issues", what, asked)

    def _if_known(self, verb: str, path: str, what: str, body: object = None) -> None:
        """What only makes it nicer to look at, and what not every server knows."""
        try:
            self._github.call(verb, path, what, body)
        except RefusedError as error:
            if error.http not in {_GONE, _DELETED, _FORBIDDEN, _INVALID}:
                raise

    def _take_back(self, action: do.TakeBack, what: str) -> None:
        """Delete our answer and our reaction; where somebody was quicker, they are gone."""
        for said in self.own_comments(action.number, action.marker):
            self._tolerant("DELETE", f"/issues/comments/{said.id}", what, _GONE)
        self._unreact(do.Unreact(action.comment, "confused"), what)

    def _unreact(self, action: do.Unreact, what: str) -> None:
        path = f"/issues/comments/{action.comment}/reactions"
        # Reacting again answers with the reaction that stands, which is ours.
        ours = self._tolerant("POST", path, what, _GONE, {"content": action.content})
        if ours is not None:  # else the comment is gone, and its reactions with it
            self._tolerant("DELETE", f"{path}/{ours['id']}", what, _GONE)

    def _start(self, action: do.StartTending, what: str) -> None:
        """Start a workflow; without the grant, or where there is none, its next run does all."""
        sent = {"ref": self.branch, "inputs": {"issue": str(action.number)}}
        with suppress(RefusedError):
            self._github.call("POST", f"/actions/workflows/{_TEND}/dispatches", what, sent)

    def _open(self, action: do.CreateIssue, what: str) -> Issue:
        """Open an issue, where GitHub finds it invalid with less, in the end with text alone."""
        text = {"title": action.title, "body": action.body}
        labelled: dict[str, Any] = {"labels": [*action.labels]}
        people = {"assignees": [*action.assignees]} if action.assignees else {}
        fields = {_FIELDS: _values(action.fields)} if action.fields else {}
        least = {"labels": [*action.essential]}
        most = labelled | people | fields
        kind = {"type": action.kind} if action.kind else {}
        fewer = [most | kind, most, labelled | people, labelled, least]
        for more, _ in groupby(fewer):
            try:
                sent = {**text, **more}
                return issue_of(self._github.call("POST", "/issues", what, sent)[1])
            except RefusedError as error:
                if error.http not in {_INVALID, _FORBIDDEN}:
                    raise
        return issue_of(self._github.call("POST", "/issues", what, text)[1])

    def _edit(self, action: do.EditIssue, what: str) -> Issue | None:
        """Change an issue, where GitHub finds it invalid with less; None where nothing is left."""
        parts = {"title": action.title, "body": action.body}
        changes: dict[str, Any] = {k: v for k, v in parts.items() if v is not None}
        if action.closed is not None:
            changes["state"] = "closed" if action.closed else "open"
            changes["state_reason"] = action.reason
        labels = {} if action.labels is None else {"labels": [*action.labels]}
        fields = {_FIELDS: _values(action.fields)} if action.fields else {}
        fewer: list[dict[str, Any]] = [labels | fields, labels]
        if labels and action.essential is not None:
            least = {"labels": [*action.essential]}
            fewer += [least] if least != labels else [{}]
        *more, last = [each for each, _ in groupby(fewer)]
        path = f"/issues/{action.number}"
        for each in more:
            try:
                return issue_of(self._known("PATCH", path, what, {**changes, **each}))
            except RefusedError as error:
                if error.http != _INVALID:
                    raise
        sent = {**changes, **last}
        return issue_of(self._known("PATCH", path, what, sent)) if sent else None

    def _continue(self, action: do.Continue, what: str) -> None:
        """A comment with nobody's words, which GitHub mails, then filled, which it does not."""
        known = next(iter(self.own_comments(action.number, action.marker)), None)
        if known is None:
            first = {"body": f"{action.marker}\n{_COMMENT_FIRST}"}
            path = f"/issues/{action.number}/comments"
            known = said_of(self._github.call("POST", path, what, first)[1])
        if known.text != action.body:
            path = f"/issues/comments/{known.id}"
            self._github.call("PATCH", path, what, {"body": action.body})

    def _tolerant(self, verb: str, path: str, what: str, fine: int, body: object = None) -> Any:
        """The answer; None where it says that it is so already: somebody else was quicker."""
        try:
            return self._github.call(verb, path, what, body)[1]
        except RefusedError as error:
            already = fine != _INVALID or error.already
            if error.http != fine or not already:
                raise
        return None


def _values(fields: tuple[tuple[int, str], ...]) -> list[dict[str, Any]]:
    return [{"field_id": number, "value": value} for number, value in fields]


def _look(action: do.CreateLabel | do.EditLabel) -> dict[str, str]:
    look = {"color": action.color, "description": action.description}
    if isinstance(action, do.CreateLabel):
        return {"name": action.name, **look}
    return {"new_name": action.new_name, **look}
