"""What ``move`` needs of the events ``issues`` and ``issue_comment``; nothing else is read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from careers.text.diagnostics import CareersError

EVENT_NAMES = ("issues", "issue_comment")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class User(_Part):
    """An account; ``type`` is User or Bot."""

    login: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_.\-\[\]]+$")]
    type: str = "User"


class _Label(_Part):
    name: Annotated[str, Field(max_length=200)]


class _Issue(_Part):
    number: Annotated[int, Field(gt=0, strict=True)]
    pull_request: Any = None


class _Comment(_Part):
    id: Annotated[int, Field(gt=0, strict=True)]
    body: str | None = None
    user: User | None = None


class _Repository(_Part):
    full_name: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$")]


class Event(_Part):
    """An event. Only what names things is taken from it: how they stand is read live."""

    action: str
    issue: _Issue
    sender: User
    label: _Label | None = None
    comment: _Comment | None = None
    repository: _Repository | None = None

    @property
    def actor(self) -> User:
        """Who did it: a comment's author, else who set off the event."""
        return (self.comment and self.comment.user) or self.sender


def read_event(fields: dict[str, Any], name: str) -> Event:
    """Read an event. Raises CareersError, status 1, without a word of what it holds."""
    if name not in EVENT_NAMES:
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
