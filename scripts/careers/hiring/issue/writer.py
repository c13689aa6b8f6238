"""Writes an issue's text: the way, the facts, the application, letters, the history, the record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from careers.application import Application
from careers.hiring.actions import Continue
from careers.hiring.correspondence.tags import tagged_address
from careers.hiring.filing.saying import NOT_KEPT
from careers.hiring.issue import quoting
from careers.hiring.issue.answers import facts_and_rest
from careers.hiring.issue.boxes import Boxes, boxes
from careers.hiring.issue.environment import environment
from careers.hiring.issue.fitting import BODY_MAX, pieces, size
from careers.hiring.issue.grid import card_groups
from careers.hiring.issue.head import View, head
from careers.hiring.issue.sections import section, with_markers, with_section, without_section
from careers.hiring.keys import Keys
from careers.hiring.record.block import record_block, with_record
from careers.hiring.record.model import HISTORY_KEPT, Entry, Record
from careers.hiring.record.stub import Stub
from careers.process import TERMINAL
from careers.text.diagnostics import CareersError

RESERVE = 12_000
"""Characters that applications and letters leave free for what happens afterwards."""
FIRST_MAX = 24_000
"""Characters of the first application in the body; the rest goes on in comments."""
TITLE_MAX = 256
"""Characters of a title (as BODY_MAX)."""
MORE = "<!-- careers:more "
_JOB = re.compile(r"^\| \*\*Job\*\* \|.*$", re.MULTILINE)
_FILES = re.compile(r"^\| \*\*Files\*\* \|.*$", re.MULTILINE)
_COMMENT_MAX = BODY_MAX - 1_000
_LESS_AND_LESS = (
    (HISTORY_KEPT, HISTORY_KEPT, True),
    (5, HISTORY_KEPT, True),
    (2, 2, True),
    (2, 2, False),
)
"""How many lines of history are shown and kept, and whether boxes are offered."""
_PINNED = ("url", "commit", "late", "linked", "other_names", "flags", "referral")


class TextIsFullError(CareersError):
    """No room is left but what people wrote takes."""

    def __init__(self) -> None:
        cure = "move what the team wrote there into comments"
        super().__init__("the issue's text is full", cure, status=1)


@dataclass(frozen=True)
class Written:
    """An issue's text, and what goes on in comments, which are written before it."""

    body: str
    more: tuple[Continue, ...] = ()


