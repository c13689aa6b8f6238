"""Each row of the state table, held against what the code decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from careers.hiring.actions import Comment, EditIssue, Issue
from careers.hiring.comments import near_miss, read_commands
from careers.hiring.moving import plan_move
from careers.hiring.pipeline import TABLE, Act, Outcome, State, Who
from careers.hiring.request import Permission, Request
from careers.process import TERMINAL
from hiring.sealing import WHO, WRITER, block, candidate, read

NOW = "2026-03-02T10:00:00Z"
STAGES = {State.STAGE: "phone-screen", State.LAST: "offer", State.ENDED: "rejected"}
LABELS = {Act.LABEL: "case-study", Act.END_LABEL: "hired", Act.FOREIGN: "party"}
COMMENTS = {
    Act.ADVANCE: "/advance",
    Act.NAME: "/stage case-study",
    Act.REJECT: "/reject no time for it",
    Act.WITHDRAW: "/withdraw",
    Act.HIRE: "/hire",
    Act.MISS: "/advnce",
}
MAY = {Who.WRITER: Permission.WRITE, Who.READER: Permission.READ, Who.TRIAGE: Permission.READ}
ENDS = {
    Act.END_LABEL: "hired",
    Act.REJECT: "rejected",
    Act.WITHDRAW: "withdrawn",
    Act.HIRE: "hired",
}
CASES = [(s, row.act, w, row.outcome) for row in TABLE for s in row.states for w in row.who]


def happens(act: Act, stage: str, who: Who) -> tuple[Issue, Request]:
    """The issue as it is then, and what the run was started by."""
    labels = [] if act is Act.UNLABEL else [f"stage:{stage}"]
    is_open = stage not in TERMINAL
    if act in {Act.CLOSE, Act.REOPEN}:
        is_open = act is Act.REOPEN
    if act in LABELS:
        labels.append(f"stage:{LABELS[act]}")
    issue = Issue(3, "t", block(candidate(stage)), is_open, ("job:engineer", WHO, *labels))
    if act in COMMENTS:
        text = COMMENTS[act]
        commands = tuple(read_commands(text))
        missed = near_miss(text)
        return issue, Request(
            "x", NOW, comment=9, commands=commands, missed=missed, permission=MAY[who]
        )
    action = "labeled" if act in LABELS else act.name
    return issue, Request("x", NOW, action, labels[-1] if labels else None)


@pytest.mark.parametrize(("state", "act", "who", "outcome"), CASES)
def test_a_row_is_what_the_code_decides(state: State, act: Act, who: Who, outcome: Outcome) -> None:
    """Where they stand afterwards, whether it is open, and whether something is said."""
    stage = STAGES[state]
    issue, request = happens(act, stage, who)
    plan = plan_move(issue, candidate(stage), request, {}, WRITER)
    edits = [action for action in plan.actions if isinstance(action, EditIssue)]
    told = any(isinstance(action, Comment) for action in plan.actions)
    after = read(edits[0].body or "").stage if edits else stage
    is_open = not edits[0].closed if edits and edits[0].closed is not None else issue.is_open
    assert told == (outcome in {Outcome.TOLD, Outcome.RIGHT_TOLD})
    assert is_open == (after not in TERMINAL)
    assert after == next(expected(stage, act, outcome))
    if edits and edits[0].labels is not None:
        assert [x for x in edits[0].labels if x.startswith("stage:")] == [f"stage:{after}"]
    elif outcome in {Outcome.RIGHT, Outcome.RIGHT_TOLD}:
        assert edits


def expected(stage: str, act: Act, outcome: Outcome) -> Iterator[str]:
    """The stage that an outcome means."""
    yield {
        Outcome.NEXT: "case-study",
        Outcome.THERE: "case-study",
        Outcome.END: ENDS.get(act, stage),
    }.get(outcome, stage)


def test_every_act_has_a_row_in_every_state_that_it_can_meet() -> None:
    """Closing what is closed and reopening what is open cannot happen."""
    met = {(state, act) for state, act, _, _ in CASES}
    cannot = {(State.ENDED, Act.CLOSE), (State.STAGE, Act.REOPEN), (State.LAST, Act.REOPEN)}
    assert met == {(state, act) for state in State for act in Act} - cannot
    keys = [(state, act, who) for state, act, who, _ in CASES]
    assert len(keys) == len(set(keys))
