"""Writes an issue's text: the facts, the process, the letters, the history, the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from careers.application import Application
from careers.hiring import neutral
from careers.hiring.record import Record, record_block, with_record
from careers.hiring.regions import Letter, letters_in, marked, people_wrote, with_region
from careers.process import APPLIED, TERMINAL
from careers.text.diagnostics import CareersError

BODY_MAX = 65_536
"""Characters of a body (PyGithub#1906, repo-automation-bots#1895)."""
RESERVE = 6_000
"""Characters that applications leave free for what happens afterwards."""
TITLE_MAX = 256
"""Characters of a title (the same)."""
_SHOWN = 50
_NOT_EMPTY = 2


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    done: bool
    now: bool


class Pages:
    """The templates of ``templates/candidate``, by name without ``.md.j2``."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        # Autoescape knows HTML alone, where `@name` and `#12` are plain text; these are Markdown
        # files, and each place of a template says by a filter how a stranger's words stand there.
        self._jinja = Environment(  # noqa: S701
            loader=DictLoader(dict(templates)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.filters |= {
            "inline": neutral.inline,
            "quote": neutral.quote,
            "code": neutral.code,
            "time": lambda when: f"{when[:16].replace('T', ' ')} UTC",
        }

    def text(self, template: str, /, **values: Any) -> str:
        """A template, filled in."""
        return self._jinja.get_template(template).render(values).strip("\n")

    def candidate(self, record: Record, application: Application, when: str) -> str:
        """The table of facts at the top."""
        fields = application.model_dump(exclude={"posting", "message", "answers"})
        if application.submitted:
            sent = application.submitted
            when = (sent.astimezone(UTC) if sent.tzinfo else sent).isoformat()
        facts = {"url": record.url, "commit": record.commit, "linked": record.linked, "when": when}
        return self.text("candidate", job=record.title, **fields, **facts)

    def letter(self, application: Application, digest: str, when: str) -> Letter:
        """What the candidate wrote, quoted."""
        text = self.text("letter", message=application.message, answers=application.answers)
        return Letter(digest, when, application.source, text)

    def new(self, record: Record, candidate: str, letters: Sequence[Letter]) -> str:
        """A new issue's text. Raises CareersError, status 1, where it cannot be made to fit."""
        regions = {
            "candidate": marked("candidate", candidate),
            "process": marked("process", self._process(record)),
            "application": marked("application", self._application(record, letters)),
            "history": marked("history", self._history(record)),
        }
        body = self.text("issue", record=record_block(record), **regions)
        if size(body) > BODY_MAX - RESERVE:
            message = "message and answers are too long: an issue of GitHub cannot hold them"
            raise CareersError(message, "send the rest as a link", status=1)
        return body

    def again(self, body: str, record: Record, candidate: str, letters: Sequence[Letter]) -> str:
        """An issue's text with a new application on top, the oldest dropped until it fits."""
        body = with_region(body, "candidate", candidate)
        return self._fitting(body, record, list(letters), BODY_MAX - RESERVE)

    def notes(self, body: str) -> str:
        """What people added to a body outside the bot's regions."""
        names = ("candidate", "process", "application", "history", "record")
        own = set(people_wrote(self.text("issue", **dict.fromkeys(names, ""))).splitlines())
        return "\n".join(x for x in people_wrote(body).splitlines() if x not in own).strip()

    def moved(self, body: str, record: Record) -> str:
        """An issue's text after a move: checklist, history and record follow."""
        return self._fitting(body, record, letters_in(body), BODY_MAX)

    def _fitting(self, body: str, record: Record, letters: list[Letter], limit: int) -> str:
        """The text with its regions filled: shortened by old letters, then by old history."""
        while True:
            if letters:
                body = with_region(body, "application", self._application(record, letters))
            body = with_region(body, "process", self._process(record))
            body = with_region(body, "history", self._history(record))
            body = with_record(body, record)
            if size(body) <= limit:
                return body
            if len(letters) > 1:
                letters.pop()
                record = record.model_copy(update={"dropped": record.dropped + 1})
            elif len(record.history) > _NOT_EMPTY:  # how it began stays
                kept = (record.history[0], *record.history[2:])
                record = record.model_copy(update={"history": kept})
            else:
                message = "the issue's text is full"
                cure = "move what the team wrote there into comments, or send less"
                raise CareersError(message, cure, status=1)

    def _process(self, record: Record) -> str:
        """The checklist: done are the stages up to the furthest that was reached on this way."""
        ended = record.stage in TERMINAL
        last = _last(record)
        names = [*record.stages, *([record.stage] if ended else [])]
        reached = record.stages.index(last) if last in record.stages else 0
        steps = [
            _Step(name, n <= reached or name in TERMINAL, name == record.stage)
            for n, name in enumerate(names)
        ]
        return self.text("process", steps=steps)

    def _application(self, record: Record, letters: Sequence[Letter]) -> str:
        return self.text("application", letters=letters, dropped=record.dropped)

    def _history(self, record: Record) -> str:
        hidden = max(0, len(record.history) - _SHOWN)
        return self.text("history", entries=record.history[hidden:], hidden=hidden)


def _last(record: Record) -> str:
    """The stage in the process where the candidate is, or was before it ended."""
    if record.stage not in TERMINAL:
        return record.stage
    stages = (entry.to for entry in reversed(record.history) if entry.to not in TERMINAL)
    return next(stages, APPLIED)


def issue_title(name: str, job: str) -> str:
    """``Name · Job`` within GitHub's limit."""
    short = neutral.title(job, 100)
    return f"{neutral.title(name, TITLE_MAX - len(short) - 3)} · {short}"


def size(text: str) -> int:
    """Characters as the strictest count them: those outside the basic plane are two."""
    return len(text) + sum(c > "\uffff" for c in text)
