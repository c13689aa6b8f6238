"""What makes candidates' letters today, as the settings of the folder say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from careers.files.mail_templates import load_letters
from careers.hiring.applying.submitting import find_posting
from careers.hiring.keys import Keys
from careers.hiring.minding.due import Patience
from careers.hiring.offers.planning import KIND, TOLD
from careers.hiring.outbox.composing import CalendarFile, Composer
from careers.hiring.outbox.values import Sources
from careers.hiring.settings import CandidatesSettings
from careers.letters.support.broken import BrokenFileError
from careers.letters.support.wording import Letters, Unfilled
from careers.posting.posting import Posting, originals
from careers.settings import Settings


def composer_of(
    settings: Settings,
    people: CandidatesSettings,
    keys: Keys,
    postings: Callable[[], Iterable[Posting]],
    calendar: CalendarFile,
) -> Callable[[str], Composer]:
    """What composes letters at a moment (ISO 8601); postings and templates are read once."""
    patience = Patience.of(settings, people)

    @cache
    def words() -> tuple[Letters, dict[str, Posting]]:
        return load_letters(), {posting.job: posting for posting in originals(postings())}

    def composer(moment: str) -> Composer:
        letters, by_job = words()
        sources = Sources(settings, people, patience, moment)
        return Composer(letters, sources, by_job, keys, calendar)

    return composer


def offer_needs(
    job: str, *, settings: Settings, postings: Callable[[], Sequence[Posting]]
) -> frozenset[str]:
    """What whoever makes an offer must say, for its letter at this job does not go without it."""
    letters, posting = load_letters(), find_posting(job, postings())
    wanted = (posting.written_language if posting else None) or settings.site.language
    language = letters.language(wanted, KIND)
    try:
        others = letters.placeholders(KIND, language) - TOLD
        made = letters.fill(KIND, language, dict.fromkeys(others, "2026-12-02"))
    except BrokenFileError:
        return frozenset()  # the letter itself says so
    return frozenset(made.missing) if isinstance(made, Unfilled) else frozenset()
