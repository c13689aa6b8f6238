"""A form's submission: questions and answers, whatever service it came through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.application import Application, SentFile, read_application
from careers.application.values import line, text
from careers.intake._forms.answers import FormAnswer, listed
from careers.intake._forms.fields import fields_of
from careers.intake._forms.names import PARTS, is_used, named
from careers.intake._forms.own_form import in_words

_FILE_NAME = 255


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
        for field, answer in fields_of(left, fields):
            if field in PARTS:
                parts.setdefault(field, answer)
                continue
            if field == "links" and field in made:
                made[field] = [*listed(made[field]), *listed(answer.value)]
            elif field in made:
                continue
            else:
                made[field] = answer.value
            if field == "posting" and len(several := listed(answer.value)) > 1:
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


def _answers(answers: Iterable[FormAnswer]) -> dict[str, Any]:
    """The other answers by their questions; files by their names."""
    made: dict[str, Any] = {}
    for answer in answers:
        question = in_words(answer.question or (answer.ids[0] if answer.ids else "?"))
        while question in made:
            question += " (again)"
        made[question] = answer.value
    return made
