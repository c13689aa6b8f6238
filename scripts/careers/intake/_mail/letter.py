"""A mail as a letter: whose it is, for which job, what it says, and what it carries."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from careers.application import Application, SentFile, read_application
from careers.application.values import line
from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.attached import attached, layers, quoted
from careers.intake._mail.boards import Posted, labelled, posted, posted_by
from careers.intake._mail.doubts import doubt, takes_back
from careers.intake._mail.forwarded import Within, letter_within, within
from careers.intake._mail.job import job_of, tag_of, title_in
from careers.intake._mail.kinds import why_no_application
from careers.intake._mail.notes import notes_on
from careers.intake._mail.people import (
    Person,
    is_machine,
    is_no_reply,
    is_of_team,
    sender_of,
    writer_of,
)
from careers.intake._mail.programs import is_notice
from careers.intake._mail.quotes import without_quotes
from careers.intake._mail.reading.bodies import content_of
from careers.intake._mail.reading.message import Attachment, Mail
from careers.intake._mail.results import is_unconfirmed
from careers.intake._mail.spam import is_spam
from careers.intake._refusals import refuse
from careers.text.diagnostics import CareersError


@dataclass(frozen=True, slots=True)
class MailLetter:
    """A mail that somebody may apply by; it becomes an application by the mailbox's settings."""

    mail: Mail

    def application(self, settings: MailSettings) -> Application:
        """The application. Raises Unwanted for a machine's mail, CareersError for an incomplete."""
        board = posted(self.mail, settings)
        if why := why_no_application(self.mail, from_board=board is not None):
            refuse(why)
        if is_notice(self.mail, settings, board):
            refuse("a program writes, and names nobody who applies")
        fields = self.fields(settings, board)
        if is_spam(self.mail, aims=self._aims(settings)):
            refuse("it is marked as spam")
        if why := doubt(self.mail, settings):
            raise CareersError(why, "see whose letter it is, and complete the fields", status=1)
        if not board and takes_back(self.mail):
            why = "it seems to take an application back"
            raise CareersError(why, "`/withdraw` ends one, in the candidate's issue", status=1)
        return read_application(fields, relayed=not fields["email"] and fields["source"] != "email")

    @property
    def confirmed(self) -> bool:
        """False where the mail server, asked for the sender, did not confirm them."""
        return not is_unconfirmed(self.mail)

    def _aims(self, settings: MailSettings) -> bool:
        """Whether it names a job by a mark of ours, speaks of applying, or carries a file."""
        subject = self.mail.header("Subject").strip()
        tag = tag_of(self.mail, sender_of(self.mail), settings)
        return bool(tag or self.files()) or title_in(subject, "") != subject

    def fields(self, settings: MailSettings, board: Posted | None = None) -> dict[str, Any]:
        """The fields of an application, as far as the mail has them."""
        mail = self.mail
        inner = None if board else letter_within(mail, settings)
        if inner:
            board = posted_by(inner.person, inner.subject, inner.text, settings)
            if board and not board.name and not is_of_team(sender_of(mail), mail, settings):
                inner = board = None  # a board's notice to the applicant
        if doubt(self.mail, settings) and not board:
            return self._of_nobody(settings)
        person = _applicant(mail, settings, board, inner)
        text = inner.text if inner else mail.text
        own = text if inner or not _is_answer(mail) else without_quotes(text)
        subjects = [mail.header("Subject"), *([inner.subject] if inner else [])]
        job = tag_of(mail, person, settings) or (board and board.posting)
        job = job or job_of(mail, person, settings, subjects)
        return {
            "posting": job,
            "name": person.called if person.address or person.name else "",
            "email": person.address,
            "phone": board.phone if board else "",
            "message": own,
            "whole": text if own != text else "",
            "submitted": mail.sent(),
            "id": f"mail:{self.digest}",
            "source": board.board if board else "referral" if inner else "email",
            "answers": self._beside(person, inner),
            "files": self._sent_files(inner),
        }

    def _of_nobody(self, settings: MailSettings) -> dict[str, Any]:
        """The fields where it cannot be told whose letter it is: everything, and no person."""
        mail = self.mail
        job = job_of(mail, Person("", ""), settings, [mail.header("Subject")])
        fields = {"posting": job, "name": "", "email": "", "phone": "", "message": mail.text}
        beside = {"Sent on by": sender_of(mail).shown, **self._beside(sender_of(mail), None)}
        more = {"whole": "", "submitted": mail.sent(), "id": f"mail:{self.digest}"}
        files = self._sent_files(None)
        return {**fields, **more, "source": "email", "answers": beside, "files": files}

    def _sent_files(self, inner: Within | None) -> list[SentFile]:
        return [
            SentFile(name=line(x.name) or "a file", content=content_of(x.part), question="Files")
            for x in self.files(inner)
        ]

    @property
    def digest(self) -> str:
        """What tells this letter from others: a Message-ID alone may be used twice."""
        names = ("Message-ID", "From", "Date", "Subject")
        said = [self.mail.header(name) for name in names]
        files = [file.name for file in self.mail.files()]
        text = "\0".join([*said, self.mail.text, *files])
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]

    def files(self, inner: Within | None = None) -> list[Attachment]:
        """What it carries, and what the letters within it carry.

        An attached letter is a file, too, other than ``inner``, which is the application's text.
        """
        whole = attached(self.mail, skip=_used(inner))
        found = [*self.mail.files(), *whole]
        found += [file for mail in layers(self.mail) for file in mail.files()]
        return [file for file in found if not file.inline]

    def _beside(self, person: Person, inner: Within | None) -> dict[str, str]:
        mail, sender = self.mail, sender_of(self.mail)
        others = [address for _, address in mail.addresses("Reply-To") if "@" in address]
        elsewhere = [x for x in others if x.casefold() != person.address.casefold()]
        own = not inner and person.address == sender.address
        wrote = [address for _, address in mail.addresses("From") if "@" in address]
        also = [each for each in wrote if each.casefold() != sender.address.casefold()]
        letter = None if inner else within(mail)
        made = {
            "Subject": mail.header("Subject"),
            "Files": ", ".join(file.name for file in self.files(inner)),
            "Forwarded by": sender.shown if inner else "",
            "Who forwarded it wrote": inner.above if inner else "",
            **quoted(mail, skip=_used(inner)),
            "Forwards a letter of": letter.person.shown if letter else "",
            "Wants answers at": ", ".join(elsewhere) if own else "",
            "Also from": ", ".join(also) if own else "",
            "Note": " ".join(notes_on(mail)),
        }
        return {question: answer for question, answer in made.items() if answer}


def _used(inner: Within | None) -> int:
    """How many of the attached letters are the application's text."""
    return 1 if inner and inner.mail else 0


def _is_answer(mail: Mail) -> bool:
    """Whether it answers another: then what it quotes is known."""
    return bool(mail.header("In-Reply-To") or mail.header("References")) or (
        title_in(mail.header("Subject"), "") != mail.header("Subject").strip()
        and mail.header("Subject")
        .casefold()
        .lstrip()
        .startswith(("re:", "aw:", "sv:", "r:", "antw:"))
    )


def _applicant(
    mail: Mail, settings: MailSettings, board: Posted | None, inner: Within | None
) -> Person:
    """Who applies. A board's machine is nobody's address."""
    if board:
        return Person(board.name, board.email)
    if inner:
        return inner.person
    person, sender = writer_of(mail, settings), sender_of(mail)
    told = labelled(mail.text)
    alone = person.address == sender.address and is_machine(sender.address)
    if alone and (told.get("email") or is_no_reply(sender.address)):
        return Person(told.get("name") or "", told.get("email") or "")
    if not person.name and person.address != sender.address:
        # A form's mail, which has the name in its text.
        return Person(told.get("name") or "", person.address)
    return person
