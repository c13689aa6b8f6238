"""Decides what an application does: opens an issue, updates one, or nothing.

The decision is made from what is there, so it may be asked again after every write, until there
is nothing left to do; a run that was cut off is taken up by the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careers.application import Application
from careers.hiring.actions import (
    Action,
    AddLabel,
    CreateIssue,
    CreateLabel,
    EditIssue,
    Issue,
    Label,
    Plan,
    RemoveLabel,
)
from careers.hiring.names import JOB, SOURCE, carries, is_stage, label, other_stages, stage_label
from careers.hiring.page import Pages, issue_title
from careers.hiring.palette import one
from careers.hiring.record import Entry, Record, person_in, read_record
from careers.hiring.regions import letters_in, letters_whole, region, with_notes
from careers.problem import CareersError
from careers.process import APPLIED, WITHDRAWN

CLOSED_AS = "not_planned"


@dataclass(frozen=True)
class Opening:
    """An application to a posting, as it stands when it comes in; ``now`` in ISO 8601."""

    application: Application
    person: str
    digest: str
    title: str
    commit: str
    url: str
    stages: tuple[str, ...]
    now: str

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of a new candidate."""
        return (stage_label(APPLIED), *self.tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The labels that stay whatever the stage."""
        return (
            label(JOB, self.application.posting),
            label(SOURCE, self.application.source),
        )


@dataclass(frozen=True)
class Known:
    """The person's issues at this posting, oldest first, and their other issues' numbers."""

    here: tuple[tuple[Issue, Record], ...]
    elsewhere: tuple[int, ...]
    notes: tuple[str, ...] = ()


def known(opening: Opening, issues: Sequence[Issue]) -> Known:
    """Look the person up. Raises CareersError where their own record is broken."""
    here, elsewhere, notes = [], [], []
    for issue in sorted(issues, key=lambda issue: issue.number):
        try:
            record = read_record(issue.body)
        except CareersError as error:
            if person_in(issue.body) in (opening.person, None):
                message = f"issue #{issue.number}: {error}"
                raise CareersError(message, error.help, status=1) from None
            notes.append(f"issue #{issue.number}: {error}")
            continue
        if record is None or record.person != opening.person:
            continue
        if record.posting == opening.application.posting:
            here.append((issue, record))
        else:
            elsewhere.append(issue.number)
    return Known(tuple(here), tuple(elsewhere), tuple(notes))


def plan_opening(opening: Opening, issues: Sequence[Issue], pages: Pages) -> Plan:
    """What is left to do for this application; no actions where all is done."""
    found = known(opening, issues)
    if not found.here:
        return Plan((*_created(opening, found, pages),), found.notes)
    (first, record), *later = found.here
    actions: list[Action] = []
    body, record = _merged(first.body, record, later, opening, pages)
    if opening.digest not in record.applications:
        body, record, moves = _applied_again(first, body, record, opening, pages)
        actions += moves
    actions += _labelled(first, record, opening, actions)
    if body != first.body:
        reopened = False if record.stage == APPLIED and not first.is_open else None
        what = "add the application"
        actions.append(EditIssue(first.number, what, first.body, body=body, closed=reopened))
    actions += [_stub(issue, pages, first.number) for issue, _ in later]
    return Plan(tuple(actions), found.notes)


def with_labels(plan: Plan, live: Sequence[Label], wanted: Sequence[Label]) -> Plan:
    """The plan with each label that it needs and that is missing made first."""
    have = {item.name.casefold() for item in live}
    look = {item.name.casefold(): item for item in wanted}
    needed: dict[str, None] = {}
    for action in plan.actions:
        if isinstance(action, CreateIssue):
            needed |= dict.fromkeys(action.labels)
        elif isinstance(action, AddLabel):
            needed[action.name] = None
    missing = [look.get(n.casefold()) or one(n) for n in needed if n.casefold() not in have]
    made = (CreateLabel(item.name, item.color, item.description) for item in missing)
    return Plan((*made, *plan.actions), plan.notes)


def missing_labels(opening: Opening, issue: Issue) -> list[str]:
    """The labels that a candidate's issue should carry and does not."""
    return [name for name in opening.tags if not carries(issue.labels, name)]


def undo(opening: Opening, issues: Sequence[Issue], pages: Pages) -> Plan:
    """Take back an issue whose labels GitHub dropped, if nobody has worked with it yet."""
    fresh = [
        issue
        for issue, record in known(opening, issues).here
        if len(record.history) == 1 and issue.is_open
    ]
    return Plan(tuple(_stub(issue, pages, None) for issue in fresh))


def _created(opening: Opening, found: Known, pages: Pages) -> list[Action]:
    entry = Entry(when=opening.now, who=opening.application.source, to=APPLIED)
    record = Record(
        person=opening.person,
        applications=(opening.digest,),
        posting=opening.application.posting,
        title=opening.title,
        commit=opening.commit,
        url=opening.url,
        stages=opening.stages,
        stage=APPLIED,
        history=(entry,),
        linked=found.elsewhere,
    )
    candidate = pages.candidate(record, opening.application, opening.now)
    letter = pages.letter(opening.application, opening.digest, opening.now)
    body = pages.new(record, candidate, [letter])
    name = issue_title(opening.application.name, opening.title)
    return [CreateIssue(name, body, opening.labels)]


def _applied_again(
    issue: Issue, body: str, record: Record, opening: Opening, pages: Pages
) -> tuple[str, Record, list[Action]]:
    """The newest application on top. Who had withdrawn is a candidate again."""
    stage = APPLIED if record.stage == WITHDRAWN else record.stage
    entry = Entry(
        when=opening.now,
        who=opening.application.source,
        start=record.stage,
        to=stage,
        reason="applied again",
    )
    changes = {
        "applications": (*record.applications, opening.digest),
        "stage": stage,
        "history": (*record.history, entry),
    }
    old = letters_whole(body)
    moves: list[Action] = []
    if stage != record.stage:
        moves = _restaged(issue, stage_label(stage))
    record = record.model_copy(update=changes)
    letter = pages.letter(opening.application, opening.digest, opening.now)
    candidate = pages.candidate(record, opening.application, opening.now)
    body = pages.again(body, record, candidate, [letter, *old])
    return body, record, moves


def _restaged(issue: Issue, name: str) -> list[Action]:
    """Add first, then remove: the issue is never without a stage."""
    add: list[Action] = [] if carries(issue.labels, name) else [AddLabel(issue.number, name)]
    return add + [RemoveLabel(issue.number, other) for other in other_stages(issue.labels, name)]


def _labelled(
    issue: Issue, record: Record, opening: Opening, planned: Sequence[Action]
) -> list[Action]:
    """What a run that was cut off, or GitHub, left out."""
    names = missing_labels(opening, issue)
    if not planned and not any(is_stage(name) for name in issue.labels):
        names.insert(0, stage_label(record.stage))
    return [AddLabel(issue.number, name) for name in names]


def _merged(
    body: str,
    record: Record,
    later: Sequence[tuple[Issue, Record]],
    opening: Opening,
    pages: Pages,
) -> tuple[str, Record]:
    """The oldest issue with all that two runs at the same time put into later ones."""
    for issue, _ in later:
        reason = f"merged from issue {issue.number}"
        if any(entry.reason == reason for entry in record.history):
            continue
        stage = record.stage
        entry = Entry(when=opening.now, who="careers", start=stage, to=stage, reason=reason)
        new = [x for x in letters_whole(issue.body) if x.digest not in record.applications]
        changes = {
            "applications": (*record.applications, *(x.digest for x in new)),
            "history": (*record.history, entry),
        }
        record = record.model_copy(update=changes)
        body = with_notes(body, pages.notes(issue.body))
        body = pages.again(body, record, region(body, "candidate"), [*letters_in(body), *new])
    return body, record


def _stub(issue: Issue, pages: Pages, duplicate_of: int | None) -> EditIssue:
    """All that was the candidate's is taken out; the number stays, as GitHub never reuses it."""
    text = pages.text("stub", duplicate_of=duplicate_of)
    made = EditIssue(
        issue.number, "", issue.body, "Taken back", text, closed=True, reason=CLOSED_AS
    )
    if duplicate_of is None:
        return replace(made, what="take it back, since its labels were dropped")
    what = f"turn into a stub that points to #{duplicate_of}"
    return replace(made, what=what, title=f"Duplicate of {duplicate_of}", labels=())
