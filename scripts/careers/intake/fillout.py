"""A submission of a Fillout form: its webhook's, or one of the API's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.intake._envelope import within
from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_KINDS = {
    "EmailInput": AnswerKind.EMAIL,
    "PhoneNumber": AnswerKind.PHONE,
    "URLInput": AnswerKind.LINK,
    "FileUpload": AnswerKind.FILE,
    "Signature": AnswerKind.FILE,
}


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it has Fillout's id and the questions beside their answers."""
    inner = within(payload, "submission")
    return "submissionId" in inner and isinstance(inner.get("questions"), list)


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted where the form was left half filled in."""
    inner = within(payload, "submission")
    if inner.get("status") == "in_progress":
        refuse("it was begun and not sent")
    answers = (
        *_answers(inner.get("urlParameters"), hidden=True),
        *_answers(inner["questions"], hidden=False),
    )
    form, when = str(payload.get("formId") or ""), str(inner.get("submissionTime") or "")
    return FormSubmission("fillout", form, str(inner["submissionId"]), when, answers)


def _answers(questions: Any, *, hidden: bool) -> Iterator[FormAnswer]:
    for question in questions if isinstance(questions, list) else []:
        if not isinstance(question, Mapping):
            continue
        kind = _KINDS.get(str(question.get("type")), AnswerKind.TEXT)
        value = question.get("value")
        ids = tuple(str(question[name]) for name in ("id", "name") if question.get(name))
        title = str(question.get("name") or "")
        if kind is AnswerKind.FILE and not hidden:
            yield file_answer(title, value, ids)
        else:
            yield FormAnswer(title, value, AnswerKind.HIDDEN if hidden else kind, ids)
