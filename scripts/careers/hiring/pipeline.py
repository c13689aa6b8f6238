"""The state table: what becomes of a candidate, by where they stand, what happens, and who does it.

``docs/pipeline.md`` is made from it, and the tests hold each row against what the code decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from operator import attrgetter


class State(Enum):
    """Where a candidate stands."""

    STAGE = "in a stage"
    LAST = "in the last stage"
    ENDED = "ended"


class Act(Enum):
    """What happens."""

    LABEL = "a label of their process is set"
    END_LABEL = "the label of an end is set"
    HIRED_LABEL = "the label `stage:hired` is set, and no offer was accepted"
    DEMAND_LABEL = "the label of a stage is set whose demand is not met"
    FOREIGN = "a stage label is set that their process lacks"
    UNLABEL = "their stage label is taken off"
    CLOSE = "the issue is closed by hand"
    REOPEN = "the issue is reopened by hand, and nothing was done since it ended"
    REOPEN_LATE = "the issue is reopened by hand, and something was"
    ASSIGN_HAND = "somebody is assigned by hand"
    HOLD_LABEL = "the label `hold` is set"
    HOLD_UNLABEL = "the label `hold` of a candidate on hold is taken off"
    ADVANCE = "`/advance`"
    NAME = "`/stage NAME`"
    REJECT = "`/reject REASON`"
    WITHDRAW = "`/withdraw`"
    DEMANDED = "`/advance` to a stage whose demand is not met"
    ANYWAY = "`/advance anyway WHY` to a stage whose scorecards are missing"
    HIRE = "`/hire` after an offer was accepted"
    HIRE_EARLY = "`/hire` where the process has an offer, and none was accepted"
    INTERVIEW = "`/interview`"
    INTERVIEW_OFF = "`/interview off` of one that is set"
    OFFER = "`/offer send DATE`"
    ANSWER = "`/offer accepted`"
    APPROVE = "`/approve`"
    DUE = "`/next DATE`"
    HOLD = "`/hold DATE`"
    RESUME = "`/hold off` of a candidate on hold"
    ASSIGN = "`/assign @who`"
    UNDO = "`/undo` of an act"
    UNDO_NOTHING = "`/undo` where there is nothing to take back"
    JOB = "`/job SLUG`"
    MERGE = "`/merge #N`"
    SPLIT = "`/split` of an issue that is linked by its address"
    POOL = "`/pool UNTIL`"
    ERASE = "`/erase`"
    LEGAL_LABEL = "the label `legal-hold` is set"
    LEGAL_UNLABEL = "the label `legal-hold` is taken off"
    HELP = "`/help`"
    WRONG = "commands of which one is wrong"
    MISS = "what is nearly a command"


class Who(Enum):
    """Who does it: what somebody may do on GitHub, and the bot itself."""

    ADMIN = "an admin"
    WRITER = "whoever may write"
    READER = "whoever may only read"
    TRIAGE = "whoever may triage"
    MANAGER = "whoever manages the posting and may only read"
    APPROVER = "whoever is named to approve and may only read"


class Outcome(Enum):
    """What becomes of it."""

    NEXT = "moves one stage on"
    THERE = "moves there, and the issue is open"
    END = "ends, and the issue is closed"
    RIGHT = "stays; label and state are put right"
    BACK = "stands as before that act"
    OWNED = "stays; has another owner"
    DATED = "stays; has a next step with its day"
    HELD = "stays; nobody is reminded until that day"
    RESUMED = "stays; the hold is over"
    TALK = "stays; has an interview"
    NO_TALK = "stays; the interview is called off"
    OFFERED = "stays; has an offer"
    APPROVED = "stays; an offer goes out, or the next stage is open"
    SENT = "is a candidate of that job, in the same stage or in its first"
    SENT_BACK = "is a candidate of that job as one who has just applied; who was hired stays so"
    JOINED = "stands where the further of both stood; the other issue is closed"
    PARTED = "stays; the other issue is another person's"
    POOLED = "stays; is kept until that day"
    ASKED = "stays; a comment asks back, and its box has it erased"
    KEPT = "stays; must not be erased"
    FREED = "stays; may be erased"
    LISTED = "stays; a comment lists what can be done"
    TOLD = "stays; a comment says why and how"
    RIGHT_TOLD = "stays; put right, and a comment says why and how"
    NOTHING = "stays"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; ``states`` and ``who`` are all those it holds for."""

    states: tuple[State, ...]
    act: Act
    who: tuple[Who, ...]
    outcome: Outcome


