"""What a letter's placeholders stand for: from posting, record, settings, and the letter itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careers.hiring.forgetting.clock import clock
from careers.hiring.minding.due import WROTE_AGAIN, Patience
from careers.hiring.outbox.moves import talked
from careers.hiring.outbox.recipient import repeated_name
from careers.hiring.outbox.steps import StepWords, spelled, step_words
from careers.hiring.overview.job import job_places
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter
from careers.hiring.settings import CandidatesSettings, StageRules
from careers.letters.support.placeholders import OPTIONAL
from careers.letters.support.words import LetterWords
from careers.posting.posting import Posting
from careers.process import APPLIED, TERMINAL
from careers.settings import Settings

_BOT = "careers"
_CHANGES_OF_MIND = 10
"""Working days in which somebody who withdrew may come back as if nothing had happened."""


@dataclass(frozen=True)
class Sources:
    """Where values come from; ``now`` is in ISO 8601."""

    settings: Settings
    people: CandidatesSettings
    patience: Patience
    now: str

    def values(
        self,
        letter: Letter,
        record: Record,
        body: str,
        posting: Posting | None,
        words: LetterWords,
    ) -> dict[str, str]:
        """The values that are known, by placeholder; the letter's own before all."""
        made = {
            "name": repeated_name(body),
            "job": letter.title or record.title,
            "company": self.settings.company.name,
            "sender": self.people.letters.sender,
            "role": self.people.letters.role,
            "answer_by": self.answer_by(record),
            "day": self._after(_CHANGES_OF_MIND) if letter.kind == "withdrawn" else "",
            "privacy_url": f"{self.settings.site.url.rstrip('/')}/privacy/",
            "jobs_url": self.settings.site.url,
            **self._of_privacy(record, posting, words),
            **self._of_job(letter, record, posting, words),
            **self._of_end(record, words),
        }
        told = dict(letter.values)
        if "first_line" in told:
            told["first_line"] = words.talks.get(told["first_line"], "")
            told["cancelled"] = told["first_line"] if letter.calls_off else ""
        return {name: text for name, text in {**made, **told}.items() if text}

    def answer_by(self, record: Record) -> str:
        """Until when they hear, in ISO 8601: the next step's day, else what patience makes of it.

        A day that has passed is no promise: then it is counted from today.
        """
        due = self.patience.due(record)
        today = self.patience.days.day_of(self.now).isoformat()
        if due and due.day.isoformat() > today:
            return due.day.isoformat()
        return self._after(self.patience.answer_within)

    def _after(self, count: int) -> str:
        days = self.patience.days
        found: date = days.after(days.day_of(self.now), count)
        return found.isoformat()

    def _of_job(
        self, letter: Letter, record: Record, posting: Posting | None, words: LetterWords
    ) -> dict[str, str]:
        steps = step_words(posting, self.settings)
        known = tuple(steps) if letter.posting not in {"", record.posting} else record.stages
        names = [(steps.get(s) or spelled(s)).name for s in known if s != APPLIED]
        stage = _stage_of(letter, record)
        step: StepWords = steps.get(stage) or spelled(stage)
        rules = self.people.stage.get(stage, StageRules())
        salary = posting.meta.salary if posting else None
        return {
            "steps": ", ".join(names),
            "step": step.name,
            "step_text": step.text or step.name,
            "minutes": str(rules.minutes) if "minutes" in rules.model_fields_set else step.minutes,
            "people": rules.people,
            "booking_url": rules.booking,
            "pay": words.pay(salary) if salary else "",
        }

    def _of_privacy(
        self, record: Record, posting: Posting | None, words: LetterWords
    ) -> dict[str, str]:
        """Until when they are kept, what stays then, and whom they ask."""
        told, people = self.settings.privacy, self.people
        places = job_places(posting) if posting else record.keeping.places
        kept = record.model_copy(
            update={"keeping": record.keeping.model_copy(update={"places": places})}
        )
        days = self.patience.days
        due = clock(kept, people.retention, days, days.day_of(self.now)).due
        return {
            "privacy_contact": str(told.contact or "").removeprefix("mailto:"),
            "authority": told.authority,
            "backup_days": str(told.backup_days or ""),
            "hash_text": words.hash_kept if people.retention.keep_hash else "",
            "mailbox": people.intake.mail.user if people.intake.mail.host else "",
            "kept_until": due.isoformat() if due else "",
        }

    def _of_end(self, record: Record, words: LetterWords) -> dict[str, str]:
        reason = self.people.reasons.get(record.reason)
        own = reason.text.get(words.language, "") if reason else ""
        return {
            "reason_text": own or words.reasons.get(record.reason, ""),
            "filled_or_closed": words.closed if record.reason == "closed" else words.filled,
            "read_or_unread": words.read if is_read(record) else words.unread,
        }


def _stage_of(letter: Letter, record: Record) -> str:
    """The stage of which a letter speaks: that of its talk, else where it was asked for."""
    talks = (talk.stage for talk in record.interviews if str(talk.number) == letter.calendar)
    return next(talks, letter.stage or record.stage)


def is_read(record: Record) -> bool:
    """Whether a person has ticked, commanded or moved before it ended.

    The act that ended it does not count: it is said to many at once.
    """
    under_way = (entry for entry in record.history[1:] if entry.to not in TERMINAL)
    return any(_by_person(entry.who, entry.reason) for entry in under_way)


def acted(record: Record) -> bool:
    """Whether a person has acted on the issue at all."""
    return any(_by_person(entry.who, entry.reason) for entry in record.history[1:])


def _by_person(who: str, reason: str) -> bool:
    return who != _BOT and reason != WROTE_AGAIN


def optional_in(letter: Letter, record: Record) -> frozenset[str]:
    """The placeholders without which the letter still goes: pay too, once people have talked."""
    before = record.model_copy(update={"history": record.history[:-1] or record.history})
    told = letter.kind in {"invited", "interview"} and talked(before)
    return OPTIONAL | {"pay"} if told else OPTIONAL
