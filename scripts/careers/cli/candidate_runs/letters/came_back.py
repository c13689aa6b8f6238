"""Says in a candidate's issue that a letter of ours could not be delivered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from careers.cli.support.candidates import now, timestamp
from careers.github.repository import Repository
from careers.hiring.correspondence.tags import SentLetter
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.outbox.composing import Unsendable
from careers.hiring.outbox.writing import LetterWriter, Written
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState

Pair = tuple[Issue, Record]


def of_letters(
    repository: Repository, letters: Iterable[SentLetter], writer: IssueWriter
) -> Iterator[Written]:
    """What says it of letters that a bounce names by our Message-IDs, once of each."""
    for sent in letters:
        pair = _read(repository, sent.number, writer)
        known = pair[1].letters if pair else ()
        letter = next((x for x in known if x.message_id == sent.message_id), None)
        if pair and letter and letter.state.gone:
            why, moment = Unsendable("came-back"), timestamp(now())
            yield LetterWriter(writer).stopped(*pair, letter, why, moment)


def of_address(
    repository: Repository, numbers: Sequence[int], writer: IssueWriter
) -> Iterator[Written]:
    """What asks it of the last letter that went to one of these candidates.

    Anybody can write such a bounce: the letter counts as gone on, and a person says what is so.
    """
    pairs = [pair for number in numbers if (pair := _read(repository, number, writer))]
    last = [(pair, letter) for pair in pairs if (letter := _last(pair[1]))]
    if not last:
        return
    pair, letter = max(last, key=lambda found: found[1].day)
    if letter.state is LetterState.SENT:
        yield LetterWriter(writer).doubted(*pair, letter, timestamp(now()))


def _read(repository: Repository, number: int, writer: IssueWriter) -> Pair | None:
    issue = repository.find(number)
    record = issue and read_record(issue.body, issue.number, writer.keys)
    return (issue, record) if issue and record else None


def _last(record: Record) -> Letter | None:
    """The letter that they had last, or that came back."""
    had = (x for x in record.letters if x.state.gone or x.why == "came-back")
    return max(had, key=lambda letter: (letter.day, letter.id), default=None)