_ALL = tuple(State)
_UNDER_WAY = (State.STAGE, State.LAST)
_ENDED = (State.ENDED,)
# GitHub lets whoever may triage set labels, close and reopen, and nobody below.
_LABELLERS = (Who.WRITER, Who.TRIAGE)
_NO_WRITERS = (Who.READER, Who.TRIAGE)
_MANAGERS = (Who.WRITER, Who.MANAGER)
_MANAGED = (Act.ADVANCE, Act.REJECT, Act.DUE, Act.ASSIGN)
_OTHERS = (Act.NAME, Act.WITHDRAW, Act.HIRE, Act.HOLD, Act.RESUME, Act.UNDO, Act.UNDO_NOTHING)
_TALKS = (Act.INTERVIEW, Act.OFFER, Act.ANSWER)
_RARE = (Act.JOB, Act.MERGE, Act.SPLIT, Act.POOL, Act.ERASE, Act.HELP, Act.WRONG)
_ANSWERED = (*_OTHERS, *_TALKS, *_RARE)

TABLE: tuple[Row, ...] = (
    Row(_ALL, Act.LABEL, _LABELLERS, Outcome.THERE),
    Row(_ALL, Act.END_LABEL, _LABELLERS, Outcome.END),
    Row(_ALL, Act.HIRED_LABEL, _LABELLERS, Outcome.RIGHT_TOLD),
    Row((State.STAGE,), Act.DEMAND_LABEL, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_ALL, Act.FOREIGN, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_ALL, Act.UNLABEL, _LABELLERS, Outcome.RIGHT),
    Row(_UNDER_WAY, Act.CLOSE, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_ENDED, Act.REOPEN, _LABELLERS, Outcome.BACK),
    Row(_ENDED, Act.REOPEN_LATE, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_ALL, Act.ASSIGN_HAND, _LABELLERS, Outcome.OWNED),
    Row(_ALL, Act.HOLD_LABEL, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_UNDER_WAY, Act.HOLD_UNLABEL, _LABELLERS, Outcome.RESUMED),
    Row((State.STAGE,), Act.ADVANCE, _MANAGERS, Outcome.NEXT),
    Row((State.LAST, State.ENDED), Act.ADVANCE, _MANAGERS, Outcome.TOLD),
    Row((State.STAGE,), Act.DEMANDED, _MANAGERS, Outcome.TOLD),
    Row((State.STAGE,), Act.ANYWAY, (Who.WRITER,), Outcome.NEXT),
    Row((State.STAGE,), Act.ANYWAY, (Who.MANAGER,), Outcome.TOLD),
    Row(_ALL, Act.NAME, (Who.WRITER,), Outcome.THERE),
    Row(_ALL, Act.REJECT, _MANAGERS, Outcome.END),
    Row(_ALL, Act.WITHDRAW, (Who.WRITER,), Outcome.END),
    Row(_ALL, Act.HIRE, (Who.WRITER,), Outcome.END),
    Row(_ALL, Act.HIRE_EARLY, (Who.WRITER,), Outcome.TOLD),
    Row(_UNDER_WAY, Act.INTERVIEW, (Who.WRITER,), Outcome.TALK),
    Row(_UNDER_WAY, Act.INTERVIEW_OFF, (Who.WRITER,), Outcome.NO_TALK),
    Row(_UNDER_WAY, Act.OFFER, (Who.WRITER,), Outcome.OFFERED),
    Row(_UNDER_WAY, Act.ANSWER, (Who.WRITER,), Outcome.OFFERED),
    *(Row(_ENDED, act, (Who.WRITER,), Outcome.TOLD) for act in _TALKS),
    Row(_UNDER_WAY, Act.APPROVE, (Who.APPROVER,), Outcome.APPROVED),
    Row(_UNDER_WAY, Act.APPROVE, (Who.WRITER,), Outcome.TOLD),
    Row(_ENDED, Act.APPROVE, (Who.APPROVER, Who.WRITER), Outcome.TOLD),
    Row(_UNDER_WAY, Act.DUE, _MANAGERS, Outcome.DATED),
    Row(_ENDED, Act.DUE, _MANAGERS, Outcome.TOLD),
    Row(_UNDER_WAY, Act.HOLD, (Who.WRITER,), Outcome.HELD),
    Row(_ENDED, Act.HOLD, (Who.WRITER,), Outcome.TOLD),
    Row(_UNDER_WAY, Act.RESUME, (Who.WRITER,), Outcome.RESUMED),
    Row(_ALL, Act.ASSIGN, _MANAGERS, Outcome.OWNED),
    Row(_ALL, Act.UNDO, (Who.WRITER,), Outcome.BACK),
    Row(_ALL, Act.UNDO_NOTHING, (Who.WRITER,), Outcome.TOLD),
    Row((State.STAGE, State.LAST), Act.JOB, (Who.WRITER,), Outcome.SENT),
    Row((State.ENDED,), Act.JOB, (Who.WRITER,), Outcome.SENT_BACK),
    Row(_ALL, Act.MERGE, (Who.WRITER,), Outcome.JOINED),
    Row(_ALL, Act.SPLIT, (Who.WRITER,), Outcome.PARTED),
    Row(_ALL, Act.POOL, (Who.WRITER,), Outcome.POOLED),
    Row(_ALL, Act.ERASE, (Who.ADMIN,), Outcome.ASKED),
    Row(_ALL, Act.ERASE, (Who.WRITER,), Outcome.TOLD),
    Row(_ALL, Act.LEGAL_LABEL, (Who.WRITER,), Outcome.KEPT),
    Row(_ALL, Act.LEGAL_LABEL, (Who.TRIAGE,), Outcome.RIGHT_TOLD),
    Row(_ALL, Act.LEGAL_UNLABEL, (Who.ADMIN,), Outcome.FREED),
    Row(_ALL, Act.LEGAL_UNLABEL, _LABELLERS, Outcome.RIGHT_TOLD),
    Row(_ALL, Act.HELP, (Who.WRITER,), Outcome.LISTED),
    Row(_ALL, Act.WRONG, (Who.WRITER,), Outcome.TOLD),
    *(
        Row(_UNDER_WAY if act is Act.RESUME else _ALL, act, who, Outcome.TOLD)
        for acts, who in ((_MANAGED, _NO_WRITERS), (_ANSWERED, (*_NO_WRITERS, Who.MANAGER)))
        for act in acts
    ),
    Row(_ALL, Act.MISS, _MANAGERS, Outcome.TOLD),
    Row(_ALL, Act.MISS, _NO_WRITERS, Outcome.NOTHING),
)


