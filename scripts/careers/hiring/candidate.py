"""A candidate as a decision sees them, and what a decision comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from careers.hiring.issues import Issue
from careers.hiring.labels.names import find_stage
from careers.hiring.minding.due import THEIRS
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.parts import NextStep
from careers.process import TERMINAL, current_name

_WORDS_MAX = 500
"""Characters of a line of history that somebody typed."""


@dataclass(frozen=True)
class Decision:
    """What the record is to become, and the words for its history. All else follows the record.

    ``answer`` is Markdown that a comment says to whoever asked; ``merges`` is the issue that the
    record was joined with, its line of history in it; what is ``final`` cannot be taken back;
    ``asks`` says that the answer is a question, which a box confirms, ``undoes`` that an act before
    it is taken back.
    """

    record: Record
    words: str = ""
    answer: str = ""
    merges: int = 0
    final: bool = False
    asks: bool = False
    undoes: bool = False


@dataclass(frozen=True)
class Explanation:
    """A comment in place of a decision.

    ``why`` is a word for the template ``comment``, which says it in its own words with ``values``,
    or else shows ``text``: Markdown in which what people typed is harmless already.
    """

    why: str
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """The issue and its record, in today's names of stages; ``renamed`` leads to them."""

    issue: Issue
    record: Record
    renamed: Mapping[str, str]

    @classmethod
    def of(cls, issue: Issue, record: Record, renamed: Mapping[str, str]) -> Candidate:
        """The candidate of an issue: a stage that was renamed is the same stage."""
        stages = tuple(dict.fromkeys(current_name(stage, renamed) for stage in record.stages))
        today = {"stages": stages, "stage": current_name(record.stage, renamed)}
        return cls(issue, record.model_copy(update=today), renamed)

    def find_stage(self, text: str) -> str | None:
        """The stage of this candidate's process that a label or a typed name means."""
        return find_stage(self.record.stages, text, self.renamed)

    @property
    def ended(self) -> bool:
        """Whether they were hired, rejected, or have withdrawn."""
        return self.record.stage in TERMINAL

    @property
    def entered(self) -> Entry:
        """The line of history by which they came to where they stand."""
        moves = (entry for entry in reversed(self.record.history) if entry.start != entry.to)
        return next(moves, self.record.history[-1])

    @property
    def last_stage(self) -> str:
        """The stage of the process where they stand, or stood before it ended."""
        stages = self.record.stages
        passed = (entry.to for entry in reversed(self.record.history) if entry.to in stages)
        return self.record.stage if not self.ended else next(passed, stages[0])

    def moved_to(self, stage: str, words: str = "", **ended: str) -> Decision:
        """The decision that puts them into a stage: what was next there, and a hold, are over.

        An offer that is out still waits for its answer. ``ended`` are the fields of the record that
        an end has.
        """
        answer = None if stage in TERMINAL else self._their_answer
        over = {"next_step": answer, "hold": None, "reason": "", "first_day": ""}
        changes = {} if stage == self.record.stage else {"stage": stage, **over}
        return self.changed(words, **(changes | ended))

    @property
    def _their_answer(self) -> NextStep | None:
        """The next step that is the candidate's answer to an offer; None where it is another."""
        step, offer = self.record.next_step, self.record.offer
        waits = offer is not None and offer.state == "sent"
        return step if waits and step and step.who == THEIRS else None

    def with_record(self, record: Record) -> Candidate:
        """The same candidate with another record."""
        return replace(self, record=record)

    def changed(self, words: str, **changes: object) -> Decision:
        """The decision that changes these fields of the record."""
        return Decision(self.record.model_copy(update=changes), words)

    def acted(
        self, decision: Decision, who: str, now: str, comment: int | None = None
    ) -> Candidate:
        """After a decision: its record, a line of history, and what an undo goes back to."""
        before, after = self.record, decision.record
        if decision.merges:
            return replace(self, record=after.model_copy(update={"before": None}))
        entry = Entry(
            when=now,
            who=who,
            start=before.stage,
            to=after.stage,
            reason=decision.words[:_WORDS_MAX],
            ref=comment,
            undoes=decision.undoes,
        )
        changes = {"before": None if decision.final else before.taken_back_from(after)}
        return replace(self, record=after.with_entry(entry).model_copy(update=changes))
