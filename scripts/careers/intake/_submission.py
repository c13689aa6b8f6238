"""A form's submission: questions and answers, whatever service it came through."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

from careers.application import Application, SentFile, read_application
from careers.application.values import line, text
from careers.intake._forms.folding import folded
from careers.intake._forms.names import PARTS, is_used, named
from careers.intake._forms.others import is_about_others
from careers.intake._forms.own_form import in_words
from careers.intake._forms.questions import field_of

_UNKNOWN = 100_000  # characters of one answer that are looked at
_FILE_NAME, _ADDRESS = 255, 4_000
_ASKED = frozenset(
    {"posting", "name", "email", "phone", "location", "links", "message", "source"}
)  # the rest of an application is the service's to say, or nobody's
_PERSON = frozenset({"name", *PARTS, "email", "phone"})
_WEB = ("https://", "http://127.0.0.1:")  # the latter is this machine's, as in the tests


class AnswerKind(StrEnum):
    """What the service knows of an answer."""

    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    FILE = "file"
    HIDDEN = "hidden"


_KIND = {AnswerKind.EMAIL: "email", AnswerKind.PHONE: "phone", AnswerKind.LINK: "links"}
_OWN = re.compile(
    r"\b(?:your|my|you|ihre?|deine?|dich|dir|sie|ihnen|votre|vos|ton|ta|vous|tu|tus?|te|le|su|je|jouw|uw"
    r"|u|jou|seu|sua|voce|tuo|tua|ti|suo|sua|mijn|mon|ma|mi|meine?)\b"
)


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

        ``fields`` say which question is which field; the rest is told by the words of a question,
        then by its kind. ``posting`` is that of a form for one job. Raises CareersError, status
        1, where posting, name or a way to reach the person is missing.
        """
        left = [answer for answer in self.answers if answer.value not in (None, "", [], {})]
        made: dict[str, Any] = {"id": f"{self.service}:{self.id}"[:200] if self.id else ""}
        parts: dict[str, FormAnswer] = {}
        for field, answer in _told(left, fields):
            if field in PARTS:
                parts.setdefault(field, answer)
                continue
            if field == "links" and field in made:
                made[field] = [*_listed(made[field]), *_listed(answer.value)]
            elif field in made:
                continue
            else:
                made[field] = answer.value
            if field == "posting" and len(several := _listed(answer.value)) > 1:
                made[field] = several[0]  # the others are told: the answer stays
                continue
            left.remove(answer)
        said = {field: text(answer.value).strip() for field, answer in parts.items()}
        made["name"] = named(text(made.get("name")).strip(), said)
        used = [parts[part] for part in said if is_used(part, said[part], made["name"])]
        left = [answer for answer in left if not any(answer is each for each in used)]
        made |= {"submitted": self.submitted, "answers": _answers(left)}
        made["files"] = [*self.files()]
        if posting:
            made["posting"] = posting
        return read_application(made)

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
    for sure in (_by_id, _by_words):
        for answer in [*answers]:
            known = sure(answer)
            if known and known not in seen and answer.kind is not AnswerKind.FILE:
                yield known, answer
    yield from ((field, answer) for field, answer in _by_kind(answers) if field not in seen)
    # A page's address can fill a hidden field: it is whose it says where nothing was typed.
    hidden = [answer for answer in answers if answer.kind is AnswerKind.HIDDEN]
    for answer in hidden:
        if (known := _hidden(answer)) and known not in seen:
            yield known, answer


def _by_id(answer: FormAnswer) -> str | None:
    """A hidden field, or a question that the form's maker named as we do."""
    if answer.kind is AnswerKind.HIDDEN:
        return known if (known := _hidden(answer)) not in _PERSON else None
    exact = next((name for name in answer.ids if name in _ASKED), None)
    return None if exact and is_about_others(answer.question) else exact


def _hidden(answer: FormAnswer) -> str | None:
    return next((name for name in answer.ids if name in _ASKED), field_of(answer.question))


def _by_words(answer: FormAnswer) -> str | None:
    """What its words ask for, unless its kind says that they cannot."""
    known = field_of(answer.question)
    if answer.kind is AnswerKind.HIDDEN or is_about_others(answer.question):
        return None
    kind = _KIND.get(answer.kind)
    return known if kind in (None, known) else None


def _by_kind(answers: Iterable[FormAnswer]) -> Iterator[tuple[str, FormAnswer]]:
    """The one address, the one number: of several that nothing tells apart none is taken."""
    for kind, field in _KIND.items():
        found = [x for x in answers if x.kind is kind and not is_about_others(x.question)]
        own = [x for x in found if _OWN.search(folded(x.question))]
        found = own or found
        if field == "links" or len({str(x.value).casefold().strip() for x in found}) == 1:
            yield from ((field, answer) for answer in (found if field == "links" else found[:1]))


def _listed(value: Any) -> list[Any]:
    return [*value] if isinstance(value, list | tuple) else [value]


def _answers(answers: Iterable[FormAnswer]) -> dict[str, Any]:
    """The other answers by their questions; files by their names."""
    made: dict[str, Any] = {}
    for answer in answers:
        question = in_words(answer.question or (answer.ids[0] if answer.ids else "?"))
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
