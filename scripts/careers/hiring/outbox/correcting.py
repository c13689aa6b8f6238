"""A correction of the address in the facts: it counts from an edit by somebody who may write."""

from __future__ import annotations

from careers.hiring.candidate import Candidate
from careers.hiring.hashes import person_hash
from careers.hiring.issue import facts
from careers.hiring.keys import Keys
from careers.hiring.outbox.recipient import deliverable
from careers.hiring.record.block import read_record
from careers.hiring.request import Permission, Request


def corrected_address(before: str, after: str, number: int, keys: Keys) -> str:
    """The address that an edit of an issue's text put into the facts; empty where it put none.

    Who pastes another issue's text over it, or an older one, corrects nothing.
    """
    record = read_record(before, number, keys)
    if record is None or read_record(after, number, keys) != record:
        return ""
    old, new = facts.email(before), deliverable(facts.email(after))
    return new if old and new and deliverable(old) != new else ""


def with_correction(candidate: Candidate, request: Request, keys: Keys) -> Candidate:
    """The candidate who is written to there from now on; the record knows it by its hash."""
    if not request.address or request.permission < Permission.WRITE:
        return candidate
    known = person_hash(keys.current.hashing, request.address)
    now_there = deliverable(facts.email(candidate.issue.body)) == request.address
    if not now_there or known == (candidate.record.corrected or candidate.record.person):
        return candidate
    decision = candidate.changed("corrected the address", corrected=known)
    after = candidate.acted(decision, request.who, request.now)
    # An address is no act that an undo takes back: it would bring a stage back with it.
    return after.with_record(after.record.model_copy(update={"before": candidate.record.before}))
