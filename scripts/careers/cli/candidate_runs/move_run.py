"""Carries a move out: reads the live issue, plans, writes once, and looks what others did."""

from __future__ import annotations

from careers.cli.candidate_runs.interviewing.scorecards_run import ScorecardsRun
from careers.cli.candidate_runs.many.bulk_run import BulkRun
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, timestamp
from careers.github.actions import require_private
from careers.github.errors import RefusedError
from careers.github.repository import Repository
from careers.hiring.board.fields import CHANGES, read_fields
from careers.hiring.bulk.asking import COMMANDS as BULK
from careers.hiring.bulk.plan import is_confirming
from careers.hiring.comments import command_lines, near_miss, read_commands
from careers.hiring.event import Event
from careers.hiring.explaining import NOTE
from careers.hiring.filing.dragging import is_dragged, warn_of_dragged
from careers.hiring.forgetting.asking import is_question
from careers.hiring.issue.boxes import invocation, newly_ticked
from careers.hiring.issue.writer import MORE
from careers.hiring.issues import Issue
from careers.hiring.labels.names import BOARD, SCORECARD, has_label, is_stage_label
from careers.hiring.outbox.correcting import corrected_address
from careers.hiring.record.block import mentions_record
from careers.hiring.request import Invocation, Permission, Request, Ticked
from careers.hiring.scorecards.answering import ScorecardEvent
from careers.hiring.scorecards.scorecard import Scorecard, read_card

_COMMENT, _GONE = "issue_comment", 410


class MoveRun:
    """One event's run. ``idle`` says why there is nothing to look at, else it is empty."""

    def __init__(self, event: Event, name: str, settling: Settling) -> None:
        self._event = event
        self._settling = settling
        self._now = timestamp(now())
        text = (event.comment and event.comment.body) or ""
        told = name == _COMMENT
        self._commands = tuple(read_commands(text)) if told else ()
        known = BULK if self._has(BOARD) else ()
        self._missed = near_miss(text, known) if told and not self._commands else None
        before = event.body_before
        self._drags = is_dragged(text if told else event.body_after if before else "", before)
        self.idle = self._idle(name, text)

    def _idle(self, name: str, text: str) -> str:
        if self._event.issue.pull_request is not None:
            return "A pull request is no candidate: nothing to do."
        if name != _COMMENT:
            gone = self._event.action in {"deleted", "transferred"}
            return "The issue is gone: nothing to do." if gone else ""
        if self._event.action not in {"created", "edited"}:
            return "Only what comments say is read: nothing to do."
        return "" if self._says(text) else "The comment holds no command: nothing to do."

    def _says(self, text: str) -> bool:
        """Whether a comment is one to look at."""
        if self._on_card or is_confirming(text):
            return True
        asks = self._commands or self._missed or self._event.mends or any(command_lines(text))
        return bool(asks or self._drags) and not text.startswith((NOTE, MORE))

    def once(self, repository: Repository) -> str:
        """Decide from what is there now, and carry it out; what came of it, for the log."""
        require_private(repository)
        try:
            issue = self._read(repository)
        except RefusedError as error:
            if error.http != _GONE:
                raise
            return "the issue is gone, nothing to do"
        # What it set on its way is no wish of anybody's: the run that was cut off is to finish it.
        sender = self._event.sender
        if sender.type == "Bot" and sender.login == issue.author:
            return "the bot's own change, nothing to do"
        if has_label(issue.labels, BOARD):
            return BulkRun(repository, self._settling).once(issue, self._event)
        scorecards = ScorecardsRun(repository, self._settling)
        if card := self._card(issue):
            return scorecards.on_card(issue, card, self._said())
        if self._on_card and self._event.comment and not mentions_record(issue.body):
            return "it is no scorecard of ours, nothing to do"
        if self._drags and mentions_record(issue.body) and not self._settling.dry_run:
            repository.apply(warn_of_dragged(issue.number, self._settling.writer))
        request = self._confirming(repository, issue) or self._request(repository)
        outcome = self._settling.settle(repository, issue, request, self._event.body_before)
        if scorecards.asks:
            with scorecards.desk.without_them():
                scorecards.bring_up(repository.issue(issue.number))
        return outcome

    @property
    def _on_card(self) -> bool:
        """Whether the issue has the label of a scorecard, which alone says nothing."""
        return self._has(SCORECARD)

    def _has(self, label: str) -> bool:
        """Whether the event says that the issue has a label, which alone proves nothing."""
        return has_label((known.name for known in self._event.issue.labels), label)

    def _card(self, issue: Issue) -> Scorecard | None:
        """The card that an issue of ours is, as it was before an edit that broke it."""
        keys = self._settling.writer.keys
        known = (read_card(text, issue.number, keys) for text in (issue.body, self._before))
        return max(filter(None, known), key=lambda card: card.sequence, default=None)

    @property
    def _before(self) -> str:
        return self._event.body_before

    def _said(self) -> ScorecardEvent:
        event, comment = self._event, self._event.comment
        return ScorecardEvent(
            event.sender.login,
            self._now,
            before=event.body_before or event.body_after,
            after=event.body_after,
            comment=comment.id if comment else 0,
            text=(comment and comment.body) or "",
            mends=event.mends,
        )

    def _confirming(self, repository: Repository, issue: Issue) -> Request | None:
        """The request of whoever ticked the box of our question; None for anything else."""
        comment, who = self._event.comment, self._event.sender.login
        text = (comment and comment.body) or ""
        if not (comment and comment.user and comment.user.login == issue.author):
            return None
        keys = self._settling.writer.keys
        if not (is_confirming(text) and is_question(text, issue.number, self._now, keys)):
            return None
        return Request(
            who,
            self._now,
            comment=comment.id,
            commands=(Invocation("erase"),),
            when=comment.updated_at or self._now,
            permission=repository.permission(who),
            rules=self._settling.rules,
            confirmed=True,
        )

    def _ticked(self) -> Ticked:
        """The boxes that an edit ticked: by the event, since a write of ours may undo it."""
        event, keys = self._event, self._settling.writer.keys
        return newly_ticked(event.body_before, event.body_after, event.issue.number, keys)

    def _corrected(self) -> str:
        event, keys = self._event, self._settling.writer.keys
        return corrected_address(event.body_before, event.body_after, event.issue.number, keys)

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
        address = self._corrected()
        if event.comment is None and event.action == "edited" and address:
            permission = repository.permission(who)
            return Request(
                who, self._now, "edited", rules=rules, permission=permission, address=address
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
