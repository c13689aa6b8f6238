"""What a plan is made of. ``github.repository`` carries actions out, in their order.

Each action may be repeated: a plan that was cut off is made anew from what is there by then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class _Action:
    """``WORDS`` tell it in the log: they name numbers and labels, never people or their text."""

    WORDS: ClassVar[str]

    def __str__(self) -> str:
        return self.WORDS.format(self=self)


@dataclass(frozen=True, slots=True)
class CreateLabel(_Action):
    """Make a label; ``color`` is six hex digits."""

    WORDS: ClassVar[str] = "create label {self.name}"

    name: str
    color: str
    description: str


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
class DeleteLabel(_Action):
    """Delete a label that nothing carries."""

    WORDS: ClassVar[str] = "delete label {self.name}"

    name: str


@dataclass(frozen=True, slots=True)
class CreateIssue:
    """Open an issue with its labels in one request; the least of them where GitHub refuses all.

    An assignee, field or type (``kind``) that GitHub refuses stops nothing: it is opened without.
    """

    title: str = field(repr=False)
    body: str = field(repr=False)
    labels: tuple[str, ...]
    essential: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    fields: tuple[tuple[int, str], ...] = ()
    kind: str = ""

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
class ClearField(_Action):
    """Empty one field of an issue."""

    WORDS: ClassVar[str] = "issue #{self.number}: empty a field"

    number: int
    field: int


@dataclass(frozen=True, slots=True)
class AddLabel(_Action):
    """Put a label on an issue, beside those it has."""

    WORDS: ClassVar[str] = "issue #{self.number}: add label {self.name}"

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class RemoveLabel(_Action):
    """Take one label off an issue."""

    WORDS: ClassVar[str] = "issue #{self.number}: remove label {self.name}"

    number: int
    name: str


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
class Comment(_Action):
    """Say something, unless a comment of ours begins with ``marker``; ``anew`` changes that.

    ``pinned`` puts it on top, where the server knows how.
    """

    WORDS: ClassVar[str] = "issue #{self.number}: explain in a comment"

    number: int
    marker: str
    body: str = field(repr=False)
    anew: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class PutBelow(_Action):
    """Make an issue a sub-issue of another, where the server knows how; ``id`` is the child's."""

    WORDS: ClassVar[str] = "issue #{self.number}: put a scorecard below it"

    number: int
    id: int


@dataclass(frozen=True, slots=True)
class Continue(_Action):
    """Keep text that no body holds in a comment, unless one of ours with ``marker`` is filled.

    GitHub mails a comment's first text: it is posted with nobody's words, and filled by an edit.
    """

    WORDS: ClassVar[str] = "issue #{self.number}: keep what the text cannot hold in a comment"

    number: int
    marker: str
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class React(_Action):
    """Answer a comment quietly: ``+1`` done, ``confused`` not done."""

    WORDS: ClassVar[str] = "comment: react with {self.content}"

    comment: int
    content: str


@dataclass(frozen=True, slots=True)
class TakeBack(_Action):
    """A comment was mended: our answer that begins with ``marker`` goes, and so does our 😕."""

    WORDS: ClassVar[str] = "issue #{self.number}: take the answer back"

    number: int
    comment: int
    marker: str


@dataclass(frozen=True, slots=True)
class StartTending(_Action):
    """Start the workflow that sends this candidate's letters, which else wait for its hour."""

    WORDS: ClassVar[str] = "issue #{self.number}: start tend, which sends its letter"

    number: int


@dataclass(frozen=True, slots=True)
class Unreact(_Action):
    """Take a reaction of ours off a comment."""

    WORDS: ClassVar[str] = "comment: take the reaction {self.content} off"

    comment: int
    content: str


@dataclass(frozen=True, slots=True)
class EditComment(_Action):
    """Write a comment of ours anew."""

    WORDS: ClassVar[str] = "comment: write it anew"

    comment: int
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EraseComment(_Action):
    """Empty a comment, whoever wrote it, and delete it; one that is gone is gone."""

    WORDS: ClassVar[str] = "issue #{self.number}: erase a comment"

    number: int
    comment: int


@dataclass(frozen=True, slots=True)
class DeleteFile(_Action):
    """Delete a candidate's file, an asset of a release; one that is gone is gone."""

    WORDS: ClassVar[str] = "issue #{self.number}: delete a file"

    number: int
    asset: int


@dataclass(frozen=True, slots=True)
class DeleteIssue(_Action):
    """Delete an issue for good, which GitHub lets an admin alone; one that is gone is gone."""

    WORDS: ClassVar[str] = "issue #{self.number}: delete it"

    number: int


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
