"""What belongs to no candidate: signed in the body of a closed issue, ``State: tend`` and its like.

One issue a group of runs, written by that group alone. A lost one is written anew, from what is
there: it keeps only what saves looking far back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pydantic import Field, ValidationError

from careers.hiring.actions import CreateIssue, EditIssue
from careers.hiring.issues import Issue
from careers.hiring.keys import Key, Keys
from careers.hiring.record.block import read_signed, signed
from careers.hiring.record.parts import Part

_TITLE = "State: {}"
_TEXT = (
    "_The bot keeps here what belongs to no candidate. Leave it closed: it is found again here._"
)
_STATE = re.compile(r"^<!-- careers:state (\{.*\}) -->$", re.MULTILINE)
_VERSION = 2


class GroupState(Part):
    """What a group of runs keeps. ``cursors`` say how far each of its lists was read.

    ``sequence`` counts the writes, ``marks`` name what was said or done once.
    """

    group: str
    issue: int = 0
    sequence: int = 0
    last_run: str = ""
    cursors: Mapping[str, str] = Field(default_factory=dict)
    marks: tuple[str, ...] = ()

    def block(self, key: Key) -> str:
        """The line that ``read_state`` reads."""
        fields = {"version": _VERSION, **self.model_dump()}
        return f"<!-- careers:state {signed(fields, key)} -->"


def read_state(issue: Issue, group: str, keys: Keys) -> GroupState | None:
    """The state of a group in an issue; None where nothing in it was signed for them and there.

    What opened the issue was signed before it had a number, and counts where a bot opened it.
    """
    for text in _STATE.findall(issue.body):
        fields = read_signed(text, keys)
        if fields is None or fields.pop("version", 0) != _VERSION:
            continue
        try:
            state = GroupState.model_validate(fields)
        except ValidationError:
            continue
        bound = state.issue == issue.number or (not state.issue and issue.by_bot)
        if bound and state.group == group:
            return state
    return None


def find_state(issues: Iterable[Issue], group: str, keys: Keys) -> tuple[Issue | None, GroupState]:
    """The newest of a group among issues, with its issue; an empty one where there is none."""
    found = ((issue, read_state(issue, group, keys)) for issue in issues)
    known = [(issue, state) for issue, state in found if state]
    if not known:
        return None, GroupState(group=group)
    return max(known, key=lambda pair: pair[1].sequence)


def open_state(state: GroupState, key: Key) -> CreateIssue:
    """The request that opens the issue of a group, which ``write_state`` then closes."""
    body = f"{_TEXT}\n\n{GroupState(group=state.group).block(key)}\n"
    return CreateIssue(_TITLE.format(state.group), body, ())


def write_state(state: GroupState, issue: Issue, key: Key) -> EditIssue:
    """The request that writes a state into its issue, and closes it."""
    changes = {"issue": issue.number, "sequence": state.sequence + 1}
    body = f"{_TEXT}\n\n{state.model_copy(update=changes).block(key)}\n"
    closed, reason = (True, "completed") if issue.is_open else (None, None)
    what = f"keep the state of {state.group}"
    return EditIssue(issue.number, what, body=body, closed=closed, reason=reason)
