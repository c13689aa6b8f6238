"""Carries a move out: reads the live issue, plans, writes."""

from __future__ import annotations

from careers.cli.support.candidates import jobs, now, postings_in, show, stamp
from careers.files.candidate_templates import load_letters
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, EditIssue, Plan
from careers.hiring.case import Asked
from careers.hiring.commands import commands_in
from careers.hiring.event import Event
from careers.hiring.labels import with_labels
from careers.hiring.moving import plan_move
from careers.hiring.page import Pages
from careers.hiring.palette import wanted
from careers.hiring.record import read_record
from careers.settings import Settings
from careers.text.diagnostics import CareersError

_OWN = "<!-- careers:note "
_COMMENT = "issue_comment"


class Run:
    """One event's run. ``idle`` says why there is nothing to look at, else it is empty."""

    def __init__(
        self, event: Event, name: str, settings: Settings, postings: str, *, dry_run: bool
    ) -> None:
        self._event = event
        self._settings = settings
        self._postings = postings
        self._dry_run = dry_run
        self._now = stamp(now())
        text = (event.comment and event.comment.body) or ""
        self._commands = tuple(commands_in(text)) if name == _COMMENT else ()
        self.idle = self._idle(name, text)

    def _idle(self, name: str, text: str) -> str:
        if self._event.issue.pull_request is not None:
            return "A pull request is no candidate: nothing to do."
        if name != _COMMENT:
            gone = self._event.action in {"deleted", "transferred"}
            return "The issue is gone: nothing to do." if gone else ""
        if self._event.action != "created":
            return "Only new comments are read: nothing to do."
        if text.startswith(_OWN) or not self._commands:
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
        asked = self._asked(repository)
        renamed = self._settings.labels.renamed
        pages = Pages(load_letters())
        plan = plan_move(issue, record, asked, renamed, pages)
        plan = self._labelled(plan, repository)
        show(repository, plan, dry_run=self._dry_run)
        if not self._dry_run:
            for action in plan.actions:
                repository.apply(action)
            self._held(plan, repository)
        return _said(plan, dry_run=self._dry_run)

    def _asked(self, repository: Repository) -> Asked:
        event = self._event
        asked = Asked(
            who=event.actor.login,
            now=self._now,
            action=event.action,
            label=event.label.name if event.label else None,
        )
        if not self._commands or event.comment is None:
            return asked
        return Asked(
            who=asked.who,
            now=asked.now,
            comment=event.comment.id,
            commands=self._commands,
            may_write=repository.may_write(asked.who),
        )

    def _labelled(self, plan: Plan, repository: Repository) -> Plan:
        """Labels that are missing are made, in the colours that `labels` gives them."""
        if not any(isinstance(action, AddLabel) for action in plan.actions):
            return plan
        postings = postings_in(self._postings, needed=False)
        look = wanted(jobs(postings, self._settings))
        return with_labels(plan, repository.labels(), look)

    def _held(self, plan: Plan, repository: Repository) -> None:
        """GitHub may drop a label without a word: read back whether it is there."""
        added = {a.name.casefold() for a in plan.actions if isinstance(a, AddLabel)}
        if not added:
            return
        number = self._event.issue.number
        if added - {name.casefold() for name in repository.issue(number).labels}:
            message = f"issue #{number} of {repository.name}: GitHub dropped a stage label"
            raise CareersError(message, "give the bot's token push access, and run it again")


def _said(plan: Plan, *, dry_run: bool) -> str:
    done = [action.what for action in plan.actions if isinstance(action, EditIssue)]
    if not plan.actions:
        return "; ".join(plan.notes) or "all is as it should be"
    said = "; ".join([*done, *plan.notes]) or "the labels were mended"
    return f"would be: {said}" if dry_run else said
