"""What makes candidates' letters today, as the settings of the folder say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from careers.files.mail_templates import load_letters
from careers.hiring.interviews.calendar import calendar_file
from careers.hiring.keys import Keys
from careers.hiring.minding.due import Patience
from careers.hiring.outbox.composing import Composer
from careers.hiring.outbox.values import Sources
from careers.hiring.settings import CandidatesSettings
from careers.letters.support.wording import Letters
from careers.posting.posting import Posting, originals
from careers.settings import Settings


def composer_of(
    settings: Settings,
    people: CandidatesSettings,
    keys: Keys,
    postings: Callable[[], Iterable[Posting]],
) -> Callable[[str], Composer]:
    """What composes letters at a moment (ISO 8601); postings and templates are read once."""
    patience = Patience.of(settings, people)

    @cache
    def words() -> tuple[Letters, dict[str, Posting]]:
        return load_letters(), {posting.job: posting for posting in originals(postings())}

    def composer(moment: str) -> Composer:
        letters, by_job = words()
        sources = Sources(settings, people, patience, moment)
        return Composer(letters, sources, by_job, keys, calendar_file)

    return composer
