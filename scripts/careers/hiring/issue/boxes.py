"""The boxes of an issue: acts that a tick carries out, each a command written as a comment.

Only what the bot offered counts: a tick in the section ``next`` of an act that the signed record of
that text lists. Whose tick it is, the event that brought it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from careers.hiring.commands import commands_by_name
from careers.hiring.issue.sections import section
from careers.hiring.keys import Keys
from careers.hiring.outbox.inviting import asks_to_talk
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import LetterState
from careers.hiring.record.visits import since
from careers.hiring.request import Invocation, Ticked
from careers.hiring.settings import CandidatesSettings, StageRules
from careers.process import APPLIED, TERMINAL, spoken

_BOX = re.compile(
    r"^[ \t]*[-*+] \[(?P<mark>[ xX])\] <!-- do:(?P<act>[a-z0-9][a-z0-9 +-]{0,80}) -->",
    re.MULTILINE,
)
_REASONS = {
    "experience": "Too little experience for this job",
    "skills": "Other skills than this job needs",
    "location": "Not where this job can be done",
    "permit": "No permit to work, and none that we can get",
    "other-candidate": "Another candidate fits better",
    "spam": "Not an application",
}
_AT_FIRST = ("experience", "skills", "location", "permit", "spam")
_LATER = ("experience", "skills", "other-candidate")
_MOST = 6
SHIPPED = frozenset(CandidatesSettings().reasons)
"""The reasons that there are where the settings name none."""
_SOON = "+3d"


@dataclass(frozen=True, slots=True)
class Box:
    """One act, as a command without its slash, and what ``text`` says it does."""

    act: str
    text: str


@dataclass(frozen=True, slots=True)
class Boxes:
    """What is offered: what goes on, and what says no."""

    on: tuple[Box, ...] = ()
    no: tuple[Box, ...] = ()

    @property
    def acts(self) -> tuple[str, ...]:
        """All of it, as the record lists it."""
        return tuple(box.act for box in (*self.on, *self.no))


def boxes(
    record: Record,
    reasons: Collection[str],
    stages: Mapping[str, StageRules] | None = None,
    *,
    invites: bool = False,
) -> Boxes:
    """What can be done where a candidate stands; an end is never a box but for a no.

    ``reasons`` are those that the settings have, ``stages`` what is asked at each, ``invites`` says
    that whoever is moved on to a conversation gets a letter.
    """
    if record.stage in TERMINAL:
        return Boxes(on=_known(*_undoing(record), *_of_letters(record)))
    no = [
        Box(f"reject {name}", _REASONS.get(name, spoken(name)))
        for name in _offered(record, reasons)
    ]
    return Boxes(
        _known(
            *_of_letters(record),
            *_of_offer(record),
            *_going_on(record, stages or {}, invites=invites),
        ),
        _known(*no, Box("withdraw", "They withdrew")),
    )


def _undoing(record: Record) -> list[Box]:
    """An end is taken back as long as nobody was told."""
    # That a talk is off tells of no end.
    of_end = (x for x in record.letters if x.asked == since(record) and not x.calendar)
    told = any(letter.state.gone for letter in of_end)
    if record.before is None or told:
        return []
    before = record.before
    if before.stage == record.stage and before.reason != record.reason:
        return [Box("undo", f"Undo: back to the reason **{spoken(before.reason or 'none')}**")]
    spared = before.stage not in TERMINAL and any(x.waits for x in record.letters)
    nothing = ", nothing is sent" if spared else ""
    return [Box("undo", f"Undo: back to **{spoken(before.stage)}**{nothing}")]


def _of_letters(record: Record) -> list[Box]:
    """What a person must say of a letter, or may."""
    if any(letter.state is LetterState.UNCERTAIN for letter in record.letters):
        return [Box("letter arrived", "It arrived"), Box("letter again", "Send again")]
    if any(letter.blocked for letter in record.letters):
        return [Box("letter again", "Send again"), Box("letter off", "Send nothing")]
    if any(letter.waits for letter in record.letters):
        keep = Box("letter off", "Keep it so, send nothing: I tell them myself")
        return [keep, Box("letter now", "Send now")]
    return []


def _offered(record: Record, reasons: Collection[str]) -> list[str]:
    """The reasons that fit where they stand, and those of the company's own."""
    usual = _AT_FIRST if record.stage == APPLIED else _LATER
    return [*(n for n in usual if n in reasons), *(n for n in reasons if n not in SHIPPED)][:_MOST]


def _of_offer(record: Record) -> list[Box]:
    """What becomes of an offer that waits for an answer: the candidate's, or somebody's yes."""
    offer = record.offer
    if offer and offer.state == "asked":
        return [Box("approve", f"Approve offer {offer.version}; counts from whom it waits for")]
    if offer and offer.state == "sent":
        new = f"Write offer {offer.version + 1}; offer {offer.version} is void"
        return [
            Box("offer accepted", "Accepted"),
            Box("offer declined", "Declined"),
            Box("offer new", new),
        ]
    return []


def _opens(record: Record, stage: str, rules: StageRules | None) -> str:
    """What a stage waits for, said beside its box."""
    if rules is None:
        return ""
    there = sum(bool(card.done) for card in record.cards if card.stage == record.stage)
    left = rules.needs_scorecards - there
    waits = [f"{left} more scorecard{'s are' if left > 1 else ' is'} in"] if left > 0 else []
    approved = any(each.stage == stage for each in record.approvals)
    if rules.approvers and not approved:
        waits.append(f"{' or '.join(rules.approvers)} said yes")
    return f" · opens when {' and '.join(waits)}" if waits else ""


def _invited(stage: str, rules: StageRules | None, *, invites: bool) -> str:
    """That a letter goes with the move, said beside its box."""
    if not invites or not asks_to_talk(stage, rules):
        return ""
    return (
        "; the invitation goes with the booking link"
        if rules and rules.booking
        else ("; the invitation goes at once")
    )


def _going_on(record: Record, stages: Mapping[str, StageRules], *, invites: bool) -> list[Box]:
    made = [Box("hold off", "Take it up again")] if record.hold else []
    following = record.stages[record.stages.index(record.stage) + 1 :][:1]
    for name in following:
        rules = stages.get(name)
        told = _invited(name, rules, invites=invites) + _opens(record, name, rules)
        made.append(Box(f"stage {name}", f"On to **{spoken(name)}**{told}"))
    return made if record.hold else [*made, Box(f"next {_SOON}", "Give it three more working days")]


def _known(*made: Box) -> tuple[Box, ...]:
    """Those whose command there is."""
    return tuple(box for box in made if box.act.partition(" ")[0] in commands_by_name())


def ticked_boxes(body: str) -> tuple[str, ...]:
    """The acts whose boxes are ticked in a text, offered or not."""
    found = _BOX.finditer(section(body, "next"))
    return tuple(box["act"] for box in found if box["mark"] != " ")


def newly_ticked(before: str, after: str, number: int, keys: Keys) -> Ticked:
    """What an edit of a text ticked: nothing but what the record of the text before offered."""
    record = read_record(before, number, keys)
    if record is None:
        return Ticked()
    known = ticked_boxes(before)
    acts = (act for act in ticked_boxes(after) if act in record.offered and act not in known)
    return Ticked(tuple(dict.fromkeys(acts)), record.sequence)


def invocation(act: str) -> Invocation:
    """The command that a box stands for."""
    verb, _, text = act.partition(" ")
    command = commands_by_name()[verb]
    return Invocation(command.verb, text or command.names[verb])
