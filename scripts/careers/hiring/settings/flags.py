"""Which answers a person should look at."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from careers.hiring.settings.names import Short
from careers.settings.table import Table


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Flag(Table):
    """An answer that a person should look at: `[[flag]]`, as many as there are.

    It is a line and the label `flag`: nobody is moved, sorted or refused by it.
    """

    question: Annotated[Short, Field(description="The question, as the posting or a form asks it")]
    when: Annotated[
        tuple[Short, ...],
        BeforeValidator(_listed, json_schema_input_type=Short | list[Short]),
        Field(
            description="The answer, or several; capitals and what ends a sentence make no "
            "difference",
            min_length=1,
        ),
    ]
