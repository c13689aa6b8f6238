"""What a posting asks of those who apply by its form, beside what every application has."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

RESERVED = frozenset(
    {"name", "email", "phone", "links", "message", "cv", "files", "consent", "posting", "language"}
    | {"source", "privacy", "location", "submitted", "answers", "id"}
)
"""The names of the form's own fields."""


class Type(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    YES_NO = "yes-no"
    DATE = "date"
    FILE = "file"


CHOSEN = frozenset({Type.CHOICE, Type.SEVERAL})
"""Those that are answered out of ``options``."""

_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class Question(BaseModel):
    """A question of the form. Its text names the answer, so no two of a posting are alike."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Annotated[_Line, Field(examples=["When could you begin?"])]
    type: Annotated[Type, Field(examples=["text"])] = Type.TEXT
    options: Annotated[tuple[_Line, ...], Field(max_length=30)] = ()
    required: bool = True
    hint: Annotated[_Line | None, Field(examples=["A month is enough"])] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.question.casefold() in RESERVED:
            raise ValueError(f"`{self.question}` is asked of everybody: ask for more in a sentence")
        if self.type in CHOSEN and len(set(self.options)) < 2:  # noqa: PLR2004 - else no choice
            raise ValueError(f"a question of type {self.type} needs two different options or more")
        if self.options and self.type not in CHOSEN:
            raise ValueError("only the types choice and several have options")
        return self


def _asked(value: object) -> object:
    """A sentence alone is a question that is answered in a line."""
    return {"question": value} if isinstance(value, str) else value


Asked = Annotated[Question, BeforeValidator(_asked, json_schema_input_type=str | Question)]


def _distinct(asked: tuple[Question, ...]) -> tuple[Question, ...]:
    texts = [one.question.casefold() for one in asked]
    twice = next((one.question for one in asked if texts.count(one.question.casefold()) > 1), None)
    if twice:
        raise ValueError(f"asks the same twice: {twice}")
    return asked


Questions = Annotated[tuple[Asked, ...], Field(max_length=30), AfterValidator(_distinct)]
