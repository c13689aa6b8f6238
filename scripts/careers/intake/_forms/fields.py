"""Which answer of a form is which field of an application."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from careers.intake._forms.answers import AnswerKind, FormAnswer
from careers.intake._forms.folding import folded
from careers.intake._forms.names import PARTS
from careers.intake._forms.others import is_about_others
from careers.intake._forms.questions import field_of

_ASKED = frozenset(
    {"posting", "name", "email", "phone", "location", "links", "message", "source"}
)  # the rest of an application is the service's to say, or nobody's
_PERSON = frozenset({"name", *PARTS, "email", "phone"})
_KIND = {AnswerKind.EMAIL: "email", AnswerKind.PHONE: "phone", AnswerKind.LINK: "links"}
_OWN = re.compile(
    r"\b(?:your|my|you|ihre?|deine?|dich|dir|sie|ihnen|votre|vos|ton|ta|vous|tu|tus?|te|le|su|je|jouw|uw"
    r"|u|jou|seu|sua|voce|tuo|tua|ti|suo|sua|mijn|mon|ma|mi|meine?)\b"
)


def fields_of(
    answers: list[FormAnswer], fields: Mapping[str, str]
) -> Iterator[tuple[str, FormAnswer]]:
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
