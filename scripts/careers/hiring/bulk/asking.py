"""Reads what a comment or a box on a job's issue asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256

from careers.hiring.bulk.acts import ASSIGN, REJECT, TELL
from careers.hiring.bulk.boxes import OVERDUE, closing_reason
from careers.hiring.bulk.plan import BulkPlan
from careers.hiring.comments import command_lines, near_miss
from careers.hiring.issue.quoting import code_list
from careers.hiring.labels.names import normalize_stage
from careers.hiring.overview.job import JobFacts
from careers.hiring.rules import Rules
from careers.process import APPLIED

HELP = """On a job's issue, each alone on its line; what touches many is planned first:

- `/reject-all STAGE REASON` says no to all who are in a stage
- `/reject-all not-reviewed REASON` says no to all who applied and whom nobody has looked at
- `/assign @who` gives all who are nobody's to somebody
- `/remind` names the owners of what is overdue, in one comment
- `/help` shows this

Boxes at the end of the issue plan the rest: tell all who wait too long, close the job."""
COMMANDS = ("reject-all", "assign", "remind", "help")
_UNREAD = "not-reviewed"
_UNKNOWN = "that is no command here. `/help` shows those of a job's issue."
_SOON = 3
"""Working days more that whoever waits too long is told of, as by a candidate's own box."""
_LOGIN = re.compile(r"@?([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})")


@dataclass(frozen=True, slots=True)
class Reminding:
    """The owners of what is overdue are to be named."""


@dataclass(frozen=True, slots=True)
class BulkAnswer:
    """What is said in place of a plan, Markdown in which nothing typed stands; empty: nothing."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class Asking:
    """On which job's issue, and what the company decided; ``now`` is in ISO 8601.

    ``source`` tells one cause of a plan from another: a comment, a tick.
    """

    job: str
    source: str
    stages: tuple[str, ...]
    rules: Rules
    now: str

    def read(self, text: str) -> BulkPlan | Reminding | BulkAnswer | None:
        """The plan that is asked for, not yet with those it is about; None where nothing is."""
        lines = [(re.sub("[-_]", "", w.casefold()), rest) for w, rest in command_lines(text)]
        if not lines:
            return self._missed(text)
        if len(lines) > 1:
            return BulkAnswer("Not done: one command a comment here. Edit your comment.")
        verb, rest = lines[0]
        acts = {"rejectall": self._rejecting, "assign": self._assigning}
        if verb in acts:
            return acts[verb](rest)
        if verb == "remind":
            return Reminding()
        if verb == "help":
            return BulkAnswer(HELP, done=True)
        return self._missed(text) or BulkAnswer(f"Not done: {_UNKNOWN}")

    def _missed(self, text: str) -> BulkAnswer | None:
        """What is said to what is nearly a command, which is never acted on."""
        miss = near_miss(text, COMMANDS)
        if miss is None:
            return None
        if miss.alone:
            alone = f"put `/{miss.near}` on its own"
            told = f"a command stands alone on its line. Edit your comment: {alone}."
        elif miss.near:
            told = f"`{miss.text}` is no command here. Did you mean `/{miss.near}`?"
        else:
            told = _UNKNOWN
        return BulkAnswer(f"Not done: {told}")

    def ticked(self, act: str, job: JobFacts | None, pull: str = "", *, filled: bool) -> BulkPlan:
        """The plan that a box asks for: more time for who is late, or an end of the job.

        ``pull`` is the address of the pull request that closes its posting, where there is one.
        """
        if act == OVERDUE:
            days = self.rules.days
            return self._plan(TELL, days.after(days.day_of(self.now), _SOON).isoformat())
        reason = closing_reason(self.rules.reasons, filled=filled)
        return replace(self._plan(REJECT, reason), lead=_closing(job, pull))

    def _plan(self, verb: str, text: str, stage: str = "") -> BulkPlan:
        made = sha256(f"{self.job} {self.source}".encode()).hexdigest()[:4]
        where = APPLIED if stage == _UNREAD else stage
        return BulkPlan(made, self.job, verb, text, self.now, where, unread=stage == _UNREAD)

    def _assigning(self, text: str) -> BulkPlan | BulkAnswer:
        found = _LOGIN.fullmatch(text.strip())
        if not found:
            return BulkAnswer("Not done: to whom? `/assign @who`. Edit your comment.")
        return self._plan(ASSIGN, f"@{found[1]}")

    def _rejecting(self, text: str) -> BulkPlan | BulkAnswer:
        words = text.split()
        for count in range(len(words), 0, -1):
            stage = normalize_stage(" ".join(words[:count]))
            if stage in {*self.stages, _UNREAD}:
                reason, rest = self.rules.read_reason(" ".join(words[count:]))
                if reason and not rest:
                    return self._plan(REJECT, reason, stage)
                known = code_list(self.rules.reasons)
                return BulkAnswer(f"Not done: say why in one word: {known}. Edit your comment.")
        known = code_list((*self.stages, _UNREAD))
        cure = "`/reject-all STAGE REASON`. Edit your comment."
        return BulkAnswer(f"Not done: which stage? {known}. {cure}")


def _closing(job: JobFacts | None, pull: str) -> str:
    """What is to be done about the posting itself: nothing closes by itself."""
    if job is None or not job.is_open:
        return ""
    if pull:
        merge = f"merge [its pull request]({pull}), which closes the posting"
        return f"**To close the job:** {merge}. Then, for who is still here:"
    posting = f"[Edit the posting]({job.edit})" if job.edit else "Edit the posting"
    return f"**To close the job:** {posting}: `status: closed`. Then, for who is still here:"
