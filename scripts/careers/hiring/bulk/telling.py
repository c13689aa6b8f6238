"""By which letter those are told to whom a plan for many does something, and when it goes."""

from __future__ import annotations

from dataclasses import replace

from careers.hiring.bulk.acts import REJECT, TELL
from careers.hiring.bulk.plan import BulkPlan
from careers.hiring.outbox.moves import NO_LETTER
from careers.hiring.outbox.promises import STILL_DECIDING
from careers.hiring.outbox.timing import due_at, local
from careers.hiring.rules import Rules
from careers.letters import all_kinds

_CLOSE_CALL, _NOT_A_MATCH = "close-call", "not-a-match"


def told(plan: BulkPlan, rules: Rules, now: str) -> BulkPlan:
    """The plan that names its letter; as it is where none goes. ``now`` is in ISO 8601."""
    if plan.verb == TELL:
        return replace(plan, letter=_spelled(STILL_DECIDING))
    kind = rules.reasons[plan.text].letter if plan.verb == REJECT else NO_LETTER
    if kind == NO_LETTER or not rules.letters.sends(kind):
        return plan
    goes = local(due_at(all_kinds()[kind].when, now, rules.days, rules.letters), rules.days)
    # Before a talk nobody was close.
    named = (kind, _NOT_A_MATCH) if kind == _CLOSE_CALL else (kind,)
    return replace(plan, letter=" or ".join(map(_spelled, named)), goes=goes)


def _spelled(kind: str) -> str:
    return f"*{kind.replace('-', ' ')}*"