def page() -> str:
    """The table as ``docs/pipeline.md`` has it, with its diagram."""
    rows = [
        f"| {_said(states, len(State))} | {', '.join(row.act.value for row in rows)} | "
        f"{_said(who, len(Who))} | {outcome.value} |"
        for (states, who, outcome), rows in groupby(TABLE, attrgetter("states", "who", "outcome"))
    ]
    return _PAGE.format("\n".join(rows))


def _said(values: tuple[State, ...] | tuple[Who, ...], every: int) -> str:
    return "any" if len(values) == every else ", ".join(value.value for value in values)


_PAGE = """<!-- Generated by `careers docs` from scripts/careers/hiring/pipeline.py. -->
# The pipeline

```mermaid
stateDiagram-v2
    [*] --> applied: an application
    applied --> stages: label, /advance, /stage
    stages --> stages: label, /advance, /stage
    stages --> hired: label, /hire
    applied --> rejected: label, /reject
    stages --> rejected: label, /reject
    applied --> withdrawn: label, /withdraw
    stages --> withdrawn: label, /withdraw
    hired --> stages: label, /stage, /undo
    rejected --> stages: label, /stage, /undo
    withdrawn --> stages: label, /stage, /undo
```

`hired`, `rejected` and `withdrawn` are ends: their issues are closed, all others are open. What
somebody did last wins, by the order of the issue's own events, however late, doubled or out of
order the runs are that follow them. Of a comment's commands (five at most) all are done, or none.

| a candidate | when | by | then |
|---|---|---|---|
{}

Who may only read cannot set labels, close or reopen: GitHub refuses it. A second letter of the same
person moves nobody, whatever the state; it is kept, and said in a comment. What the bot does itself
asks for nothing.
"""
