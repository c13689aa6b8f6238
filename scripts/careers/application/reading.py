"""Reads an application as forms and people send it: nobody is turned away for a trifle."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from pydantic import ValidationError

from careers.application.model import MOST_LISTED, Application, SentFile
from careers.application.values import line, prose, text
from careers.text.diagnostics import CareersError

_LINES = {"name": 200, "phone": 200, "location": 200, "id": 200, "posting": 500}
_LINKS, _LINK, _ADDRESS = 20, 2000, 254
_YEARS = range(2000, 2200)
_SOURCE, _FILE_NAME = 100, 255


def read_application(fields: Mapping[str, Any], *, relayed: bool = False) -> Application:
    """Read an application. Raises CareersError, status 1, where what is essential is missing.

    ``relayed`` says that a job board stands between: it keeps the person's address. The message
    holds nothing that the candidate wrote: it reaches logs.
    """
    kept = _Kept(fields)
    made = {name: kept.one_line(name, most) for name, most in _LINES.items()}
    made["email"] = kept.address()
    links, files = kept.links(), kept.files()
    more = {
        "message": prose(text(fields.get("message"))),
        "whole": prose(text(fields.get("whole"))),
        "source": kept.source(),
        "submitted": kept.submitted(),
    }
    missing = [name for name in ("posting", "name") if not made[name]]
    if not made["email"] and not made["phone"] and not relayed:
        missing.append("email")
    if missing:
        message = f"the application is not valid: {'; '.join(f'{n}: is missing' for n in missing)}"
        raise CareersError(message, "schemas/application.json describes every field", status=1)
    try:
        return Application.model_validate(
            {**made, **more, "links": links, "files": files, "answers": kept.answers()}
        )
    except ValidationError:
        message = "the application is not valid"
        cure = "schemas/application.json describes every field"
        raise CareersError(message, cure, status=1) from None


class _Kept:
    """The fields as they are taken, and what did not fit its field: kept among the answers."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields
        self._beside: dict[str, str] = {}

    def _aside(self, name: str, value: str) -> None:
        self._beside[name] = value

    def one_line(self, name: str, most: int) -> str:
        """A field of one line; the whole of a long one is kept beside."""
        value = line(text(self._fields.get(name)))
        if len(value) <= most:
            return value
        self._aside(name, value)
        return value[:most].rstrip()

    def address(self) -> str:
        """The address of ``Nour <nour@example.com>``; what is none stands as it is."""
        value = line(text(self._fields.get("email")))
        _, found = parseaddr(value)
        # What the parser mended by leaving blanks out is somebody else's address.
        address = found if "@" in found and found in value else value
        address = address.removeprefix("mailto:")
        if value.count("@") > 1:
            self._aside("email", value)
        if len(address) > _ADDRESS:
            self._aside("email", value)
            return ""
        return address

    def links(self) -> list[str]:
        """The addresses, from a list or from text with blanks or commas between."""
        given = self._fields.get("links")
        items = given if isinstance(given, list | tuple) else re.split(r"[\s,;]+", text(given))
        found = [value for item in items if (value := line(text(item)))]
        if len(found) > _LINKS or any(len(link) > _LINK for link in found):
            self._aside("links", "\n".join(found))
        return [link for link in found if len(link) <= _LINK][:_LINKS]

    def files(self) -> list[SentFile]:
        """The files with their content; of what is none, what is said stands beside."""
        given = self._fields.get("files")
        items = given if isinstance(given, list | tuple) else [given] if given else []
        found = [file for item in items if (file := _file(item))]
        if len(found) < len(items):
            self._aside("files", text([_name_of(i) for i in items if not _file(i)]))
        return found[:MOST_LISTED]

    def source(self) -> str:
        """Where it came from, as labels spell it: ``LinkedIn`` is ``linkedin``."""
        name = re.sub(r"[^a-z0-9]+", "-", line(text(self._fields.get("source"))).casefold())
        return name[:_SOURCE].strip("-") or "site"

    def submitted(self) -> datetime | None:
        """When it was sent; what is no time, or one that cannot be, is kept beside."""
        given = self._fields.get("submitted")
        if given in (None, ""):
            return None
        try:
            moment = datetime.fromisoformat(given.strip())
        except (AttributeError, TypeError, ValueError):
            moment = None
        if moment is None or moment.year not in _YEARS:
            self._aside("submitted", line(text(given)))
            return None
        return moment

    def answers(self) -> dict[str, str]:
        """The answers, every field that is not known, and what did not fit."""
        given = self._fields.get("answers")
        answers = given if isinstance(given, dict) else {"answers": given}
        unknown = {k: v for k, v in self._fields.items() if k not in Application.model_fields}
        made: dict[str, str] = {}
        for part in (answers, unknown, self._beside):
            for question, answer in part.items():
                name, value = line(question) or "?", prose(text(answer))
                while name in made:
                    name += " (field)"
                if value:
                    made[name] = value
        return made


def _file(item: Any) -> SentFile | None:
    """A file of ours, or one as JSON has it: a name, and the content in base64."""
    if isinstance(item, SentFile):
        return item
    if not isinstance(item, Mapping) or not isinstance(item.get("content"), str):
        return None
    try:
        content = b64decode("".join(item["content"].split()), validate=True)
    except ValueError:
        return None
    return SentFile(name=line(text(item.get("name")))[:_FILE_NAME] or "a file", content=content)


def _name_of(item: Any) -> str:
    """What may be told of what is no file of ours: no address, since it may open one."""
    name = item.get("name") if isinstance(item, Mapping) else item
    path = line(text(name)).partition("?")[0].rstrip("/")
    return path.rpartition("/")[2] or "a file"
