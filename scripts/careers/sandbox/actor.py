"""What a person does in the browser, as calls: the same rules and events as over HTTP."""

from careers.sandbox import comments, issues, labels, pulls
from careers.sandbox.issue_fields import operations as fields
from careers.sandbox.office import Office
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Pull, User


class Actor:
    """A user at work; every method raises Refused where GitHub would refuse them."""

    def __init__(self, office: Office, user: User) -> None:
        self._office = office
        self._user = user

    def _at(self, repository: str) -> Desk:
        return self._office.visit(self._user).at(repository)

    def add_label(self, repository: str, number: int, label: str) -> None:
        """Put a label on an issue."""
        with self._office.lock:
            desk = self._at(repository)
            labels.add(desk, issues.find(desk, number), [label])
            self._office.keep()

    def remove_label(self, repository: str, number: int, label: str) -> None:
        """Take a label off an issue."""
        with self._office.lock:
            desk = self._at(repository)
            labels.take(desk, issues.find(desk, number), label)
            self._office.keep()

    def comment(self, repository: str, number: int, body: str) -> int:
        """Say something on an issue; gives the comment's id."""
        with self._office.lock:
            desk = self._at(repository)
            said = comments.create(desk, issues.find(desk, number), body)
            self._office.keep()
            return said.id

    def edit_comment(self, repository: str, number: int, body: str) -> None:
        """Change a comment, by its id."""
        with self._office.lock:
            comments.update(self._at(repository), number, body)
            self._office.keep()

    def delete_comment(self, repository: str, number: int) -> None:
        """Delete a comment, by its id."""
        with self._office.lock:
            comments.delete(self._at(repository), number)
            self._office.keep()

    def lock(self, repository: str, number: int, *, on: bool = True) -> None:
        """Lock a conversation, or unlock it."""
        with self._office.lock:
            desk = self._at(repository)
            desk.writing(Role.TRIAGE)
            issues.find(desk, number).locked = on
            self._office.keep()

    def delete_issue(self, repository: str, number: int) -> None:
        """Delete an issue for good."""
        with self._office.lock:
            desk = self._at(repository)
            issues.delete(desk, issues.find(desk, number))
            self._office.keep()

    def react(self, repository: str, number: int, content: str) -> None:
        """React to a comment, by its id."""
        with self._office.lock:
            comments.react(self._at(repository), number, content)
            self._office.keep()

    def open_issue(self, repository: str, title: str, body: str, *labels: str) -> int:
        """Open an issue; gives its number."""
        with self._office.lock:
            change = issues.Change(title=title, body=body, labels=[*labels])
            issue = issues.create(self._at(repository), change, drop_labels=False)
            self._office.keep()
            return issue.number

    def assign(self, repository: str, number: int, *logins: str) -> None:
        """Assign these people, and take off all others."""
        self._change(repository, number, issues.Change(assignees=[*logins], given={"assignees"}))

    def delete_edits(self, repository: str, number: int) -> None:
        """Delete all revisions but the present text, as the browser lets whoever may write."""
        with self._office.lock:
            desk = self._at(repository)
            desk.writing(Role.WRITE)
            issues.find(desk, number).edits.clear()
            self._office.keep()

    def edit(
        self, repository: str, number: int, *, title: str | None = None, body: str | None = None
    ) -> None:
        """Change an issue's title or body; None keeps it."""
        given = {name for name, text in (("title", title), ("body", body)) if text is not None}
        self._change(repository, number, issues.Change(title=title, body=body, given=given))

    def set_field(self, repository: str, number: int, field: int, value: str) -> None:
        """Write a field of an issue, as moving its card on a board does."""
        with self._office.lock:
            desk = self._at(repository)
            desk.writing(Role.TRIAGE)
            fields.check(desk, {field: value})
            fields.put(desk, issues.find(desk, number), {field: value})
            self._office.keep()

    def close(self, repository: str, number: int, reason: str = "completed") -> None:
        """Close an issue."""
        change = issues.Change(state="closed", state_reason=reason, given={"state", "state_reason"})
        self._change(repository, number, change)

    def reopen(self, repository: str, number: int) -> None:
        """Open an issue again."""
        self._change(repository, number, issues.Change(state="open", given={"state"}))

    def open_pull(self, repository: str, title: str, pull: Pull, body: str | None = None) -> int:
        """Open a pull request; gives its number."""
        with self._office.lock:
            issue = pulls.create(self._at(repository), title, body, pull)
            self._office.keep()
            return issue.number

    def push(self, repository: str, number: int, head_sha: str) -> None:
        """Give a pull request another head commit."""
        with self._office.lock:
            pulls.push(self._at(repository), number, head_sha)
            self._office.keep()

    def merge(self, repository: str, number: int, commit: str) -> None:
        """Merge a pull request as a commit."""
        with self._office.lock:
            pulls.merge(self._at(repository), number, commit)
            self._office.keep()

    def _change(self, repository: str, number: int, change: issues.Change) -> None:
        with self._office.lock:
            desk = self._at(repository)
            issues.update(desk, issues.find(desk, number), change)
            self._office.keep()
