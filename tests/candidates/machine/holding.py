"""What holds of every candidate whenever nothing is on its way any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis.stateful import invariant

from candidates.company import KEYS, REPOSITORY
from candidates.machine.company import Json
from candidates.machine.keepers import Keepers
from candidates.machine.people import MAILS, MINE, NAMES, THEIRS
from careers.github.answers import issue_of
from careers.hiring.explaining import note_of
from careers.hiring.forgetting.erased import read_erased
from careers.hiring.labels.names import stage_label
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import LetterState
from careers.hiring.scorecards.scorecard import read_card
from careers.process import TERMINAL

WORDS = (*NAMES, *MAILS, "letter-")


class Holding(Keepers):
    """Nobody is lost, emptied or forgotten too soon; no wish is lost."""

    @invariant()
    def holds(self) -> None:
        """What must hold once all is at rest."""
        if not self.sound:
            return
        known = self.standing()
        for number, before in self.known.items():
            assert number in known, f"#{number} was emptied"
            assert self._is_grown(before, known[number][1]), "history is only added to"
        for number, (issue, record) in known.items():
            self.first.setdefault(number, issue["body"])
            self.known[number] = record
            if record.duplicate_of:
                assert issue["state_reason"] == "duplicate"
            else:
                self._holds_for(issue, record)
                self._rated(record)
        told = "".join(self.text_of(number) for number in known)
        assert all(f"> {message}" in told for message in self.sent), "a letter is gone"
        self._answered()
        self._forgotten()
        self._boards()
        self.written_to()

    @staticmethod
    def _is_grown(before: Record, now: Record) -> bool:
        """Whether all that was told before is told still, in its order."""
        assert now.sequence >= before.sequence
        if now.earlier != before.earlier:
            return now.earlier > before.earlier
        told: Iterator[Entry] = iter(now.history)
        return all(any(entry == each for each in told) for entry in before.history)

    def _holds_for(self, issue: Json, record: Record) -> None:
        number = issue["number"]
        names = [label["name"] for label in issue["labels"]]
        stages = [name for name in names if name.startswith("stage:")]
        assert stages == [stage_label(record.stage)], "one stage label, as the record says"
        assert record.history[-1].to == record.stage
        assert (issue["state"] == "closed") == (record.stage in TERMINAL)
        if number in self.marked:
            assert MINE in issue["body"], "people's text is theirs"
        if -number in self.marked:
            assert THEIRS in names
        assigned = [person["login"] for person in issue["assignees"]]
        helping = {*([record.owner] if record.owner else []), *record.assigned}
        assert helping == {*assigned}, "whose move it is, and who helps"
        assert ("hold" in names) == (record.hold is not None)
        assert ("legal-hold" in names) == bool(record.keeping.held_by)
        if record.stage in TERMINAL:
            assert record.hold is None
            assert record.next_step is None
        assert self._card(issue) == record.stage, "the card is where they are"
        if wish := self.wish.pop(number, None):
            assert record.stage == wish, "the last wish wins"

    def _card(self, issue: Json) -> str:
        (value,) = (
            v for v in issue["issue_field_values"] if v["issue_field_id"] == self.fields["stage"]
        )
        return str(value["single_select_option"]["name"])

    def _rated(self, record: Record) -> None:
        """Each interviewer is asked once, and what is in is known to be."""
        asked = [(ref.stage, ref.who) for ref in record.cards]
        assert len(asked) == len({*asked})
        for ref in record.cards:
            issue = self.github.issue(REPOSITORY, ref.issue)
            card = read_card(issue["body"], ref.issue, KEYS)
            if card:
                assert bool(card.done) == bool(ref.done), "what is in is known to be"
                assert not ref.ratings or card.done

    def _answered(self) -> None:
        """What was mended and done has no answer left that says it was not."""
        known = self.standing()
        for said, number in self.mended.items():
            if number in self.silent:
                continue  # its conversation was locked for a while
            record = known[number][1]
            comments = self.github.comments(REPOSITORY, number)
            if any(x.comment == said and x.state is not LetterState.SENT for x in record.letters):
                continue  # it is answered once its letter went
            if record.was_spent(said):
                assert not [c for c in comments if c["body"].startswith(note_of(said))]
                (comment,) = (c for c in comments if c["id"] == said)
                assert (comment["reactions"]["confused"], comment["reactions"]["+1"]) == (0, 1)

    def forgotten(self, number: int, issue: Json, record: Record, text: str) -> None:
        """Who was erased was asked for, or had ended, was warned of, and nothing held them."""
        keeping, today = record.keeping, self.clock.now().date().isoformat()
        told = keeping.due and keeping.warned >= keeping.due and keeping.warned <= today
        if not record.duplicate_of:
            assert keeping.asked_by or (told and record.stage in TERMINAL), "erased too soon"
            assert not keeping.held_by, "a hold was passed over"
            assert "legal-hold" not in [label["name"] for label in issue["labels"]]
            assert keeping.asked_by or number not in self.wish, "a wish was passed over"
        self.let_go(number, text)
        self.erased[number] = record

    def _forgotten(self) -> None:
        """Nothing is left of who was erased, and nothing comes back."""
        for number in self.erased.keys() - self.deleted:
            issue = self.github.issue(REPOSITORY, number)
            assert read_erased(issue_of(issue), KEYS), f"#{number} was written to"
            assert issue["state"] == "closed"
            assert issue["labels"] == issue["issue_field_values"] == []
            assert not self._says(issue["title"] + self.text_of(number), WORDS)

    def _boards(self) -> None:
        """A job's issue names nobody."""
        for issue in self.github.issues(REPOSITORY):
            if "job-board" in [label["name"] for label in issue["labels"]]:
                assert not self._says(issue["body"], WORDS)

    @staticmethod
    def _says(text: str, words: Sequence[str]) -> list[str]:
        return [word for word in words if word in text]

    def written_to(self) -> None:
        """What holds of letters."""
