"""A response to a Google form, as its API has it; settings name its questions by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._submission import FormSubmission


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether a response's id stands beside its answers."""
    return "responseId" in payload and isinstance(payload.get("answers"), Mapping)


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Files are in the form's Drive; their names are told."""
    answers = tuple(_answers(payload["answers"]))
    email = payload.get("respondentEmail")
    if email:
        answers = (*answers, FormAnswer("email", email, AnswerKind.EMAIL, ("email",)))
    when = str(payload.get("createTime") or "")
    form, id_ = str(payload.get("formId") or ""), str(payload["responseId"])
    return FormSubmission("google-forms", form, id_, when, answers)


def _answers(answers: Mapping[str, Any]) -> Iterator[FormAnswer]:
    for id_, answer in answers.items():
        if not isinstance(answer, Mapping):
            continue
        texts = _listed(answer.get("textAnswers"), "value")
        files = _listed(answer.get("fileUploadAnswers"), "fileName")
        if files:
            yield file_answer(str(id_), files, (str(id_),))
        else:
            yield FormAnswer(str(id_), texts, AnswerKind.TEXT, (str(id_),))


def _listed(part: Any, name: str) -> list[Any]:
    given = part.get("answers") if isinstance(part, Mapping) else None
    listed = given if isinstance(given, list) else []
    return [a[name] for a in listed if isinstance(a, Mapping) and a.get(name)]
