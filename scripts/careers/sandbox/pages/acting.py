"""What people do on the pages: a form each, with the rules and events of the real thing."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from careers.sandbox import comments, issues, refusal, webhooks
from careers.sandbox.actor import Actor
from careers.sandbox.issue_fields.shapes import defined
from careers.sandbox.pages.board import STAGE
from careers.sandbox.visit import Role, role_of
from careers.sandbox.world import Repository, World

if TYPE_CHECKING:
    from careers.sandbox.office import Office

WHO = "who"
"""The field and the cookie that say who acts."""
_BOX = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\])")
Form = Mapping[str, str]


class _Acts:
    """One person at work in one repository; each act gives the path that shows it."""

    def __init__(self, office: "Office", name: str, form: Form) -> None:
        user = office.world.user(form.get(WHO, ""))
        if user is None:
            raise refusal.bad_credentials()
        self._office = office
        self._name = name
        self._form = form
        self._actor = Actor(office, user)
        self._desk = office.visit(user).at(name)

    @property
    def _number(self) -> int:
        return int(self._form.get("number", "0"))

    @property
    def _comment(self) -> int:
        return int(self._form.get("comment", "0"))

    @property
    def _text(self) -> str:
        return self._form.get("text", "")

    def comment(self) -> None:
        """Say something."""
        self._actor.comment(self._name, self._number, self._text)

    def edit(self) -> None:
        """Write a body or a comment anew."""
        if self._comment:
            self._actor.edit_comment(self._name, self._comment, self._text)
        else:
            self._actor.edit(self._name, self._number, body=self._text)

    def tick(self) -> None:
        """Tick a box, or take the tick off: an edit of its text."""
        line = int(self._form.get("line", "0"))
        if self._comment:
            text = comments.find(self._desk, self._comment)[1].body
            self._actor.edit_comment(self._name, self._comment, _ticked(text, line))
        else:
            text = issues.find(self._desk, self._number).body or ""
            self._actor.edit(self._name, self._number, body=_ticked(text, line))

    def label(self) -> None:
        """Put a label on, or take it off where the form says `off`."""
        act = self._actor.remove_label if "off" in self._form else self._actor.add_label
        act(self._name, self._number, self._text)

    def move(self) -> None:
        """Move a card: the field *Stage* where there is one, else the label of the column."""
        stage = next((each for each in defined(self._desk) if each.name == "Stage"), None)
        if stage:
            self._actor.set_field(self._name, self._number, stage.id, self._text)
        else:
            self._actor.add_label(self._name, self._number, STAGE + self._text)

    def assign(self) -> None:
        """Assign these people alone, their logins with blanks between."""
        self._actor.assign(self._name, self._number, *self._text.split())

    def close(self) -> None:
        """Close, for the reason that the form gives, or open again."""
        if self._text == "open":
            self._actor.reopen(self._name, self._number)
        else:
            self._actor.close(self._name, self._number, self._text or "completed")

    def run(self) -> None:
        """Start a workflow by its file's name, as *Run workflow* does."""
        self._desk.writing(Role.WRITE)
        payload = {"inputs": None, "workflow": f".github/workflows/{self._text}"}
        webhooks.record(self._desk, "workflow_dispatch", payload)


ACTS: Mapping[str, Callable[[_Acts], None]] = {
    name: act for name, act in vars(_Acts).items() if not name.startswith("_")
}


def act(office: "Office", name: str, what: str, form: Form) -> str:
    """Do it; the path below the repository's page that shows it. Raises Refused."""
    try:
        ACTS[what](_Acts(office, name, form))
    except (KeyError, ValueError):
        raise refusal.not_found() from None
    number = form.get("number", "")
    if form.get("back") == "board" or not number:
        return "/issues"
    return f"/issues/{int(number)}"


def people(world: World, repository: Repository) -> list[str]:
    """Who may read it, who may most first."""
    known = [user for user in world.users.values() if user.type == "User"]
    may = {user.login: role_of(repository, user) for user in known}
    return sorted((login for login in may if may[login] >= Role.READ), key=lambda x: -may[x])


def _ticked(text: str, number: int) -> str:
    """The text with the box of a line ticked, or no longer."""
    lines = text.split("\n")
    if number < len(lines):
        other = {" ": "x"}
        lines[number] = _BOX.sub(
            lambda found: f"{found[1]}{other.get(found[2], ' ')}{found[3]}", lines[number]
        )
    return "\n".join(lines)
