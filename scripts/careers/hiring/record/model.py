"""The record: what the system knows of a candidate. Labels are a view of it for people."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from careers.hiring.record.files import KeptFile
from careers.hiring.record.interviewing import Approval, Interview, ScorecardRef, Shown
from careers.hiring.record.keeping import Keeping
from careers.hiring.record.outbox import Letter
from careers.hiring.record.parts import Day, Hold, NextStep, Offer, Part, Referral, Standing

Digest = Annotated[str, Field(pattern="^[0-9a-f]{16,64}$")]
HISTORY_KEPT = 50
"""Entries that a record holds; older ones go on in comments, chained by ``chain``."""
_SPENT_KEPT = 200
_TICKED_KEPT = 20


class Entry(Part):
    """One line of history. ``ref`` is the comment that asked for it; ``start`` is None at first.

    ``undoes`` says that it takes back what was done since they came to ``to``: that counts nowhere.
    """

    when: str
    who: str
    start: Annotated[str | None, Field(alias="from")] = None
    to: str
    reason: str = ""
    ref: int | None = None
    undoes: Annotated[bool, Field(repr=False)] = False


class Record(Part):
    """One candidate at one posting. ``stages`` are pinned as they stood at the application.

    ``issue`` is the number that it is bound to, ``sequence`` counts its writes, ``seen`` is the
    newest of the issue's events that a decision knew, ``spent`` the comments that were carried out,
    ``other_names`` issues of the same address, ``also`` hashes of people and names that were merged
    into it, ``name`` a hash as ``person`` is (empty where version 1 did not tell), ``before`` how
    things stood before the last act (None where there is nothing to take back). ``offered`` are the
    boxes of the text, each a command without its slash, ``ticked`` those that were carried out,
    ``flags`` what a person should look at, ``hints`` issues that may be the same person's,
    ``apart`` those that somebody said are another's,
    ``interviewers`` the posting's, ``assigned`` those of the present stage, ``reminded`` what was
    said because it was late, ``interviews`` the talks that were set, ``cards`` the scorecards that
    were asked for, ``let_go`` those for which nobody waits, ``shown`` their summaries,
    ``approvals`` who said yes to a stage. ``keeping`` says how long it is kept. ``letters`` are the
    newest of those to the candidate, ``corrected`` is the hash of the address that somebody who may
    put in the place of the one they gave. ``referral`` says who is said to have sent them.
    ``owner``, ``next_step``, ``hold``, ``reason``, ``first_day`` and ``offer`` are those of
    ``Standing``.
    """

    version: Literal[2] = 2
    issue: int = 0
    sequence: int = 0
    person: Digest
    name: str = ""
    applications: tuple[Digest, ...]
    posting: str
    title: str
    commit: str = ""
    url: str = ""
    source: str = "site"
    late: bool = False
    stages: Annotated[tuple[str, ...], Field(min_length=1)]
    stage: str
    history: Annotated[tuple[Entry, ...], Field(min_length=1)]
    earlier: int = 0
    chain: str = ""
    linked: tuple[int, ...] = ()
    other_names: tuple[int, ...] = ()
    also: tuple[Digest, ...] = ()
    seen: int = 0
    spent: tuple[int, ...] = ()
    duplicate_of: int = 0
    owner: str = ""
    next_step: NextStep | None = None
    hold: Hold | None = None
    reason: str = ""
    first_day: Day = ""
    offer: Offer | None = None
    before: Standing | None = None
    reminded: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()
    hints: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()
    files: tuple[KeptFile, ...] = ()
    keeping: Keeping = Keeping()
    interviews: tuple[Interview, ...] = ()
    cards: tuple[ScorecardRef, ...] = ()
    let_go: tuple[ScorecardRef, ...] = ()
    shown: tuple[Shown, ...] = ()
    approvals: tuple[Approval, ...] = ()
    letters: tuple[Letter, ...] = ()
    corrected: str = ""
    referral: Referral | None = None

    def was_ticked(self, keys: tuple[str, ...]) -> bool:
        """Whether a box was carried out before."""
        return bool(set(keys) & set(self.ticked))

    def with_ticks(self, keys: tuple[str, ...]) -> Record:
        """The record after the boxes of these keys were carried out."""
        return self.model_copy(update={"ticked": (*self.ticked, *keys)[-_TICKED_KEPT:]})

    @property
    def standing(self) -> Standing:
        """What an act may change, as it is now."""
        return Standing(**{name: getattr(self, name) for name in Standing.model_fields})

    def taken_back_from(self, after: Record) -> Standing | None:
        """What an undo puts back once this became ``after``: an act that it knows, or the last."""
        return self.before if after.standing == self.standing else self.standing

    def with_standing(self, standing: Standing) -> Record:
        """The record as things stood then."""
        changes = {name: getattr(standing, name) for name in Standing.model_fields}
        return self.model_copy(update=changes)

    def with_entry(self, entry: Entry) -> Record:
        """The record after one more line of history; a comment that asked for it is spent."""
        spent = (*self.spent, entry.ref)[-_SPENT_KEPT:] if entry.ref else self.spent
        changes = {"history": (*self.history, entry), "spent": spent, "stage": entry.to}
        return self.model_copy(update=changes)

    def was_spent(self, comment: int | None) -> bool:
        """Whether a comment was carried out before."""
        return comment is not None and comment in self.spent

    def shortened(self, kept: int = HISTORY_KEPT) -> tuple[Record, tuple[Entry, ...]]:
        """The record with its newest entries alone, and those that are to be kept elsewhere."""
        old = self.history[: max(0, len(self.history) - kept)]
        if not old:
            return self, ()
        told = json.dumps([e.model_dump(by_alias=True) for e in old], sort_keys=True)
        changes = {
            "history": self.history[len(old) :],
            "earlier": self.earlier + len(old),
            "chain": sha256(f"{self.chain} {told}".encode()).hexdigest()[:32],
        }
        return self.model_copy(update=changes), old
