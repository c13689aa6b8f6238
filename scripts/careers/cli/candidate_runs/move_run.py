"""Carries a move out: reads the live issue, plans, writes once, and looks what others did."""

from __future__ import annotations

from careers.cli.candidate_runs.bulk_run import BulkRun
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, timestamp
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import Issue
from careers.hiring.board.fields import CHANGES, read_fields
from careers.hiring.bulk.plan import is_confirming
from careers.hiring.comments import command_lines, near_miss, read_commands
from careers.hiring.event import Event
from careers.hiring.explaining import NOTE
from careers.hiring.issue.boxes import invocation, newly_ticked
from careers.hiring.issue.writer import MORE
from careers.hiring.labels.names import BOARD, has_label, is_stage_label
from careers.hiring.request import Permission, Request, Ticked

_COMMENT = "issue_comment"


class MoveRun:
    """One event's run. ``idle`` says why there is nothing to look at, else it is empty."""

    def __init__(self, event: Event, name: str, settling: Settling) -> None:
        self._event = event
        self._settling = settling
        self._now = timestamp(now())
        text = (event.comment and event.comment.body) or ""
        told = name == _COMMENT
        self._commands = tuple(read_commands(text)) if told else ()
        self._missed = near_miss(text) if told and not self._commands else None
        self.idle = self._idle(name, text)

    def _idle(self, name: str, text: str) -> str:
        if self._event.issue.pull_request is not None:
            return "A pull request is no candidate: nothing to do."
        if name != _COMMENT:
            gone = self._event.action in {"deleted", "transferred"}
            return "The issue is gone: nothing to do." if gone else ""
        if self._event.action not in {"created", "edited"}:
            return "Only what comments say is read: nothing to do."
        asks = self._commands or self._missed or self._event.mends or any(command_lines(text))
        if text.startswith((NOTE, MORE)) or not (asks or is_confirming(text)):
            return "The comment holds no command: nothing to do."
        return ""

    def once(self, repository: Repository) -> str:
        """Decide from what is there now, and carry it out; what came of it, for the log."""
        require_private(repository)
        request = self._request(repository)
        issue = self._read(repository)
        # What it set on its way is no wish of anybody's: the run that was cut off is to finish it.
        sender = self._event.sender
        if sender.type == "Bot" and sender.login == issue.author:
            return "the bot's own change, nothing to do"
        if has_label(issue.labels, BOARD):
            return BulkRun(repository, self._settling).once(issue, self._event)
        return self._settling.settle(repository, issue, request, self._event.body_before)

    def _ticked(self) -> Ticked:
        """The boxes that an edit ticked: by the event, since a write of ours may undo it."""
        event, keys = self._event, self._settling.writer.keys
        return newly_ticked(event.body_before, event.body_after, event.issue.number, keys)

    def _read(self, repository: Repository) -> Issue:
        """The issue; once more where what was read is older than what the event tells of."""
        issue = repository.issue(self._event.issue.number)
        if self._is_behind(issue):
            repository.pause(0)
            issue = repository.issue(issue.number)
        return issue

    def _is_behind(self, issue: Issue) -> bool:
        event = self._event
        if event.action == "labeled" and event.label and is_stage_label(event.label.name):
            return not has_label(issue.labels, event.label.name)
        return (
            event.action == "edited"
            and bool(event.body_before)
            and (issue.body == event.body_before)
        )

    def _fields(self, repository: Repository) -> tuple[tuple[int, str], ...]:
        """The fields as somebody left them who may move people by them."""
        if self._event.action not in CHANGES or not self._settling.rules.fields.stage:
            return ()
        who = self._event.sender.login
        may = self._settling.triage_moves or repository.permission(who) >= Permission.WRITE
        return read_fields(self._event.issue.issue_field_values) if may else ()

    def _request(self, repository: Repository) -> Request:
        event, who = self._event, self._event.sender.login
        rules = self._settling.rules
        if event.comment is None and (ticked := self._ticked()).acts:
            return Request(
                who,
                self._now,
                event.action,
                commands=tuple(invocation(act) for act in ticked.acts),
                ticked=ticked,
                when=event.issue.updated_at or self._now,
                permission=repository.permission(who),
                rules=rules,
            )
        if event.comment is None:
            label = event.label.name if event.label else None
            fields = self._fields(repository)
            when = event.issue.updated_at or self._now
            return Request(
                who, self._now, event.action, label, rules=rules, when=when, fields=fields
            )
        asks = self._commands or self._missed
        return Request(
            who,
            self._now,
            comment=event.comment.id,
            commands=self._commands,
            missed=self._missed,
            when=event.comment.updated_at or self._now,
            permission=repository.permission(who) if asks else Permission.NONE,
            rules=rules,
            mends=event.mends,
        )
