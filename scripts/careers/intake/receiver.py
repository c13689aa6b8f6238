"""A submission of the site's own form, as a function of one's own hands it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._forms.answers import FormAnswer, file_answer
from careers.intake._submission import FormSubmission

_VERSION = 1


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it bears the function's mark."""
    return payload.get("receiver") == _VERSION and isinstance(payload.get("fields"), Mapping)


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it: the name of an input is its question."""
    sent: dict[str, list[Mapping[str, Any]]] = {}
    files = payload.get("files")
    for file in files if isinstance(files, list) else []:
        if isinstance(file, Mapping):
            sent.setdefault(str(file.get("field", "")), []).append(file)
    answers = [
        *(FormAnswer(name, value, ids=(name,)) for name, value in payload["fields"].items()),
        *(file_answer(name, files, (name,)) for name, files in sent.items()),
    ]
    id_, when = str(payload.get("id") or ""), str(payload.get("submitted") or "")
    return FormSubmission("receiver", "", id_, when, tuple(answers))
