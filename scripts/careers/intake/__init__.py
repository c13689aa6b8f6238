"""Where applications come from: one module a source, its docstring what it takes.

A source's module has ``recognises(payload)``, which says whether a payload is its own by what it
is, and ``read(payload)``, which returns an ``Application``, or a form's submission or a mail that
becomes one by the settings. It raises CareersError, status 1; ``Unwanted``, which is one, for what
is no application at all (a test, something half filled in, spam). Both are pure. Nothing is
registered: a module in this folder is a source, no payload belongs to two, and one that says
``LAST`` takes what no other knows. What GitHub's events wrap around a payload is taken off first:
any source can come by any of them. What is no JSON is a mail, as ``{"mail": its text}``.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from careers.application import Application, SentFile
from careers.hiring.settings import FormSettings, IntakeSettings
from careers.intake._encoded import as_object
from careers.intake._envelope import unwrap
from careers.intake._mail.incoming import Answered, CameBack, OwnCopy, incoming
from careers.intake._mail.letter import MailLetter
from careers.intake._mail.reading.message import is_mail
from careers.intake._refusals import Unwanted
from careers.intake._submission import FormSubmission
from careers.text.diagnostics import CareersError

__all__ = [
    "Answered",
    "CameBack",
    "OwnCopy",
    "Source",
    "Taken",
    "Unwanted",
    "all_sources",
    "incoming",
    "read",
    "taken",
    "taken_mail",
    "takers",
]


@dataclass(frozen=True)
class Source:
    """One source; ``help`` says in a sentence what it takes.

    One that is ``last`` is asked only where no other knows a payload.
    """

    name: str
    help: str
    recognises: Callable[[Mapping[str, Any]], bool]
    read: Callable[[Mapping[str, Any]], Application | FormSubmission | MailLetter]
    last: bool = False


@cache
def all_sources() -> tuple[Source, ...]:
    """Every source, by name."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_load(name) for name in sorted(names) if not name.startswith("_"))


def _load(name: str) -> Source:
    module = importlib.import_module(f"{__name__}.{name}")
    help_ = inspect.getdoc(module) or ""
    last = getattr(module, "LAST", False)
    return Source(name.replace("_", "-"), help_, module.recognises, module.read, last)


def takers(data: bytes) -> tuple[list[Source], Mapping[str, Any]]:
    """The sources that say that it is theirs, and the payload that they are to read."""
    payload = unwrap(_object(data))
    return _knowing(payload), payload


def _knowing(payload: Mapping[str, Any]) -> list[Source]:
    known = [source for source in all_sources() if not source.last and source.recognises(payload)]
    return known or [
        source for source in all_sources() if source.last and source.recognises(payload)
    ]


def _object(data: bytes) -> Mapping[str, Any]:
    """A JSON object, or a mail as one."""
    if not is_mail(data):
        return as_object(data)
    return {"mail": data.decode("utf-8", "surrogateescape")}


def read(data: bytes, settings: IntakeSettings = IntakeSettings()) -> Application:  # noqa: B008 - it is frozen
    """Read an application, a mail, or the event that brings one. Raises CareersError, status 1."""
    return taken(data).application(settings)


@dataclass(frozen=True)
class Taken:
    """What was given: the payload, and the one source that reads it, if there is one."""

    payload: Mapping[str, Any]
    sources: Sequence[Source]

    def application(self, settings: IntakeSettings) -> Application:
        """The application; settings say what a form's questions ask for, and who is a colleague.

        Raises CareersError, status 1, without a word of what was sent.
        """
        if len(self.sources) == 1:
            made = self.sources[0].read(self.payload)
            if isinstance(made, MailLetter):
                return made.application(settings.mail)
            return made if isinstance(made, Application) else _application(made, settings.form)
        if self.sources:
            names = " and ".join(source.name for source in self.sources)
            message = f"this may be an application of two kinds: {names}"
        else:
            message = "this holds no application of a kind that is known"
        cure = "name posting, name and email, as schemas/application.json says"
        raise CareersError(message, cure, status=1)

    @property
    def id(self) -> str:
        """The number that its service gave a submission, where it can be read."""
        made = self._made()
        return made.id if isinstance(made, FormSubmission) else ""

    def shown(self, settings: IntakeSettings) -> Mapping[str, Any]:
        """What a person is shown where it cannot be taken: of a mail its fields, to complete."""
        made = self._made()
        if not isinstance(made, MailLetter):
            return self.payload
        fields = made.fields(settings.mail)
        return {name: value for name, value in fields.items() if value and name != "files"}

    def files(self, settings: IntakeSettings) -> tuple[SentFile, ...]:
        """The files of what cannot be taken, as far as it can be read."""
        made = self._made()
        if isinstance(made, MailLetter):
            return tuple(made.fields(settings.mail)["files"])
        if isinstance(made, FormSubmission):
            return tuple(made.files())
        return made.files if made else ()

    def _made(self) -> Application | FormSubmission | MailLetter | None:
        """What its one source reads; None where it cannot."""
        try:
            return self.sources[0].read(self.payload) if len(self.sources) == 1 else None
        except CareersError:
            return None


def _application(submission: FormSubmission, forms: Iterable[FormSettings]) -> Application:
    for form in forms:
        if form.service == submission.service and form.form in ("", submission.form):
            fields = {str(field): question for field, question in form.fields.items()}
            return submission.application(fields, form.posting)
    return submission.application({})


def taken(data: bytes) -> Taken:
    """Look what was given. Raises CareersError, status 1, for what is neither JSON nor a mail."""
    sources, payload = takers(data)
    return Taken(payload, sources)


def taken_mail(data: bytes) -> Taken:
    """What a mailbox holds: a mail, whatever it begins with."""
    payload = {"mail": data.decode("utf-8", "surrogateescape")}
    return Taken(payload, _knowing(payload))
