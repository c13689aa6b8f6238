"""Each row of the state table, held against what the code decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from careers.hiring.actions import Comment, EditIssue
from careers.hiring.comments import near_miss, read_commands
from careers.hiring.issues import Happening, Issue
from careers.hiring.moving import plan_move
from careers.hiring.pipeline import TABLE, Act, Outcome, State, Who
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.keeping import Keeping
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Hold, Offer, Standing
from careers.hiring.request import Permission, Pinned, Request
from careers.hiring.rules import Rules
from careers.hiring.settings import OfferRules, StageRules
from careers.process import TERMINAL
from hiring.sealing import WHO, WRITER, block, candidate, read

NOW = "2026-03-02T10:00:00Z"
STAGES = {State.STAGE: "phone-screen", State.LAST: "offer", State.ENDED: "rejected"}
LABELS = {
    Act.LABEL: "case-study",
    Act.END_LABEL: "hired",
    Act.HIRED_LABEL: "hired",
    Act.DEMAND_LABEL: "case-study",
    Act.FOREIGN: "party",
}
COMMENTS = {
    Act.ADVANCE: "/advance",
    Act.NAME: "/stage case-study",
    Act.REJECT: "/reject skills no time for it",
    Act.WITHDRAW: "/withdraw",
    Act.HIRE: "/hire",
    Act.HIRE_EARLY: "/hire",
    Act.DEMANDED: "/advance",
    Act.ANYWAY: "/advance anyway jonas is away",
    Act.INTERVIEW: "/interview Wed 14:00 UTC @mira",
    Act.INTERVIEW_OFF: "/interview off",
    Act.OFFER: "/offer send Wed",
    Act.ANSWER: "/offer accepted",
    Act.APPROVE: "/approve",
    Act.DUE: "/next Wed call",
    Act.HOLD: "/hold Wed",
    Act.RESUME: "/hold off",
    Act.ASSIGN: "/assign mira",
    Act.UNDO: "/undo",
    Act.UNDO_NOTHING: "/undo",
    Act.JOB: "/job designer",
    Act.MERGE: "/merge #4",
    Act.SPLIT: "/split",
    Act.POOL: "/pool 1 Oct by mail",
    Act.ERASE: "/erase",
    Act.HELP: "/help",
    Act.WRONG: "/assign mira\n/next soon",
    Act.MISS: "/advnce",
}
BACK = "applied"
OTHER = candidate(BACK, number=4)
MAY = dict.fromkeys(Who, Permission.READ) | {
    Who.WRITER: Permission.WRITE,
    Who.ADMIN: Permission.ADMIN,
}
ENDS = {
    Act.END_LABEL: "hired",
    Act.REJECT: "rejected",
    Act.WITHDRAW: "withdrawn",
    Act.HIRE: "hired",
}
EVENTS = {
    Act.UNLABEL: ("unlabeled", ""),
    Act.CLOSE: ("closed", ""),
    Act.REOPEN: ("reopened", ""),
    Act.REOPEN_LATE: ("reopened", ""),
    Act.ASSIGN_HAND: ("assigned", ""),
    Act.HOLD_UNLABEL: ("unlabeled", "hold"),
    Act.LEGAL_UNLABEL: ("unlabeled", "legal-hold"),
}
CHANGES = {
    Outcome.OWNED: {"owner"},
    Outcome.DATED: {"next_step"},
    Outcome.HELD: {"hold"},
    Outcome.RESUMED: {"hold"},
    Outcome.TALK: {"interviews", "next_step"},
    Outcome.NO_TALK: {"interviews"},
    Outcome.OFFERED: {"offer", "next_step"},
    Outcome.APPROVED: {"offer", "next_step"},
    Outcome.PARTED: {"other_names", "apart"},
    Outcome.POOLED: {"keeping"},
    Outcome.KEPT: {"keeping"},
    Outcome.FREED: {"keeping"},
}
MANAGED = Rules(hiring_managers={"engineer": ("mia",)})
DEMANDING = Rules(
    hiring_managers={"engineer": ("mia",)},
    stages={"case-study": StageRules(needs_scorecards=1)},
    offer=OfferRules(approvers=("ngozi",)),
)
NOT_ENDED = (Act.CLOSE, Act.RESUME, Act.HOLD_UNLABEL, Act.INTERVIEW_OFF)
RULES = {Act.DEMANDED, Act.ANYWAY, Act.DEMAND_LABEL, Act.APPROVE}
CASES = [(s, row.act, w, row.outcome) for row in TABLE for s in row.states for w in row.who]


def record_of(state: State, act: Act) -> Record:
    """A candidate there, after what the act is about."""
    record = candidate(STAGES[state])
    before = {Act.UNDO: BACK, Act.REOPEN: BACK, Act.REOPEN_LATE: STAGES[state]}
    changes: dict[str, Any] = {"owner": "rita"}
    if act in {Act.HIRE, Act.END_LABEL}:
        changes["offer"] = Offer(version=1, state="accepted", when=NOW)
    if act is Act.APPROVE:
        changes["offer"] = Offer(version=1, state="asked", when=NOW, answer_by="2026-03-09")
    if act is Act.INTERVIEW_OFF:
        talk = Interview(number=1, stage=record.stage, start="2026-03-05T10:00:00Z")
        changes["interviews"] = (talk,)
    if act is Act.SPLIT:
        changes["other_names"] = (4,)
    if act in before:
        changes["before"] = Standing(stage=before[act], owner="rita")
    if act in {Act.RESUME, Act.HOLD_UNLABEL}:
        changes["hold"] = Hold(until="2026-04-01")
    if act is Act.LEGAL_UNLABEL:
        changes["keeping"] = Keeping(held_by="rita", held_since="2026-03-01")
    return record.model_copy(update=changes)


def happens(record: Record, act: Act, who: Who) -> tuple[Issue, Request, list[Happening]]:
    """The issue as it is then, what the run was started by, and the issue's newest event."""
    labels = [] if act is Act.UNLABEL else [f"stage:{record.stage}"]
    is_open = record.stage not in TERMINAL
    if act in {Act.CLOSE, Act.REOPEN, Act.REOPEN_LATE}:
        is_open = act is not Act.CLOSE
    if act in LABELS:
        labels.append(f"stage:{LABELS[act]}")
    if act in {Act.HOLD_LABEL, Act.RESUME}:
        labels.append("hold")
    if act is Act.LEGAL_LABEL:
        labels.append("legal-hold")
    assigned = ("rita", "mira") if act is Act.ASSIGN_HAND else ("rita",)
    issue = Issue(3, "t", block(record), is_open, ("job:engineer", WHO, *labels), assigned)
    if act in COMMENTS:
        text = COMMENTS[act]
        login = {Who.MANAGER: "mia", Who.APPROVER: "ngozi"}.get(who, "x")
        told = Request(
            login,
            NOW,
            comment=9,
            commands=tuple(read_commands(text)),
            missed=near_miss(text),
            permission=MAY[who],
            rules=DEMANDING if act in RULES else MANAGED,
            offers=frozenset({"3-offer-1.pdf"}),
            jobs={"designer": Pinned("designer", "Designer", record.stages)},
            others={4: (Issue(4, "t", block(OTHER), is_open=True), OTHER)},
        )
        return issue, told, []
    kind, label = EVENTS.get(act, ("labeled", labels[-1] if labels else ""))
    events = [Happening(1, kind, "x", label=label, assignee=assigned[-1])] if kind else []
    rules = DEMANDING if act in RULES else MANAGED
    powers = {"x": MAY[who]}
    return issue, Request("x", NOW, kind, label or None, rules=rules, powers=powers), events


