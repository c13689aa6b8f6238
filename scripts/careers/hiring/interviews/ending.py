"""When a talk of somebody whose process has ended is called off: with the no, and in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from careers.hiring.outbox.timing import due_at
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record
from careers.hiring.record.visits import since
from careers.hiring.rules import Rules
from careers.letters import all_kinds
from careers.letters.support.standing import Standing
from careers.letters.support.when import When
from careers.process import REJECTED, TERMINAL

KIND = "interview"
_AHEAD = timedelta(days=1)
"""Before a talk by which nobody waits longer for the no: who is not told would come to it."""


def is_to_be_called_off(record: Record, talk: Interview, rules: Rules, now: str) -> bool:
    """Whether a talk to come is called off now.

    A cancellation tells whoever was rejected: it waits for the no, or where no letter says one, as
    long as a letter would. A day before the talk it waits no longer.
    """
    if talk.off or talk.start <= now or record.stage not in TERMINAL:
        return False
    silent = record.stage == REJECTED and rules.letters.sends(KIND)
    if not silent or _day_before(talk) <= now:
        return True
    came = since(record)
    noes = [x for x in record.letters if x.asked >= came and _is_no(x.kind)]
    if any(letter.state.gone for letter in noes):
        return True
    waits = any(letter.state.pending for letter in noes)
    return not waits and due_at(When.NEXT_DAYS, came, rules.days, rules.letters) <= now


def _is_no(kind: str) -> bool:
    return all_kinds()[kind].standing is Standing.REJECTED


def _day_before(talk: Interview) -> str:
    moment = datetime.fromisoformat(talk.start) - _AHEAD
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
