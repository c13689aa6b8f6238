"""Writes an issue's text: the facts, the process, the applications, the history, the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from careers.application import Application
from careers.hiring.commands import all_commands
from careers.hiring.issue import quoting
from careers.hiring.issue.checklist import checklist
from careers.hiring.issue.sections import (
    ApplicationText,
    applications_in,
    team_text,
    with_markers,
    with_section,
)
from careers.hiring.record.block import record_block, with_record
from careers.hiring.record.model import Record
from careers.text.diagnostics import CareersError

BODY_MAX = 65_536
"""Characters of a body (PyGithub#1906, repo-automation-bots#1895)."""
RESERVE = 6_000
"""Characters that applications leave free for what happens afterwards."""
TITLE_MAX = 256
"""Characters of a title (the same)."""
_HISTORY_SHOWN = 50
_HISTORY_MIN = 2
_SECTIONS = ("candidate", "process", "application", "history")


class IssueWriter:
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
            "inline": quoting.inline,
            "quote": quoting.quote,
            "code": quoting.code,
            "time": lambda when: f"{when[:16].replace('T', ' ')} UTC",
        }

    def render(self, template: str, /, **values: Any) -> str:
        """A template, filled in."""
        return self._jinja.get_template(template).render(values).strip("\n")

    def facts(self, record: Record, application: Application, when: str) -> str:
        """The table of facts at the top."""
        fields = application.model_dump(exclude={"posting", "message", "answers"})
        if application.submitted:
            sent = application.submitted
            when = (sent.astimezone(UTC) if sent.tzinfo else sent).isoformat()
        pinned = {"url": record.url, "commit": record.commit, "linked": record.linked}
        return self.render("candidate", job=record.title, when=when, **fields, **pinned)

    def application(self, application: Application, digest: str, when: str) -> ApplicationText:
        """What the candidate wrote, quoted."""
        text = self.render(
            "application_text", message=application.message, answers=application.answers
        )
        return ApplicationText(digest, when, application.source, text)

    def new_body(self, record: Record, facts: str, applications: Sequence[ApplicationText]) -> str:
        """A new issue's text. Raises CareersError, status 1, where it cannot be made to fit."""
        sections = {
            "candidate": facts,
            "process": self._process(record),
            "application": self._applications(record, applications),
            "history": self._history(record),
        }
        marked = {name: with_markers(name, text) for name, text in sections.items()}
        body = self._issue(record_block(record), marked)
        if size(body) > BODY_MAX - RESERVE:
            message = "message and answers are too long: an issue of GitHub cannot hold them"
            raise CareersError(message, "send the rest as a link", status=1)
        return body

    def with_applications(
        self, body: str, record: Record, facts: str, applications: Sequence[ApplicationText]
    ) -> str:
        """An issue's text with these applications, the oldest dropped until it fits."""
        body = with_section(body, "candidate", facts)
        return self._fitting(body, record, list(applications), BODY_MAX - RESERVE)

    def notes(self, body: str) -> str:
        """What people added to a body outside the bot's sections."""
        template = set(team_text(self._issue("", dict.fromkeys(_SECTIONS, ""))).splitlines())
        return "\n".join(x for x in team_text(body).splitlines() if x not in template).strip()

    def updated(self, body: str, record: Record) -> str:
        """An issue's text after a change of the record: checklist and history follow."""
        return self._fitting(body, record, applications_in(body), BODY_MAX)

    def _issue(self, record: str, sections: Mapping[str, str]) -> str:
        usages = ", ".join(f"`{command.short_usage}`" for command in all_commands())
        return self.render("issue", commands=usages, record=record, **sections)

    def _fitting(
        self, body: str, record: Record, applications: list[ApplicationText], limit: int
    ) -> str:
        """The text with its sections filled: shortened by old applications, then by old history."""
        while True:
            if applications:
                text = self._applications(record, applications)
                body = with_section(body, "application", text)
            body = with_section(body, "process", self._process(record))
            body = with_section(body, "history", self._history(record))
            body = with_record(body, record)
            if size(body) <= limit:
                return body
            if len(applications) > 1:
                applications.pop()
                record = record.model_copy(update={"dropped": record.dropped + 1})
            elif len(record.history) > _HISTORY_MIN:  # how it began stays
                history = (record.history[0], *record.history[2:])
                record = record.model_copy(update={"history": history})
            else:
                message = "the issue's text is full"
                cure = "move what the team wrote there into comments, or send less"
                raise CareersError(message, cure, status=1)

    def _process(self, record: Record) -> str:
        return self.render("process", steps=checklist(record))

    def _applications(self, record: Record, applications: Sequence[ApplicationText]) -> str:
        return self.render("application", applications=applications, dropped=record.dropped)

    def _history(self, record: Record) -> str:
        hidden = max(0, len(record.history) - _HISTORY_SHOWN)
        return self.render("history", entries=record.history[hidden:], hidden=hidden)


def issue_title(name: str, job: str) -> str:
    """``Name · Job`` within GitHub's limit."""
    short = quoting.title(job, 100)
    return f"{quoting.title(name, TITLE_MAX - len(short) - 3)} · {short}"


def size(text: str) -> int:
    """Characters as the strictest count them: those outside the basic plane are two."""
    return len(text) + sum(c > "\uffff" for c in text)
