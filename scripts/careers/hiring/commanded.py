"""Decides what a command comes to: a stage, or a comment that says why not."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from careers.hiring.actions import Comment
from careers.hiring.case import Case, Goal
from careers.hiring.commands import ADVANCE, HIRE, REJECT, STAGE, WITHDRAW, Command
from careers.hiring.names import slug
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN


def commanded(case: Case) -> Goal | Comment:
    """Where the candidate is to stand after the commands of one comment."""
    asked, stage = case.asked, case.record.stage
    if not asked.may_write:
        return case.explain("refused", login=asked.who)
    if len(asked.commands) > 1:
        return case.explain("several", count=len(asked.commands))
    command = asked.commands[0]
    goal = _goal(case, command)
    if isinstance(goal, Comment):
        return goal
    if goal.stage == stage:
        return case.explain("already")
    return replace(goal, ref=asked.comment)


def _goal(case: Case, command: Command) -> Goal | Comment:
    if command.verb == STAGE:
        found = case.stage(command.text)
        return Goal(found) if found else _unknown(case, command.text)
    if command.verb == ADVANCE:
        return _advanced(case, command.text)
    if command.verb == REJECT and not command.text:
        return case.explain("reason")
    ends = {REJECT: REJECTED, WITHDRAW: WITHDRAWN, HIRE: HIRED}
    return Goal(ends[command.verb], command.text)


def _unknown(case: Case, name: str) -> Comment:
    if not name:
        return case.explain("nameless")
    near = get_close_matches(slug(name), [*case.record.stages, *TERMINAL], n=1, cutoff=0.5)
    return case.explain("unknown", name=name[:100], nearest=near[0] if near else None)


def _advanced(case: Case, reason: str) -> Goal | Comment:
    record = case.record
    if record.stage not in record.stages:
        return case.explain("ended")
    place = record.stages.index(record.stage) + 1
    if place == len(record.stages):
        return case.explain("last")
    return Goal(record.stages[place], reason)
