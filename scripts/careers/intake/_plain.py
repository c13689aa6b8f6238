"""The fields of a plain HTML form, by the names that its inputs have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from careers.intake._forms.answers import AnswerKind, FormAnswer, file_answer
from careers.intake._submission import FormSubmission

_KEPT = re.compile(
    r"https://(?:[\w-]+\.)*(?:formspree\.io|usebasin\.com|cloudfront\.net|jotform\.com|tally\.so"
    r"|amazonaws\.com|webflow\.com|website-files\.com|usrfiles\.com|getform\.io|r2\.dev"
    r"|googleusercontent\.com|blob\.core\.windows\.net)"
    r"/[^\s?#]*[^\s?#/](?:\?\S*)?"
)


# What services and people both have: an address there is a service's.
_EITHER = {"referrer", "redirect", "next"}
_ADDRESS = re.compile(r"\s*(?:https?://\S*|/\S*|true|false)?\s*", re.IGNORECASE)


def is_of_page(name: str, value: Any) -> bool:
    """Whether it says from which page somebody came, or where they go: no answer of theirs."""
    return name in _EITHER and bool(_ADDRESS.fullmatch(str(value or "")))


def plain_submission(
    service: str, form: Any, id_: Any, when: Any, fields: Mapping[str, Any]
) -> FormSubmission:
    """The submission; a name such as ``full-name`` or ``first_name`` is its question."""
    answers = tuple(_answer(str(name), value) for name, value in fields.items())
    return FormSubmission(service, str(form or ""), str(id_ or ""), str(when or ""), answers)


def _answer(name: str, value: Any) -> FormAnswer:
    if _is_file(value) or (isinstance(value, list) and value and all(map(_is_file, value))):
        return file_answer(name, value, (name,))
    return FormAnswer(name, value, AnswerKind.TEXT, (name,))


def _is_file(value: Any) -> bool:
    """Whether a service says that it is one, or it is where one keeps files and nothing else."""
    if isinstance(value, Mapping):
        return "url" in value
    return isinstance(value, str) and bool(_KEPT.fullmatch(value.strip()))
