"""Makes a submission of an application and the posting that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches
from urllib.parse import unquote

from careers.application import Application
from careers.hiring.applying.referrals import claimed
from careers.hiring.applying.submission import Submission, hashes_of
from careers.hiring.board.fields import opening_fields
from careers.hiring.flags.answers import flagged
from careers.hiring.hashes import person_hash
from careers.hiring.keys import Keys
from careers.hiring.outbox.limits import RECEIVED
from careers.hiring.record.model import Record
from careers.hiring.settings import CandidatesSettings
from careers.posting.calendar import day_at
from careers.posting.lookup import find_job, is_known_to_github
from careers.posting.posting import Posting, originals
from careers.process import APPLIED
from careers.settings import Settings


def find_posting(name: str, postings: Sequence[Posting]) -> Posting | None:
    """The posting of a name: its file's, its page's address, one before, or a title of its own.

    A draft is none, since nobody outside can have seen it, nor is a file that is no posting.
    """
    found = find_job(postings, name) or find_job(postings, _last_part(name))
    if found is None:
        title = " ".join(name.split()).casefold()
        titled = [p for p in originals(postings) if p.readable and p.title.casefold() == title]
        found = titled[0] if len(titled) == 1 else None
    return found if found and found.meta.status != "draft" and is_job(found) else None


def unknown_posting(name: str, postings: Sequence[Posting]) -> str:
    """That no posting is meant, with the one that is near."""
    takes = [p for p in originals(postings) if p.meta.status != "draft" and is_job(p)]
    known = {word.casefold(): p.job for p in takes for word in (p.title, p.job) if word}
    near = get_close_matches(_last_part(name) or name.casefold(), known, n=1)
    return f"its posting is not known{f': is it {known[near[0]]}?' if near else ''}"


def named_in(subject: str, postings: Sequence[Posting]) -> Posting | None:
    """The one posting whose title stands in a subject; None where several do, or none.

    A title within a longer one is not meant: *Engineer* in *Support Engineer*.
    """
    words = f" {_words(subject)} "
    titled = {
        title: posting
        for posting in originals(postings)
        if posting.readable and posting.meta.status != "draft" and is_job(posting)
        for title in (_words(posting.title),)
        if title and f" {title} " in words
    }
    found = [t for t in titled if not any(t != other and t in other for other in titled)]
    return titled[found[0]] if len(found) == 1 else None


def _words(text: str) -> str:
    """Words alone, without what stands in brackets: ``Baker (m/f/d)`` is ``baker``."""
    return " ".join(re.findall(r"\w+", re.sub(r"\([^()]*\)", " ", text[:500].casefold())))


def is_job(posting: Posting) -> bool:
    """Whether somebody can have applied to it: a README among the postings is no job.

    What a text says is not weighed here, as it is before it is published: nobody is turned away
    for a word that is not known.
    """
    return bool(posting.meta.model_fields_set) or not is_known_to_github(posting)


def _last_part(name: str) -> str:
    """The last part of an address or a path, without its ending."""
    path = unquote(name.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0]).strip().rstrip("/")
    last = path.rpartition("/")[2]
    return last.removesuffix(".html").removesuffix(".md").casefold()


def submission_of(  # noqa: PLR0913 - all that is pinned
    application: Application,
    posting: Posting,
    *,
    stages: tuple[str, ...],
    settings: Settings,
    people: CandidatesSettings,
    keys: Keys,
    commit: tuple[str, str],
    now: str,
    nonce: str,
) -> Submission:
    """The submission; ``commit`` is the posting's and its address, ``now`` in ISO 8601.

    ``stages`` are those of the posting's process.
    """
    source = people.source(application.source)
    known, referral = {"posting": posting.job, "source": source}, claimed(application, source)
    aliases = tuple(posting.meta.aliases)
    hashes = hashes_of(application.model_copy(update={"posting": posting.job}), keys, aliases)
    application = application.model_copy(update=known)
    return Submission(
        application=application,
        aliases=aliases,
        title=posting.title,
        commit=commit[0],
        url=commit[1],
        stages=stages or (APPLIED,),
        now=now,
        nonce=nonce,
        late=is_late(posting, day_at(datetime.fromisoformat(now), settings.company.timezone)),
        numbered=people.candidates.titles == "number",
        flags=flagged(application.answers, people.flag),
        owner=posting.meta.hiring_manager or "",
        interviewers=posting.meta.interviewers,
        answered=people.letters.sends(RECEIVED) and "@" in application.email,
        fields=opening_fields(now, people.fields),
        referral=referral,
        kind=people.candidates.type,
        **hashes,
    )


def answer_of(
    application: Application, record: Record, *, keys: Keys, now: str, nonce: str
) -> Submission:
    """A letter of the person whose record it is, whatever became of the posting."""
    application = application.model_copy(update={"posting": record.posting})
    return Submission(
        application=application,
        title=record.title,
        commit=record.commit,
        url=record.url,
        stages=record.stages,
        now=now,
        nonce=nonce,
        is_answer=True,
        **hashes_of(application, keys),
    )


def is_known_to(record: Record, address: str, keys: Keys) -> bool:
    """Whether a record holds the address, by its hash."""
    hashes = {person_hash(key.hashing, address) for key in keys.all}
    return bool(address) and bool(hashes & {record.person, record.corrected, *record.also})


def is_late(posting: Posting, today: date) -> bool:
    """Whether the posting took no applications any longer."""
    closes = posting.meta.closes
    return posting.meta.status == "closed" or bool(closes and today > closes)
