"""Carries a move out: reads the live issue, plans, writes."""

from __future__ import annotations

from careers.cli.support.candidates import job_stages, now, postings_in, print_plan, timestamp
from careers.files.candidate_templates import load_candidate_templates
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, EditIssue, Plan
from careers.hiring.comments import read_commands
from careers.hiring.event import Event
from careers.hiring.explaining import NOTE
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.labels.definitions import labels_for
from careers.hiring.labels.plan import create_missing
from careers.hiring.moving import plan_move
from careers.hiring.record.block import read_record
from careers.hiring.request import Request
from careers.settings import Settings
from careers.text.diagnostics import CareersError

_COMMENT = "issue_comment"


class MoveRun:
    """One event's run. ``idle`` says why there is nothing to look at, else it is empty."""

    def __init__(
        self, event: Event, name: str, settings: Settings, postings: str, *, dry_run: bool
    ) -> None:
        self._event = event
        self._settings = settings
        self._postings = postings
        self._dry_run = dry_run
        self._now = timestamp(now())
        text = (event.comment and event.comment.body) or ""
        self._commands = tuple(read_commands(text)) if name == _COMMENT else ()
        self.idle = self._idle(name, text)

    def _idle(self, name: str, text: str) -> str:
        if self._event.issue.pull_request is not None:
            return "A pull request is no candidate: nothing to do."
        if name != _COMMENT:
            gone = self._event.action in {"deleted", "transferred"}
            return "The issue is gone: nothing to do." if gone else ""
        if self._event.action != "created":
            return "Only new comments are read: nothing to do."
        if text.startswith(NOTE) or not self._commands:
            return "The comment holds no command: nothing to do."
        return ""

    def once(self, repository: Repository) -> str:
        """Decide from what is there now, and carry it out; what came of it, for the log."""
        require_private(repository)
        issue = repository.issue(self._event.issue.number)
        # What it set on its way is no wish of anybody's: the run that was cut off is to finish it.
        sender = self._event.sender
        if sender.type == "Bot" and sender.login == issue.author:
            return "the bot's own change, nothing to do"
        record = read_record(issue.body)
        if record is None:
            return "it is no candidate's issue, nothing to do"
        request = self._request(repository)
        renamed = self._settings.labels.renamed
        writer = IssueWriter(load_candidate_templates())
        plan = plan_move(issue, record, request, renamed, writer)
        plan = self._with_missing_labels(plan, repository)
        print_plan(repository, plan, dry_run=self._dry_run)
        if not self._dry_run:
            for action in plan.actions:
                repository.apply(action)
            self._require_labels(plan, repository)
        return _outcome(plan, dry_run=self._dry_run)

    def _request(self, repository: Repository) -> Request:
        event, who = self._event, self._event.actor.login
        if not self._commands or event.comment is None:
            label = event.label.name if event.label else None
            return Request(who, self._now, event.action, label)
        return Request(
            who,
            self._now,
            comment=event.comment.id,
            commands=self._commands,
            permission=repository.permission(who),
        )

    def _with_missing_labels(self, plan: Plan, repository: Repository) -> Plan:
        """Labels that are missing are made, in the colours that `labels` gives them."""
        if not any(isinstance(action, AddLabel) for action in plan.actions):
            return plan
        postings = postings_in(self._postings, needed=False)
        labels = labels_for(job_stages(postings, self._settings))
        return create_missing(plan, repository.labels(), labels)

    def _require_labels(self, plan: Plan, repository: Repository) -> None:
        """GitHub may drop a label without a word: read back whether it is there."""
        added = {a.name.casefold() for a in plan.actions if isinstance(a, AddLabel)}
        if not added:
            return
        number = self._event.issue.number
        if added - {name.casefold() for name in repository.issue(number).labels}:
            message = f"issue #{number} of {repository.name}: GitHub dropped a stage label"
            raise CareersError(message, "give the bot's token push access, and run it again")


def _outcome(plan: Plan, *, dry_run: bool) -> str:
    edits = [action.what for action in plan.actions if isinstance(action, EditIssue)]
    if not plan.actions:
        return "; ".join(plan.notes) or "all is as it should be"
    outcome = "; ".join([*edits, *plan.notes]) or "the labels were mended"
    return f"would be: {outcome}" if dry_run else outcome
