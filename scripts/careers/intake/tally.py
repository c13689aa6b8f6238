"""A submission of a Tally form: its webhook's event, or one of the API's with its questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_KINDS = {
    "INPUT_EMAIL": AnswerKind.EMAIL,
    "INPUT_PHONE_NUMBER": AnswerKind.PHONE,
    "INPUT_LINK": AnswerKind.LINK,
    "FILE_UPLOAD": AnswerKind.FILE,
    "SIGNATURE": AnswerKind.FILE,
    "HIDDEN_FIELDS": AnswerKind.HIDDEN,
}


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it is the event of a form's answer, or an answer beside the form's questions."""
    return _is_event(payload) or _is_listed(payload)


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted where the form was left half filled in."""
    if _is_event(payload):
        data = payload["data"]
        id_ = data.get("submissionId") or data.get("responseId") or payload.get("eventId")
        fields = [field for field in data["fields"] if isinstance(field, Mapping)]
        answers = tuple(_of_event(fields))
        return _submission(data.get("formId"), id_, data.get("createdAt"), answers)
    data = _listed(payload)
    if data.get("isCompleted") is False:
        refuse("it was begun and not sent")
    answers = tuple(_of_list(payload["questions"], data.get("responses")))
    return _submission(data.get("formId"), data.get("id"), data.get("submittedAt"), answers)


def _is_event(payload: Mapping[str, Any]) -> bool:
    data = payload.get("data")
    return (
        payload.get("eventType") == "FORM_RESPONSE"
        and isinstance(data, Mapping)
        and isinstance(data.get("fields"), list)
    )


def _is_listed(payload: Mapping[str, Any]) -> bool:
    return isinstance(payload.get("questions"), list) and bool(_listed(payload))


def _listed(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """The one submission beside the questions."""
    given = payload.get("submission")
    many = payload.get("submissions")
    if isinstance(many, list) and len(many) == 1:
        given = many[0]
    return given if isinstance(given, Mapping) and "responses" in given else {}


def _submission(form: Any, id_: Any, when: Any, answers: tuple[FormAnswer, ...]) -> FormSubmission:
    return FormSubmission("tally", str(form or ""), str(id_ or ""), str(when or ""), answers)


def _of_event(fields: list[Mapping[str, Any]]) -> Iterator[FormAnswer]:
    keys = {str(field.get("key")) for field in fields}
    for field in fields:
        key, kind = str(field.get("key")), _KINDS.get(str(field.get("type")), AnswerKind.TEXT)
        # Each box of a question stands again as a field of its own.
        if isinstance(field.get("value"), bool) and key.rpartition("_")[0] in keys:
            continue
        value = _chosen(field.get("value"), field)
        title, ids = str(field.get("label") or ""), _ids(field, "key", "label")
        if kind is AnswerKind.FILE:
            yield file_answer(title, value, ids)
        else:
            yield FormAnswer(title, value, kind, ids)


def _chosen(value: Any, field: Mapping[str, Any]) -> Any:
    """What was chosen, in the words of the options."""
    parts = ("options", "rows", "columns")
    lists = [field[part] for part in parts if isinstance(field.get(part), list)]
    words = {str(o.get("id")): o.get("text") for many in lists for o in many if _is_map(o)}
    if isinstance(value, list):
        return [words.get(str(item), item) if not _is_map(item) else item for item in value]
    if isinstance(value, Mapping):  # a table: what was chosen in each row
        rows = ((words.get(str(k), k), _chosen(v, field)) for k, v in value.items())
        return "; ".join(
            f"{k}: {', '.join(map(str, v if isinstance(v, list) else [v]))}" for k, v in rows
        )
    return words.get(str(value), value)


def _of_list(questions: list[Any], responses: Any) -> Iterator[FormAnswer]:
    asked = {str(q.get("id")): q for q in questions if _is_map(q)}
    for response in responses if isinstance(responses, list) else []:
        if not _is_map(response):
            continue
        question = asked.get(str(response.get("questionId")), {})
        kind = _KINDS.get(str(question.get("type")), AnswerKind.TEXT)
        value = response.get("answer")
        ids = _ids({**question, "id": response.get("questionId")}, "id", "title")
        if kind is AnswerKind.HIDDEN and isinstance(value, Mapping):
            yield from (FormAnswer(str(k), v, kind, (str(k),)) for k, v in value.items())
        elif kind is AnswerKind.FILE:
            yield file_answer(str(question.get("title") or ""), value, ids)
        else:
            yield FormAnswer(str(question.get("title") or ""), value, kind, ids)


def _ids(field: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    return tuple(str(field[name]) for name in names if field.get(name))


def _is_map(value: Any) -> bool:
    return isinstance(value, Mapping)
