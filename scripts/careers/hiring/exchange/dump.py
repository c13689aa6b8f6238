"""A candidate as an export holds it: the issue as it stands, its record, what was said there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from careers.hiring.issue import facts
from careers.hiring.issues import Issue, Said
from careers.hiring.overview.answers import answers_in
from careers.hiring.record.block import without_record
from careers.hiring.record.model import Record
from careers.process import TERMINAL
from careers.text.diagnostics import CareersError


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class DumpedComment(_Part):
    """A comment: who wrote it, when (ISO 8601), what."""

    who: str
    when: str
    text: str
    by_bot: bool = False


class Dumped(_Part):
    """One candidate. ``body`` is the issue's text without the record, which stands beside it.

    ``files`` are the names of files in the folder ``files``, by their keys in the record.
    """

    number: Annotated[int, Field(gt=0)]
    title: str
    is_open: bool
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    url: str = ""
    body: str
    record: Record
    comments: tuple[DumpedComment, ...] = ()
    files: Mapping[str, str] = Field(default_factory=dict)


class Dump(_Part):
    """An export. ``key`` names the key that made the hashes, ``taken`` is when (ISO 8601)."""

    format: Literal["careers"] = "careers"
    version: Literal[1] = 1
    repository: str = ""
    key: str = ""
    taken: str = ""
    candidates: tuple[Dumped, ...]


def dumped(issue: Issue, record: Record, said: Iterable[Said], files: Mapping[str, str]) -> Dumped:
    """One candidate, as they stand."""
    return Dumped(
        number=issue.number,
        title=issue.title,
        is_open=issue.is_open,
        labels=issue.labels,
        assignees=issue.assignees,
        url=issue.url,
        body=without_record(issue.body),
        record=record,
        comments=tuple(
            DumpedComment(who=each.who, when=each.when, text=each.text, by_bot=each.by_bot)
            for each in said
        ),
        files=files,
    )


def as_json(dump: Dump) -> str:
    """The file ``candidates.json`` of an export."""
    fields = dump.model_dump(mode="json", exclude={"candidates": {"__all__": {"record"}}})
    for made, each in zip(fields["candidates"], dump.candidates, strict=True):
        made["record"] = each.record.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"


def read_dump(text: str, path: str) -> Dump:
    """What ``as_json`` wrote. Raises CareersError that names the place."""
    try:
        return Dump.model_validate_json(text)
    except ValidationError as error:
        places = [".".join(map(str, e["loc"])) for e in error.errors(include_input=False)[:3]]
        message = f"{path} is no export of careers: {', '.join(places)}"
        raise CareersError(message, "give the file as `careers export` wrote it") from None


COLUMNS = (
    "issue", "name", "email", "phone", "location", "links", "job", "stage", "reason", "owner",
    "source", "applied", "ended", "answers",
)  # fmt: skip


def row(each: Dumped) -> dict[str, Any]:
    """The line of the table ``candidates.csv``; ``import`` reads it as it reads any other."""
    record, body = each.record, each.body
    ended = record.history[-1].when if record.stage in TERMINAL else ""
    return {
        "issue": each.number,
        "name": facts.name(body),
        "email": facts.email(body),
        "phone": facts.phone(body),
        "location": facts.location(body),
        "links": " ".join(facts.links(body)),
        "job": record.posting,
        "stage": record.stage,
        "reason": record.reason,
        "owner": record.owner,
        "source": record.source,
        "applied": record.history[0].when,
        "ended": ended,
        "answers": "\n".join(f"{question}: {answer}" for question, answer in answers_in(body)),
    }
