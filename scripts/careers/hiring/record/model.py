"""The record: what the system knows of a candidate. Labels are a view of it for people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Digest = Annotated[str, Field(pattern="^[0-9a-f]{16,64}$")]


class _Part(BaseModel):
    # A later version's fields are kept, so that an older run destroys nothing.
    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)


class Entry(_Part):
    """One line of history. ``ref`` is the comment that asked for it; ``start`` is None at first."""

    when: str
    who: str
    start: Annotated[str | None, Field(alias="from")] = None
    to: str
    reason: str = ""
    ref: int | None = None


class Record(_Part):
    """One candidate at one posting. ``stages`` are pinned as they stood at the application."""

    version: Literal[1] = 1
    person: Digest
    applications: tuple[Digest, ...]
    posting: str
    title: str
    commit: str = ""
    url: str = ""
    stages: Annotated[tuple[str, ...], Field(min_length=1)]
    stage: str
    history: Annotated[tuple[Entry, ...], Field(min_length=1)]
    linked: tuple[int, ...] = ()
    dropped: int = 0
