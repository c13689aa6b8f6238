"""A submission of a Jotform form, as its API has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.intake._envelope import within
from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_KINDS = {
    "control_email": AnswerKind.EMAIL,
    "control_phone": AnswerKind.PHONE,
    "control_fileupload": AnswerKind.FILE,
    "control_signature": AnswerKind.FILE,
    "control_hidden": AnswerKind.HIDDEN,
}
_NOT_SENT = {"DELETED", "INCOMPLETE", "OVERQUOTA"}


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether its answers are by number, each with the kind of its control."""
    answers = within(payload, "content").get("answers")
    return (
        isinstance(answers, Mapping)
        and bool(answers)
        and all(isinstance(a, Mapping) and _is_control(a) for a in answers.values())
    )


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted for what was deleted, or never sent."""
    content = within(payload, "content")
    if str(content.get("status")) in _NOT_SENT:
        refuse("it was deleted or never sent")
    answers = tuple(_answers(content["answers"]))
    when = str(content.get("created_at") or "")
    form, id_ = str(content.get("form_id") or ""), str(content.get("id") or "")
    return FormSubmission("jotform", form, id_, when, answers)


def _is_control(answer: Mapping[str, Any]) -> bool:
    return str(answer.get("type", "")).startswith("control_")


def _answers(answers: Mapping[str, Mapping[str, Any]]) -> Iterator[FormAnswer]:
    for number, answer in answers.items():
        value = answer.get("answer")
        if value in (None, "", [], {}):
            continue  # a heading, a button, a question that was left out
        kind = _KINDS.get(str(answer["type"]), AnswerKind.TEXT)
        if isinstance(value, Mapping):
            value = answer.get("prettyFormat") or " ".join(
                str(part) for part in value.values() if part
            )
        ids: tuple[str, ...] = (str(number), str(answer.get("name") or number))
        question = str(answer.get("text") or answer.get("name") or "")
        # A control for names is what it is, whatever its label says.
        if answer["type"] == "control_fullname":
            ids = (*ids, "name")
        if kind is AnswerKind.FILE:
            yield file_answer(question, answer["answer"], ids)
        else:
            yield FormAnswer(question, value, kind, ids)
