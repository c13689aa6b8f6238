"""A response to a Typeform: its webhook's event, or one of the API's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.intake._envelope import within
from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_KINDS = {
    "email": AnswerKind.EMAIL,
    "phone_number": AnswerKind.PHONE,
    "url": AnswerKind.LINK,
    "file_url": AnswerKind.FILE,
}


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether its answers name the fields that they answer."""
    response = within(payload, "form_response")
    answers = response.get("answers")
    return (
        "token" in response
        and isinstance(answers, list)
        and all(isinstance(a, Mapping) and isinstance(a.get("field"), Mapping) for a in answers)
    )


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted where the form was left half filled in."""
    response = within(payload, "form_response")
    if response.get("response_type") in ("started", "partial"):
        refuse("it was begun and not sent")
    hidden = response.get("hidden")
    answers = (
        *(
            FormAnswer(str(name), value, AnswerKind.HIDDEN, (str(name),))
            for name, value in _items(hidden)
        ),
        *_answers(response["answers"], _titles(response.get("definition"))),
    )
    form = str(response.get("form_id") or "")
    id_ = str(response.get("response_id") or response["token"])
    return FormSubmission("typeform", form, id_, str(response.get("submitted_at") or ""), answers)


def _items(value: Any) -> Iterator[tuple[Any, Any]]:
    yield from value.items() if isinstance(value, Mapping) else ()


def _titles(definition: Any) -> dict[str, str]:
    """The questions by the ids of their fields, those in groups too."""
    found: dict[str, str] = {}
    waiting = [definition]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, Mapping):
            if part.get("id") and part.get("title"):
                found[str(part["id"])] = str(part["title"])
            waiting += [part.get("fields"), part.get("properties")]
    return found


def _answers(answers: list[Mapping[str, Any]], titles: Mapping[str, str]) -> Iterator[FormAnswer]:
    for answer in answers:
        type_, field = str(answer.get("type")), answer["field"]
        value = answer.get(type_)
        if isinstance(value, Mapping):  # a choice, or several
            value = [*(value.get("labels") or []), value.get("label"), value.get("other")]
            value = [part for part in value if part]
        kind = _KINDS.get(type_, AnswerKind.TEXT)
        names = [str(field[name]) for name in ("id", "ref") if field.get(name)]
        title = titles.get(str(field.get("id"))) or (names[-1] if names else "")
        if kind is AnswerKind.FILE:
            yield file_answer(title, value, tuple(names))
        else:
            yield FormAnswer(title, value, kind, tuple(names))
