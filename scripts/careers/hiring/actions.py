"""What a plan is made of. ``github.repository`` carries actions out, in their order.

Each action may be repeated: a plan that was cut off is made anew from what is there by then.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CreateLabel:
    """Make a label; ``color`` is six hex digits."""

    name: str
    color: str
    description: str

    def __str__(self) -> str:
        return f"create label {self.name}"


@dataclass(frozen=True, slots=True)
class EditLabel:
    """Rename, recolour, describe; the issues that carry the label keep it."""

    name: str
    new_name: str
    color: str
    description: str

    def __str__(self) -> str:
        if self.name != self.new_name:
            return f"rename label {self.name} to {self.new_name}"
        return f"change label {self.name}"


@dataclass(frozen=True, slots=True)
class DeleteLabel:
    """Delete a label that nothing carries."""

    name: str

    def __str__(self) -> str:
        return f"delete label {self.name}"


@dataclass(frozen=True, slots=True)
class CreateIssue:
    """Open an issue with its labels in one request; the least of them where GitHub refuses all.

    An assignee whom GitHub refuses stops nothing: it is opened without.
    """

    title: str = field(repr=False)
    body: str = field(repr=False)
    labels: tuple[str, ...]
    essential: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    fields: tuple[tuple[int, str], ...] = ()

    def __str__(self) -> str:
        return f"open an issue with {', '.join(self.labels)}"


@dataclass(frozen=True, slots=True)
class EditIssue:
    """Change an issue in one request; None leaves a part as it is. ``fields`` are values by id.

    Where GitHub finds it invalid it is sent once more with the labels of ``essential`` alone, all
    of which the issue has or cannot do without.
    """

    number: int
    what: str
    title: str | None = field(default=None, repr=False)
    body: str | None = field(default=None, repr=False)
    closed: bool | None = None
    reason: str | None = None
    labels: tuple[str, ...] | None = None
    essential: tuple[str, ...] | None = None
    fields: tuple[tuple[int, str], ...] = ()

    def __str__(self) -> str:
        state = {None: "", True: f" and close it ({self.reason})", False: " and reopen it"}
        return f"issue #{self.number}: {self.what}{state[self.closed]}"


@dataclass(frozen=True, slots=True)
class ClearField:
    """Empty one field of an issue."""

    number: int
    field: int

    def __str__(self) -> str:
        return f"issue #{self.number}: empty a field"


@dataclass(frozen=True, slots=True)
class AddLabel:
    """Put a label on an issue, beside those it has."""

    number: int
    name: str

    def __str__(self) -> str:
        return f"issue #{self.number}: add label {self.name}"


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Take one label off an issue."""

    number: int
    name: str

    def __str__(self) -> str:
        return f"issue #{self.number}: remove label {self.name}"


def _people(logins: tuple[str, ...]) -> str:
    return "somebody" if len(logins) == 1 else f"{len(logins)} people"


@dataclass(frozen=True, slots=True)
class Assign:
    """Assign people, beside whoever is; where GitHub does not take one, nothing else is done."""

    number: int
    logins: tuple[str, ...] = field(repr=False)

    def __str__(self) -> str:
        return f"issue #{self.number}: assign {_people(self.logins)}"


@dataclass(frozen=True, slots=True)
class Unassign:
    """Take these off, and nobody else."""

    number: int
    logins: tuple[str, ...] = field(repr=False)

    def __str__(self) -> str:
        return f"issue #{self.number}: unassign {_people(self.logins)}"


@dataclass(frozen=True, slots=True)
class Comment:
    """Say something, unless a comment of ours begins with ``marker``; ``anew`` changes that.

    ``pinned`` puts it on top, where the server knows how.
    """

    number: int
    marker: str
    body: str = field(repr=False)
    anew: bool = False
    pinned: bool = False

    def __str__(self) -> str:
        return f"issue #{self.number}: explain in a comment"


@dataclass(frozen=True, slots=True)
class PutBelow:
    """Make an issue a sub-issue of another, where the server knows how; ``id`` is the child's."""

    number: int
    id: int

    def __str__(self) -> str:
        return f"issue #{self.number}: put a scorecard below it"


