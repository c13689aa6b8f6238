"""What ``move`` needs of the events ``issues`` and ``issue_comment``; nothing else is read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from careers.text.diagnostics import CareersError

EVENT_NAMES = ("issues", "issue_comment")
BY_HAND = "workflow_dispatch"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class User(_Part):
    """An account; ``type`` is User or Bot."""

    login: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_.\-\[\]]+$")]
    type: str = "User"


class _Label(_Part):
    name: Annotated[str, Field(max_length=200)]


class _From(_Part):
    origin: Annotated[str | None, Field(alias="from")] = None


class _Changes(_Part):
    body: _From | None = None


class _Issue(_Part):
    number: Annotated[int, Field(gt=0, strict=True)]
    pull_request: Any = None
    body: str | None = None
    updated_at: str = ""
    labels: tuple[_Label, ...] = ()
    issue_field_values: Any = None


class _Reactions(_Part):
    confused: int = 0


class _Comment(_Part):
    id: Annotated[int, Field(gt=0, strict=True)]
    body: str | None = None
    updated_at: str = ""
    user: User | None = None
    reactions: _Reactions = _Reactions()


class _Repository(_Part):
    full_name: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$")]


class Event(_Part):
    """An event. Only what names things is taken from it: how they stand is read live."""

    action: str
    issue: _Issue
    sender: User
    label: _Label | None = None
    comment: _Comment | None = None
    changes: _Changes | None = None
    repository: _Repository | None = None

    @property
    def mends(self) -> bool:
        """Whether a comment was edited that had been answered with 😕."""
        return self.action == "edited" and bool(self.comment and self.comment.reactions.confused)

    @property
    def body_after(self) -> str:
        """The issue's text as the event brought it; how it stands now is read live."""
        return (self.issue.body or "").replace("\r\n", "\n")

    @property
    def body_before(self) -> str:
        """The issue's text before it was edited; nothing in any other event."""
        origin = self.changes and self.changes.body and self.changes.body.origin
        return (origin or "").replace("\r\n", "\n")


def read_event(fields: dict[str, Any], name: str) -> Event:
    """Read an event. Raises CareersError, status 1, without a word of what it holds."""
    if name == BY_HAND:
        fields = _by_hand(fields)
    elif name not in EVENT_NAMES:
        message = "this event moves no candidate"
        raise CareersError(message, f"start it with one of: {', '.join(EVENT_NAMES)}", status=1)
    try:
        event = Event.model_validate(fields)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
        wrong = sorted({".".join(map(str, detail["loc"])) for detail in found})
        message = f"the event is not one of GitHub's: {', '.join(wrong)}"
        raise CareersError(message, "give the file that GitHub wrote", status=1) from None
    if name == "issue_comment" and event.comment is None:
        message = "the event is not one of GitHub's: comment is missing"
        raise CareersError(message, "give the file that GitHub wrote", status=1)
    return event


def _by_hand(fields: dict[str, Any]) -> dict[str, Any]:
    """The event of a workflow that somebody started for an issue: it asks for nothing itself."""
    inputs = fields.get("inputs")
    number = inputs.get("issue") if isinstance(inputs, dict) else None
    made = int(number) if isinstance(number, str) and number.isdecimal() else number
    known: dict[str, Any] = {
        name: fields[name] for name in ("sender", "repository") if name in fields
    }
    return {**known, "action": "settle", "issue": {"number": made}}
