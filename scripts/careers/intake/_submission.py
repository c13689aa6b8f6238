"""A form's submission: questions and answers, whatever service it came through."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from careers.application import Application, SentFile, read_application
from careers.application.values import line
from careers.intake._questions import field_of, folded, is_about_others

_UNKNOWN = 100_000  # characters of one answer that are looked at
_FILE_NAME, _ADDRESS = 255, 4_000
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


@dataclass(frozen=True, slots=True)
class FormSubmission:
    """What a service hands over; ``id`` is its own, ``form`` the form's."""

    service: str
    form: str
    id: str
    submitted: str
    answers: tuple[FormAnswer, ...]

    def application(self, fields: Mapping[str, str], posting: str = "") -> Application:
        """The application.

        ``fields`` say which question is which field; the rest is told by the kind of a question,
        then by its words. ``posting`` is that of a form for one job. Raises CareersError, status
        1, where posting, name or a way to reach the person is missing.
        """
        left = [answer for answer in self.answers if answer.value not in (None, "", [], {})]
        made: dict[str, Any] = {"id": f"{self.service}:{self.id}"[:200] if self.id else ""}
        for field, answer in _told(left, fields):
            if field not in made:
                made[field] = answer.value
                left.remove(answer)
            elif field == "links":
                made[field] = [*_listed(made[field]), *_listed(answer.value)]
                left.remove(answer)
        made["name"] = made.get("name") or _joined(made)
        made |= {"submitted": self.submitted, "answers": _answers(left)}
        made["files"] = [*self.files()]
        if posting:
            made["posting"] = posting
        return read_application({k: v for k, v in made.items() if k not in ("first", "last")})

    def files(self) -> Iterator[SentFile]:
        """The files that were sent."""
        for answer in self.answers:
            question = answer.question or (answer.ids[0] if answer.ids else "?")
            for name, address in answer.files:
                yield SentFile(
                    name=line(name)[:_FILE_NAME] or "a file",
                    service=self.service,
                    address=line(address),
                    question=line(question),
                )


def _told(answers: list[FormAnswer], fields: Mapping[str, str]) -> Iterator[tuple[str, FormAnswer]]:
    """Which answer is which field, the surest first."""
    for field, name in fields.items():
        yield from ((field, answer) for answer in answers if answer.is_called(name))
    seen = set(fields)
    for sure in (_by_id, _by_kind, _by_words):
        for answer in [*answers]:
            known = sure(answer)
            if known and known not in seen and answer.kind is not AnswerKind.FILE:
                yield known, answer


def _by_id(answer: FormAnswer) -> str | None:
    """A hidden field, or a question that the form's maker named as we do."""
    exact = next((name for name in answer.ids if name in Application.model_fields), None)
    return exact or (field_of(answer.question) if answer.kind is AnswerKind.HIDDEN else None)


def _by_kind(answer: FormAnswer) -> str | None:
    """An address is the applicant's unless its question speaks of somebody else."""
    if is_about_others(answer.question):
        return None
    kinds = {AnswerKind.EMAIL: "email", AnswerKind.PHONE: "phone", AnswerKind.LINK: "links"}
    return kinds.get(answer.kind)


def _by_words(answer: FormAnswer) -> str | None:
    if answer.kind is not AnswerKind.TEXT or is_about_others(answer.question):
        return None
    return field_of(answer.question)


def _joined(made: Mapping[str, Any]) -> str:
    """A name that was asked in two parts."""
    return " ".join(str(made[part]) for part in ("first", "last") if made.get(part))


def _listed(value: Any) -> list[Any]:
    return [*value] if isinstance(value, list | tuple) else [value]


def _answers(answers: Iterable[FormAnswer]) -> dict[str, Any]:
    """The other answers by their questions; files by their names."""
    made: dict[str, Any] = {}
    for answer in answers:
        question = answer.question or (answer.ids[0] if answer.ids else "?")
        while question in made:
            question += " (again)"
        made[question] = answer.value
    return made


def file_answer(question: str, value: Any, ids: tuple[str, ...]) -> FormAnswer:
    """The answer to a question that asks for files: their names, and where they lie beside.

    That is told nowhere: who has such an address reads the file.
    """
    if value in (None, "", [], {}):
        return FormAnswer(question, None, AnswerKind.FILE, ids)
    names = [_file_name(item) for item in _listed(value)]
    files = tuple(zip(names, map(_address, _listed(value)), strict=True))
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
