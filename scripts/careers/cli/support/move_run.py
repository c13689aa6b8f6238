"""Carries a move out: reads the live issue, plans, writes once, and looks what others did."""

from __future__ import annotations

from careers.cli.support.candidates import now, print_plan, timestamp
from careers.cli.support.restoring import restored
from careers.files.candidate_templates import load_candidate_templates
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import (
    AddLabel,
    EditIssue,
    Happening,
    Issue,
    Plan,
    React,
    RemoveLabel,
)
from careers.hiring.candidate import Candidate
from careers.hiring.comments import near_miss, read_commands
from careers.hiring.event import Event
from careers.hiring.explaining import NOTE
from careers.hiring.issue.writer import MORE, IssueWriter
from careers.hiring.keys import Keys
from careers.hiring.labels.names import has_label
from careers.hiring.moving import is_settled, plan_move
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.request import Request
from careers.hiring.wishes import is_stale, newest, others_since
from careers.settings import Settings

_COMMENT = "issue_comment"
_ROUNDS = 4
_ATTENTION = "the record cannot be restored: a comment asks a person"


class MoveRun:
    """One event's run. ``idle`` says why there is nothing to look at, else it is empty."""

    def __init__(
        self, event: Event, name: str, settings: Settings, keys: Keys, *, dry_run: bool
    ) -> None:
        self._event = event
        self._renamed = settings.labels.renamed
        self._keys = keys
        self._writer = IssueWriter(load_candidate_templates(), keys)
        self._dry_run = dry_run
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
        if text.startswith((NOTE, MORE)) or not (self._commands or self._missed):
            return "The comment holds no command: nothing to do."
        return ""

    def once(self, repository: Repository) -> str:
        """Decide from what is there now, and carry it out; what came of it, for the log."""
        require_private(repository)
        request = self._request(repository)
        issue = repository.issue(self._event.issue.number)
        # What it set on its way is no wish of anybody's: the run that was cut off is to finish it.
        sender = self._event.sender
        if sender.type == "Bot" and sender.login == issue.author:
            return "the bot's own change, nothing to do"
        return self.settle(repository, issue, request, self._event.body_before)

    def settle(
        self, repository: Repository, issue: Issue, request: Request, body_before: str = ""
    ) -> str:
        """Bring one issue to rest; what came of it."""
        outcomes: list[str] = []
        for rounds in range(_ROUNDS):
            record = read_record(issue.body, issue.number, self._keys)
            before = read_record(body_before, issue.number, self._keys)
            if record is None or (before and before.sequence > record.sequence):
                made = self._restored(repository, issue, body_before)
                if isinstance(made, str):
                    return made
                issue, record = made
                outcomes.append("the record was put right")
            candidate = Candidate.of(issue, record, self._renamed)
            # What was set while we wrote may be gone from the labels, and stands in the events.
            if not rounds and is_settled(candidate, request):
                break
            events, page = repository.events(issue.number, record.seen)
            if is_stale(candidate, events):
                made = self._restored(repository, issue, body_before)
                if not isinstance(made, str) and made[1].sequence > record.sequence:
                    issue, record = made
                    candidate = Candidate.of(issue, record, self._renamed)
                    outcomes.append("the record was put right")
            plan = plan_move(issue, record, request, self._renamed, self._writer, events)
            print_plan(repository, plan, dry_run=self._dry_run)
            outcomes += [*_edits(plan), *plan.notes]
            if self._dry_run:
                return f"would be: {_joined(outcomes)}"
            after = self._carried_out(repository, plan)
            if after is None:
                break
            later, _ = repository.events(issue.number, newest(events), page)
            if not _moved_meanwhile(repository, candidate, after, later, newest(events)):
                break
            issue, request, body_before = repository.issue(issue.number), _level(request), ""
        return _joined(outcomes)

    def _restored(
        self, repository: Repository, issue: Issue, body_before: str
    ) -> tuple[Issue, Record] | str:
        return restored(repository, issue, self._writer, body_before, dry_run=self._dry_run)

    def _carried_out(self, repository: Repository, plan: Plan) -> Issue | None:
        """Carry a plan out, the reaction last; the issue as the move's answer has it."""
        after = None
        for action in sorted(plan.actions, key=lambda action: isinstance(action, React)):
            answer = repository.apply(action)
            after = answer or after
        return after

    def _request(self, repository: Repository) -> Request:
        event, who = self._event, self._event.sender.login
        if event.comment is None or not (self._commands or self._missed):
            label = event.label.name if event.label else None
            return Request(who, self._now, event.action, label)
        return Request(
            who,
            self._now,
            comment=event.comment.id,
            commands=self._commands,
            missed=self._missed,
            when=event.comment.updated_at or self._now,
            permission=repository.permission(who),
        )


def _moved_meanwhile(
    repository: Repository,
    candidate: Candidate,
    after: Issue,
    events: list[Happening],
    known: int,
) -> bool:
    """Set again what others labelled while we wrote; whether a stage was among it."""
    labels, moved = others_since(candidate, events, known)
    for event in labels:
        if event.kind == "labeled" and not has_label(after.labels, event.label):
            repository.apply(AddLabel(after.number, event.label))
        elif event.kind == "unlabeled" and has_label(after.labels, event.label):
            repository.apply(RemoveLabel(after.number, event.label))
    return moved


def _level(request: Request) -> Request:
    """The request once its command was carried out: what is there decides the rest."""
    return Request(request.who, request.now)


def _edits(plan: Plan) -> list[str]:
    return [action.what for action in plan.actions if isinstance(action, EditIssue)]


def _joined(outcomes: list[str]) -> str:
    return "; ".join(outcomes) or "all is as it should be"
