"""Carries an application out: looks the person up, opens a stub, fills it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from careers.application.files import Unkept
from careers.cli.candidate_runs.kept_files.keeping_files import KeepingFiles
from careers.cli.candidate_runs.parts import OPENED, Part
from careers.cli.support.candidates import print_plan
from careers.github.errors import RefusedError
from careers.github.repository import Repository
from careers.hiring.actions import Action, AddLabel, CreateIssue, EditIssue, EditLabel, Plan
from careers.hiring.applying.matching import Matches, find_matches
from careers.hiring.applying.submission import Submission
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue, Label
from careers.hiring.labels.names import SOURCE, has_label
from careers.hiring.opening import files_to_keep, plan_filling, plan_opening, plan_saying
from careers.hiring.record.block import read_record
from careers.hiring.record.files import KeptFile
from careers.hiring.request import Permission
from careers.hiring.settings import FormSettings
from careers.text.diagnostics import CareersError

_PUSH = "give the bot's token push access (Issues: read and write, role Write): others lose labels"


@dataclass
class IntakeRun:
    """One application's run. ``outcome`` is what came of it, without personal data.

    ``looks`` are the labels that it may have to make as they should be. ``part`` is what it may
    write; ``again`` says that something is left for the other part. ``warnings`` say what GitHub
    refused or dropped; the candidate stands without it. ``forms`` are the settings by which files
    are fetched, ``files`` what became of them. ``into`` is the issue that a letter belongs to;
    without it the person is looked up.
    """

    repository: Repository
    submission: Submission
    looks: Sequence[Label]
    writer: IssueWriter
    part: Part = Part.BOTH
    dry_run: bool = False
    forms: Sequence[FormSettings] = field(default=(), kw_only=True)
    into: int = field(default=0, kw_only=True)
    again: bool = field(default=False, init=False)
    outcome: str = field(default="the application was there already", init=False)
    warnings: list[str] = field(default_factory=list, init=False)
    files: tuple[KeptFile, ...] = field(default=(), init=False)
    _opened: Issue | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Files are kept in the same repository."""
        self._keeping = KeepingFiles(self.repository, self.forms)

    def once(self) -> Issue | None:
        """The candidate's issue; None where nothing was to be written.

        Whoever calls it has made sure that the repository is private.
        """
        matches = self._matches()
        if matches.stub and not self._is_ours(matches.stub):
            matches = replace(matches, stub=None)
        if self._opened and not matches.same:
            # What the request that opened answered counts: lists lag behind.
            matches = replace(matches, stub=self._opened)
        plan = plan_opening(self.submission, matches, self.writer)
        waiting = files_to_keep(self.submission, matches)
        if self.part is Part.OPENS and matches.same and (plan.actions or waiting):
            self.again, self.outcome = True, "stands; what is new is written by the next job"
            return matches.same[0]
        if self.part is Part.STANDS and not matches.same:
            self.again, self.outcome = True, "is opened by the next job"
            return None
        if matches.same and waiting and not self.dry_run:
            self.files = self._keeping.keep(matches.same[0].number, waiting)
            plan = plan_opening(self.submission, matches, self.writer, self.files)
        if not plan.actions and matches.same:
            plan = plan_saying(*matches.same, self.submission, self.writer)
        print_plan(self.repository, plan, dry_run=self.dry_run)
        if self.dry_run:
            return None
        return self._carried_out(plan, matches)

    def _matches(self, fresh: Issue | None = None) -> Matches:
        """Where the person stands; ``fresh`` is the one issue to look at."""
        if not self.into:
            issues = [fresh] if fresh else self.repository.labelled(self.submission.buckets)
            return find_matches(self.submission, issues, self.writer.keys)
        issue = fresh or self.repository.issue(self.into)
        record = read_record(issue.body, issue.number, self.writer.keys)
        if record is None:
            message = f"the record of issue #{issue.number} is damaged"
            raise CareersError(message, "`tend` puts it right, and the letter is taken in then")
        return Matches(same=(issue, record))

    def _carried_out(self, plan: Plan, matches: Matches) -> Issue | None:
        issue = matches.stub or (matches.same and matches.same[0]) or None
        if matches.stub:
            self._labelled(matches.stub)
            plan = self._filling(matches.stub, matches)
        if matches.same and any(isinstance(action, EditIssue) for action in plan.actions):
            # A read just before the write: somebody may have moved them since the list was made.
            fresh = self.repository.issue(matches.same[0].number)
            if fresh.body != matches.same[0].body or fresh.labels != matches.same[0].labels:
                plan = plan_opening(self.submission, self._matches(fresh), self.writer, self.files)
        for action in plan.actions:
            if isinstance(action, AddLabel):
                self._tried(action)
                continue
            answer = self.repository.apply(action)
            if answer and isinstance(action, CreateIssue):
                self._opened, self.outcome = answer, OPENED
                issue = self._labelled(answer)
                for fill in self._filling(issue, matches).actions:
                    self.repository.apply(fill)
            elif answer:
                issue, self.outcome = answer, OPENED if matches.stub else "updated"
        return issue

    def _filling(self, stub: Issue, matches: Matches) -> Plan:
        """What fills a stub, once its files are kept."""
        files = files_to_keep(self.submission, replace(matches, same=None))
        self.files = self._keeping.keep(stub.number, files)
        return plan_filling(stub, self.submission, matches, self.writer, self.files)

    @property
    def waits(self) -> bool:
        """Whether a file could not be kept yet."""
        return any(file.why == Unkept.WAITING for file in self.files)

    def _labelled(self, issue: Issue) -> Issue:
        """Labels that GitHub dropped are put on once more; those that it made get their looks."""
        wanted = self.submission.labels
        if missing := [name for name in wanted if not has_label(issue.labels, name)]:
            for name in missing:
                self._tried(AddLabel(issue.number, name))
            issue = self.repository.issue(issue.number)
        for name in wanted:
            if not has_label(issue.labels, name):
                said = "its source" if name.startswith(SOURCE) else name
                self.warnings.append(f"GitHub dropped the label {said}: {_PUSH}")
        for label in self.looks:
            if has_label(issue.bare, label.name):
                self._tried(EditLabel(label.name, label.name, label.color, label.description))
        return issue

    def _tried(self, action: Action) -> None:
        """Carry out what a candidate can stand without."""
        try:
            self.repository.apply(action)
        except RefusedError as error:
            # A source is what the person wrote, and this reaches a log.
            said = "a label" if isinstance(action, AddLabel) else str(action)
            self.warnings.append(f"GitHub answers {error.http} for {said}; all else is done")

    def _is_ours(self, stub: Issue) -> bool:
        """Whether a stub was opened by a bot, or by somebody who may write here anyway."""
        return stub.by_bot or self.repository.permission(stub.author) >= Permission.WRITE

    def warn(self) -> None:
        """Say what could not be done."""
        for warning in self.warnings:
            sys.stderr.write(f"warning: {self.repository.name}: {warning}\n")
        for warning in self._keeping.warnings:
            sys.stderr.write(f"warning: {warning}\n")
