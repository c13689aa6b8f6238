"""Makes the mail of a letter that is due, or says why it cannot go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from hashlib import sha256

from careers.hiring.correspondence.tags import message_id, tagged_address
from careers.hiring.interviews.parties import Parties, method_of
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.outbox.own_words import mailed
from careers.hiring.outbox.preview import Preview
from careers.hiring.outbox.recipient import recipient
from careers.hiring.outbox.truth import holds
from careers.hiring.outbox.values import Sources, optional_in
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import MOVED, Letter
from careers.letters import all_kinds
from careers.letters.support.broken import BrokenFileError
from careers.letters.support.message import Attached, Envelope, message
from careers.letters.support.wording import Letters, Unfilled, Wording
from careers.posting.posting import Posting

CalendarFile = Callable[[Record, Interview, Parties], bytes]
_CALENDAR = "text/calendar; charset=utf-8; method={}"


@dataclass(frozen=True)
class Unsendable:
    """Why a letter does not go: a word for the template ``letter_stopped``, and what is missing.

    ``told`` are the words and the cure for what is broken.
    """

    why: str
    missing: tuple[str, ...] = ()
    told: str = ""

    @property
    def code(self) -> str:
        """As the record holds it."""
        return " ".join((self.why, *self.missing))


@dataclass(frozen=True)
class Mail:
    """A mail, and to whom it goes."""

    content: EmailMessage
    sender: str
    to: str
    language: str


@dataclass(frozen=True)
class Composer:
    """What they are made of; ``postings`` by their names in labels, ``calendar`` makes a file."""

    letters: Letters
    sources: Sources
    postings: Mapping[str, Posting]
    keys: Keys
    calendar: CalendarFile

    def compose(
        self,
        issue: Issue,
        record: Record,
        letter: Letter,
        words: str = "",
        files: Sequence[Attached] = (),
    ) -> Mail | Unsendable:
        """The mail; ``words`` are the lines below `/reply`, as the comment has them now."""
        settings = self.sources.people.letters
        if not settings.sends(letter.kind):
            return Unsendable("off")
        if not holds(letter, record):
            return Unsendable(MOVED)
        if letter.text and digest_of(words) != letter.text:
            return Unsendable("edited")
        to = recipient(record, issue.body, self.keys)
        if not to:
            return Unsendable("address")
        made = self._worded(issue.body, record, letter, words)
        if isinstance(made, Unsendable):
            return made
        envelope = self._envelope(record, letter, to)
        attached = [*self._calendar(record, letter, to), *files]
        return Mail(message(made, envelope, attached), settings.address, to, made.language)

    def preview(self, body: str, record: Record, letter: Letter) -> Preview | None:
        """The letter as it would go now; None where it does not, or a comment has its words."""
        if letter.text or not self.sources.people.letters.sends(letter.kind):
            return None
        made = self._worded(body, record, letter, "")
        if isinstance(made, Unsendable):
            return Preview(missing=made.missing, broken=made.told)
        return Preview(made.subject, made.text)

    def _worded(
        self, body: str, record: Record, letter: Letter, words: str
    ) -> Wording | Unsendable:
        try:
            made = self._filled(body, record, letter, words)
        except BrokenFileError as error:
            return Unsendable("broken", (error.file,), f"{error}; {error.help}")
        return Unsendable("missing", made.missing) if isinstance(made, Unfilled) else made

    def _filled(self, body: str, record: Record, letter: Letter, words: str) -> Wording | Unfilled:
        language = self.language(record, letter)
        posting = self.postings.get(letter.posting or record.posting)
        spoken = self.letters.words(language)
        values = self.sources.values(letter, record, body, posting, spoken)
        if letter.text:
            values = {**values, "text": mailed(words)}
        return self.letters.fill(letter.kind, language, values, optional_in(letter, record))

    def _calendar(self, record: Record, letter: Letter, to: str) -> Iterator[Attached]:
        """The file of the interview that a letter is about, as it stands now."""
        settings, company = self.sources.people.letters, self.sources.settings.company.name
        parties = Parties(company, settings.sender, settings.address, to)
        for talk in record.interviews:
            if letter.calendar == str(talk.number):
                kind = _CALENDAR.format(method_of(talk))
                yield Attached("interview.ics", kind, self.calendar(record, talk, parties))

    def promise(self, letter: Letter, record: Record) -> str:
        """The day that the letter names as that of the next word, in ISO 8601; empty for none."""
        if "answer_by" not in all_kinds()[letter.kind].placeholders or letter.calls_off:
            return ""
        return letter.values.get("answer_by") or self.sources.answer_by(record)

    def message_id(self, record: Record, letter: Letter) -> str:
        """The letter's Message-ID: the same however often it is tried."""
        domain = self.sources.people.letters.address.rpartition("@")[2]
        nonce = sha256(f"{record.issue} {letter.id} {letter.asked}".encode()).hexdigest()[:8]
        return message_id(record.issue, letter.kind, f"{letter.id:x}{nonce}", domain, self.keys)

    def _envelope(self, record: Record, letter: Letter, to: str) -> Envelope:
        settings = self.sources.people.letters
        earlier = [x.message_id for x in record.letters if x.state.gone and x.id != letter.id]
        return Envelope(
            sender=settings.sender,
            address=settings.address,
            reply_to=tagged_address(settings.address, record.issue, self.keys),
            to=to,
            message_id=self.message_id(record, letter),
            sent=datetime.fromisoformat(self.sources.now),
            earlier=[known for known in earlier if known],
        )

    def language(self, record: Record, letter: Letter) -> str:
        """The language of a letter: the posting's, else the company's site's."""
        posting = self.postings.get(letter.posting or record.posting)
        site = self.sources.settings.site.language
        wanted = (posting.written_language if posting else None) or site
        return self.letters.language(wanted, letter.kind)


def digest_of(words: str) -> str:
    """What stands for the words below `/reply` in a record."""
    return sha256(" ".join(words.split()).encode()).hexdigest()[:32]
