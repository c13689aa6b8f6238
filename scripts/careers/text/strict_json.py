"""Reads JSON that strangers send: what two readers could understand differently is refused."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from careers.text.diagnostics import CareersError

LIMIT = 1 << 20
"""Bytes that are read at most: GitHub's events are far below (65,535 characters of payload)."""


class _NotPlainError(Exception):
    """What is wrong, in words without a word of the text."""


def load_object(data: bytes, what: str = "the application") -> dict[str, Any]:
    """The text's one JSON object. Raises CareersError, status 1, that quotes nothing of it."""
    try:
        if len(data) > LIMIT:
            _refuse("it is larger than 1 MiB")
        made = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=lambda _: _refuse("it holds NaN or Infinity"),
        )
        if not isinstance(made, dict):
            _refuse("it is not an object of fields")
    except UnicodeDecodeError:
        why = "it is not UTF-8"
    except RecursionError:
        why = "it is nested too deeply"
    except json.JSONDecodeError as error:
        why = f"line {error.lineno}, column {error.colno}: {error.msg}"
    except _NotPlainError as error:
        why = str(error)
    except ValueError:
        why = "it holds a number that is too long"
    else:
        return made
    message = f"{what} cannot be read: {why}"
    raise CareersError(message, "give one JSON object, in UTF-8", status=1)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        _refuse("a field stands twice in one object")
    return made


def _refuse(why: str) -> NoReturn:
    raise _NotPlainError(why)
