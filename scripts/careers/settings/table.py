"""What all tables of settings share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
RepositoryName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$")]


class Table(BaseModel):
    """Strict about names, so that a slip of the pen is found."""

    model_config = ConfigDict(extra="forbid", frozen=True)