class IssueWriter:
    """The templates of ``templates/candidate``, by name without ``.md.j2``, and the keys.

    ``view`` says what is due and what is late.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        keys: Keys,
        view: View = View(),  # noqa: B008 - it is frozen
    ) -> None:
        self.keys = keys
        self.view = view
        self._jinja = environment(tuple(sorted(templates.items())))

    def render(self, template: str, /, **values: Any) -> str:
        """A template, filled in."""
        return self._jinja.get_template(template).render(values).strip("\n")

    def stub(self, stub: Stub, title: str) -> str:
        """The text that opens an issue: nothing of the person."""
        return self.render("stub", job=title, stub=stub.block(self.keys.current))

    def new_body(self, record: Record, application: Application, now: str) -> Written:
        """A new issue's text, the end of a long application in comments."""
        offer = self._boxes(record)
        record = record.model_copy(update={"offered": offer.acts})
        facts, answers = facts_and_rest(_said(application), record.flags)
        first, *rest = pieces(self._told(application, answers), FIRST_MAX, _COMMENT_MAX)
        first, whole = self._with_whole(first, application, 0 if rest else FIRST_MAX)
        rest += whole
        sections = {
            "next": self._next(record, offer),
            "facts": self._facts(record, application, facts, now),
            "application": self.render("application", text=first, more=len(rest)),
            "history": self._history(record, HISTORY_KEPT),
        }
        marked = {name: with_markers(name, text) for name, text in sections.items()}
        block = record_block(record, self.keys.current)
        return Written(
            self.render("issue", record=block, **marked),
            self._continued(record, f"application {record.applications[0]}", rest),
        )

    def with_letter(self, body: str, record: Record, application: Application, now: str) -> Written:
        """An issue's text with one more letter below those before; a long one in comments.

        What it says of the person stands in it, unconfirmed: the facts above stay.
        """
        facts = application.model_dump(include={"email", "phone", "location", "links"})
        text = self._told(application, _said(application))
        heading = self.render(
            "letter", name=application.name, when=now, source=application.source, **facts
        )
        letters = section(body, "letters") or "### Letters"
        written = self.updated(body, record)
        room = BODY_MAX - RESERVE - size(written.body) - size(heading)
        fits, rest = [text], []
        if size(text) > room:
            fits, rest = [], pieces(text, _COMMENT_MAX, _COMMENT_MAX)
        folded, whole = self._with_whole(text, application, room)
        fits, rest = [folded] if fits else [], rest + whole
        note = self.render("goes_on", more=len(rest)) if rest else ""
        told = "\n\n".join(part for part in (letters, heading, *fits, note) if part)
        more = self._continued(record, f"letter {record.applications[-1]}", rest)
        lettered = with_section(body, "letters", told)
        after = self.updated(lettered, record, unanswered=record.stage not in TERMINAL)
        return Written(after.body, (*more, *after.more))

    def updated(self, body: str, record: Record, *, unanswered: bool = False) -> Written:
        """An issue's text after a change of the record: what is next, and the history, follow.

        ``unanswered`` says that the candidate wrote last. Where the text is full, old history gives
        way, then the boxes.
        """
        for shown, kept, offered in _LESS_AND_LESS:
            offer = self._boxes(record) if offered else Boxes()
            short, old = record.model_copy(update={"offered": offer.acts}).shortened(kept)
            made = with_section(body, "next", self._next(short, offer, body, unanswered=unanswered))
            made = self._with_offer(self._with_interviews(made, short), short)
            made = with_section(made, "history", self._history(short, shown))
            made = with_record(made, record_block(short, self.keys.current))
            if size(made) <= BODY_MAX:
                return Written(made, self._old_history(short, old))
        raise TextIsFullError

    def _with_interviews(self, body: str, record: Record) -> str:
        """The parts that are absent where they have nothing to say."""
        groups, talks = card_groups(record), record.interviews
        if not groups and not talks:
            return without_section(body, "scorecards")
        told = [
            *([self.render("interviews", talks=talks)] if talks else []),
            *([self.render("scorecards", groups=groups, decide="")] if groups else []),
        ]
        return with_section(body, "scorecards", "\n\n".join(told))

    def _with_offer(self, body: str, record: Record) -> str:
        if record.offer is None:
            return without_section(body, "offer")
        text = self.render("offer", offer=record.offer, ended=record.stage in TERMINAL)
        return with_section(body, "offer", text)

    def _boxes(self, record: Record) -> Boxes:
        view = self.view
        return boxes(record, view.reasons, view.stages, invites=view.invites)

    def _old_history(self, record: Record, old: Sequence[Entry]) -> tuple[Continue, ...]:
        if not old:
            return ()
        text = self.render("old_history", entries=old)
        what = f"history {record.earlier} {record.chain}"
        return self._continued(record, what, pieces(text, _COMMENT_MAX, _COMMENT_MAX))

    def _continued(self, record: Record, what: str, texts: Sequence[str]) -> tuple[Continue, ...]:
        markers = (f"{MORE}{what} {number} -->" for number in range(1, len(texts) + 1))
        return tuple(
            Continue(record.issue, marker, f"{marker}\n{text}")
            for marker, text in zip(markers, texts, strict=True)
        )

    def _told(self, application: Application, answers: Mapping[str, str]) -> str:
        """What the candidate wrote, quoted."""
        return self.render("application_text", message=application.message, answers=answers)

    def _with_whole(self, text: str, application: Application, room: int) -> tuple[str, list[str]]:
        """The text with the whole letter folded below it; where no room is, that in pieces."""
        if not application.whole:
            return text, []
        quoted = quoting.quote(application.whole)
        made = f"{text}\n\n{self.render('whole_letter', text=quoted)}"
        if size(made) <= room:
            return made, []
        # Never cut inside its fold, which would hide what stands behind it.
        return text, pieces(quoted, _COMMENT_MAX, _COMMENT_MAX)

    def _facts(
        self, record: Record, application: Application, answers: Mapping[str, str], when: str
    ) -> str:
        """The table of facts at the top."""
        left_out = {"posting", "message", "whole", "answers", "files"}
        fields = application.model_dump(exclude=left_out)
        if application.submitted:
            sent = application.submitted
            when = (sent.astimezone(UTC) if sent.tzinfo else sent).isoformat()
        pinned = {name: getattr(record, name) for name in _PINNED}
        values: dict[str, Any] = {"job": record.title, "when": when, "answers": answers}
        values |= {"files": record.files, "said": NOT_KEPT, "copy": self._copy(record)}
        return self.render("facts", **values, **fields, **pinned)

    def _copy(self, record: Record) -> str:
        """Where a copy of what the team writes comes home to; empty where no mailbox is read."""
        people = self.view.patience.people if self.view.patience else None
        if people is None or not people.intake.mail.host:
            return ""
        address = people.letters.address or people.intake.mail.user
        return tagged_address(address, record.issue, self.keys) if "@" in address else ""

    def with_job(self, body: str, record: Record) -> str:
        """An issue's text with the record's job in its facts; as it is where people took it out."""
        row = self.render("fact_job", job=record.title, url=record.url, commit=record.commit)
        facts = section(body, "facts")
        changed = _JOB.sub(lambda _: row, facts, count=1)
        return with_section(body, "facts", changed) if changed != facts else body

    def with_files(self, body: str, record: Record) -> str:
        """An issue's text with the record's files in its facts."""
        row = self.render("fact_files", files=record.files, said=NOT_KEPT)
        facts = section(body, "facts")
        changed, count = _FILES.subn(lambda _: row, facts, count=1)
        return with_section(body, "facts", changed if count else f"{facts}\n{row}")

    def _next(
        self, record: Record, offer: Boxes, body: str = "", *, unanswered: bool = False
    ) -> str:
        values = head(record, self.view, body, unanswered=unanswered)
        return self.render("next", boxes=offer, **values)

    def _history(self, record: Record, shown: int) -> str:
        hidden = max(0, len(record.history) - shown)
        return self.render(
            "history",
            entries=record.history[hidden:],
            count=len(record.history) + record.earlier,
            hidden=hidden,
            earlier=record.earlier,
        )


def _said(application: Application) -> dict[str, str]:
    """The answers but for those that are names of files: these stand with their links."""
    asked = {file.question for file in application.files}
    return {q: a for q, a in application.answers.items() if q not in asked}


def issue_title(name: str, job: str) -> str:
    """``Name · Job`` within GitHub's limit."""
    short = quoting.title(job, 100)
    return f"{quoting.title(name, TITLE_MAX - len(short) - 3)} · {short}"
