"""What is wrong with a typed value, in words to follow its name; pydantic speaks of inputs."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import ErrorDetails


def what_is_wrong(
    detail: ErrorDetails, words: Mapping[str, str], patterns: Mapping[str, str] = {}
) -> str:
    """What follows the name: ``words`` are by the kind of the error, ``patterns`` by field."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    if kind == "enum":
        return f"must be {context['expected'].replace(chr(39), '')}"
    if kind == "string_pattern_mismatch":
        names = [step for step in detail["loc"] if isinstance(step, str)]
        return patterns.get(names[-1], "is not written as it must be")
    if kind in {"string_too_long", "too_long"}:
        return f"is longer than {context['max_length']} characters"
    return words.get(kind) or "must be " + detail["msg"].partition("should be ")[2]