@pytest.mark.parametrize(("state", "act", "who", "outcome"), CASES)
def test_a_row_is_what_the_code_decides(state: State, act: Act, who: Who, outcome: Outcome) -> None:
    """Where they stand afterwards, whether it is open, and whether something is said."""
    before = record_of(state, act)
    issue, request, events = happens(before, act, who)
    plan = plan_move(issue, before, request, {}, WRITER, events)
    edits = [x for x in plan.actions if isinstance(x, EditIssue) and x.number == issue.number]
    told = any(isinstance(action, Comment) for action in plan.actions)
    after = read(edits[0].body or "") if edits else before
    is_open = not edits[0].closed if edits and edits[0].closed is not None else issue.is_open
    assert told == (outcome in {Outcome.TOLD, Outcome.RIGHT_TOLD, Outcome.LISTED, Outcome.ASKED})
    assert is_open == (after.stage not in TERMINAL)
    assert after.stage == next(expected(before.stage, act, outcome))
    fields = set().union(*CHANGES.values())
    changed = {name for name in fields if getattr(after, name) != getattr(before, name)}
    if after.stage == before.stage:
        assert changed == CHANGES.get(outcome, set())
    if edits and edits[0].labels is not None:
        assert [x for x in edits[0].labels if x.startswith("stage:")] == [f"stage:{after.stage}"]
        assert ("hold" in edits[0].labels) == (after.hold is not None)
        assert ("legal-hold" in edits[0].labels) == bool(after.keeping.held_by)
    elif outcome in {Outcome.RIGHT, Outcome.RIGHT_TOLD}:
        assert edits


def expected(stage: str, act: Act, outcome: Outcome) -> Iterator[str]:
    """The stage that an outcome means."""
    yield {
        Outcome.NEXT: "case-study",
        Outcome.THERE: "case-study",
        Outcome.END: ENDS.get(act, stage),
        Outcome.BACK: BACK,
        Outcome.SENT_BACK: "applied",
        Outcome.JOINED: BACK if stage in TERMINAL else stage,
    }.get(outcome, stage)


def test_every_act_has_a_row_in_every_state_that_it_can_meet() -> None:
    """Closing what is closed and reopening what is open cannot happen; no end is on hold.

    The example's demand is that of one stage alone.
    """
    met = {(state, act) for state, act, _, _ in CASES}
    ended = {(State.ENDED, act) for act in NOT_ENDED}
    reopened = product((State.STAGE, State.LAST), (Act.REOPEN, Act.REOPEN_LATE))
    demanded = product((State.LAST, State.ENDED), (Act.DEMANDED, Act.ANYWAY, Act.DEMAND_LABEL))
    cannot = {*ended, *reopened, *demanded}
    assert met == {(state, act) for state in State for act in Act} - cannot
    keys = [(state, act, who) for state, act, who, _ in CASES]
    assert len(keys) == len(set(keys))