@dataclass(frozen=True, slots=True)
class Continue:
    """Keep text that no body holds in a comment, unless one of ours with ``marker`` is filled.

    GitHub mails a comment's first text: it is posted with nobody's words, and filled by an edit.
    """

    number: int
    marker: str
    body: str = field(repr=False)

    def __str__(self) -> str:
        return f"issue #{self.number}: keep what the text cannot hold in a comment"


@dataclass(frozen=True, slots=True)
class React:
    """Answer a comment quietly: ``+1`` done, ``confused`` not done."""

    comment: int
    content: str

    def __str__(self) -> str:
        return f"comment: react with {self.content}"


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A comment was mended: our answer that begins with ``marker`` goes, and so does our 😕."""

    number: int
    comment: int
    marker: str

    def __str__(self) -> str:
        return f"issue #{self.number}: take the answer back"


@dataclass(frozen=True, slots=True)
class StartTending:
    """Start the workflow that sends this candidate's letters, which else wait for its hour."""

    number: int

    def __str__(self) -> str:
        return f"issue #{self.number}: start tend, which sends its letter"


@dataclass(frozen=True, slots=True)
class Unreact:
    """Take a reaction of ours off a comment."""

    comment: int
    content: str

    def __str__(self) -> str:
        return f"comment: take the reaction {self.content} off"


@dataclass(frozen=True, slots=True)
class EditComment:
    """Write a comment of ours anew."""

    comment: int
    body: str = field(repr=False)

    def __str__(self) -> str:
        return "comment: write it anew"


@dataclass(frozen=True, slots=True)
class EraseComment:
    """Empty a comment, whoever wrote it, and delete it; one that is gone is gone."""

    number: int
    comment: int

    def __str__(self) -> str:
        return f"issue #{self.number}: erase a comment"


@dataclass(frozen=True, slots=True)
class DeleteFile:
    """Delete a candidate's file, an asset of a release; one that is gone is gone."""

    number: int
    asset: int

    def __str__(self) -> str:
        return f"issue #{self.number}: delete a file"


@dataclass(frozen=True, slots=True)
class DeleteIssue:
    """Delete an issue for good, which GitHub lets an admin alone; one that is gone is gone."""

    number: int

    def __str__(self) -> str:
        return f"issue #{self.number}: delete it"


Action = (
    CreateLabel
    | EditLabel
    | DeleteLabel
    | CreateIssue
    | EditIssue
    | ClearField
    | AddLabel
    | RemoveLabel
    | Assign
    | Unassign
    | Comment
    | PutBelow
    | Continue
    | React
    | StartTending
    | Unreact
    | TakeBack
    | EditComment
    | EraseComment
    | DeleteFile
    | DeleteIssue
)


@dataclass(frozen=True)
class Plan:
    """Actions in order, and notes for the log; neither's words hold personal data."""

    actions: tuple[Action, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as it was read. ``body`` has plain line ends: GitHub's editor writes CRLF."""

    number: int
    title: str = field(repr=False)
    body: str = field(repr=False)
    is_open: bool
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    author: str = field(default="", repr=False)
    by_bot: bool = False
    url: str = ""
    updated: str = ""
    id: int = 0
    comments: int = 0
    bare: tuple[str, ...] = ()
    """Labels that have no description, as those that GitHub made for this issue."""
    fields: tuple[tuple[int, str], ...] = ()

    def field(self, number: int) -> str:
        """What a field of the organisation's says, by its id; empty where it says nothing."""
        return dict(self.fields).get(number, "")


@dataclass(frozen=True, slots=True)
class Happening:
    """One of an issue's events: what (``labeled``, ``closed``), who, when; which label, whom."""

    id: int
    kind: str
    who: str
    by_bot: bool = False
    when: str = ""
    label: str = ""
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it was read; ``reactions`` counts anybody's that say done, not done or asked."""

    id: int
    who: str
    by_bot: bool
    when: str
    text: str = field(repr=False)
    edited: bool
    reactions: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it was read."""

    name: str
    color: str = ""
    description: str = ""
