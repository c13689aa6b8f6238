"""The whole machine, with what holds of letters: none twice, none lost, none to the wrong one."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from email.utils import parseaddr

from candidates.company import KEYS
from candidates.machine.holding import Holding
from careers.hiring.correspondence.tags import tagged_number
from careers.hiring.hashes import person_hash
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import LetterState

_LONG = timedelta(days=3)


class Pipeline(Holding):
    """One repository; what must hold is held whenever nothing is on its way any more."""

    def written_to(self) -> None:
        """No letter twice, none to the wrong person, none after a stop."""
        taken = Counter(str(mail["Message-ID"]) for _, mail in self.post.taken)
        standing = {number: record for number, (_, record) in self.standing().items()}
        sent: set[str] = set()
        for record in [*standing.values(), *self.erased.values()]:
            again = sum(entry.reason.endswith("sent again") for entry in record.history)
            for letter in record.letters:
                sent.add(letter.message_id)
                if letter.state is LetterState.SENT:
                    arrived = any("it arrived" in entry.reason for entry in record.history)
                    assert taken[letter.message_id] + arrived >= 1
                if letter.state.gone:
                    assert taken[letter.message_id] <= 1 + again
                elif record.issue in standing:
                    assert not taken[letter.message_id], f"{letter.kind} went, and was stopped"
        for to, mail in self.post.taken:
            number = tagged_number(parseaddr(mail["Reply-To"])[1], KEYS) or 0
            known = standing.get(number) or self.erased[number]
            assert person_hash(KEYS.current.hashing, to) in {known.person, *known.also}
            known_letter = str(mail["Message-ID"]) in sent or number in self.erased
            assert known_letter, "a letter went that nobody knows"

    def come_to_rest(self) -> None:
        """None is lost: days later, with a mail server that takes all, none waits any more."""
        for _ in range(3):
            self.clock.forward(timedelta(days=2))
            self.tend()
        for _, record in self.standing().values():
            waits = [letter.kind for letter in record.letters if self._waits(record, letter.due)]
            late = [letter for letter in record.letters if letter.state is LetterState.SENDING]
            assert not waits, f"letters that nobody sends: {waits}"
            assert not late
        self.written_to()

    def _waits(self, record: Record, due: str) -> bool:
        """Whether a letter was due long ago, and stands so."""
        long_ago = self.clock.now() - _LONG
        return (
            not record.duplicate_of
            and any(x.due == due and x.state is LetterState.DUE for x in record.letters)
            and datetime.fromisoformat(due) < long_ago
        )
