"""An answer of a form: its question, what was said, the files that were sent."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from careers.intake._forms.folding import folded

_UNKNOWN = 100_000  # characters of one answer that are looked at
_ADDRESS = 4_000
_WEB = ("https://", "http://127.0.0.1:")  # the latter is this machine's, as in the tests


class AnswerKind(StrEnum):
    """What the service knows of an answer."""

    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    FILE = "file"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What was answered; ``ids`` are the service's own names of the question.

    ``files`` are the names of what was sent, each with the address at which the service keeps it.
    """

    question: str
    value: Any
    kind: AnswerKind = AnswerKind.TEXT
    ids: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = dataclasses.field(default=(), repr=False)

    def is_called(self, name: str) -> bool:
        """Whether settings that say ``name`` mean this question."""
        return name in self.ids or folded(name) == folded(self.question)


def file_answer(question: str, value: Any, ids: tuple[str, ...]) -> FormAnswer:
    """The answer to a question that asks for files: their names, and where they lie beside.

    That is told nowhere: who has such an address reads the file.
    """
    if value in (None, "", [], {}):
        return FormAnswer(question, None, AnswerKind.FILE, ids)
    names = [_file_name(item) for item in listed(value)]
    files = tuple(zip(names, map(_address, listed(value)), strict=True))
    return FormAnswer(question, names, AnswerKind.FILE, ids, files)


def _file_name(item: Any) -> str:
    name = item.get("name") or item.get("filename") if isinstance(item, Mapping) else item
    path = str(name or "a file")[:_UNKNOWN].partition("?")[0]
    path = path if isinstance(item, Mapping) else unquote(path)
    return path.rstrip("/").rpartition("/")[2] or "a file"


def _address(item: Any) -> str:
    """The address of a file; nothing where the answer has none."""
    found = item.get("url") or item.get("file_url") if isinstance(item, Mapping) else item
    address = str(found or "")
    return address if address.startswith(_WEB) and len(address) <= _ADDRESS else ""


def listed(value: Any) -> list[Any]:
    """Its parts, where it is a list; else itself."""
    return [*value] if isinstance(value, list | tuple) else [value]
