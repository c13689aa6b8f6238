"""Which talks stand once two issues of one person are one: not two of one stage."""

from __future__ import annotations

from careers.hiring.interviews.planning import without_talk
from careers.hiring.record.model import Record
from careers.hiring.rules import Rules


def without_doubled_talks(merged: Record, before: Record, rules: Rules, now: str) -> Record:
    """The merged record, a talk of the other called off where this one has one in that stage.

    ``before`` is the record that the other was merged into.
    """
    mine = {talk.number for talk in before.interviews}
    ahead = [talk for talk in merged.interviews if not talk.off and talk.end > now]
    kept = {talk.stage for talk in ahead if talk.number in mine}
    made = merged
    for talk in ahead:
        if talk.number not in mine and talk.stage in kept:
            made = without_talk(made, talk, rules, now)
    return made.model_copy(update={"next_step": merged.next_step})
