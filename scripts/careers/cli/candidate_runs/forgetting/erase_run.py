"""An admin's own run: erases candidates and deletes their issues for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.cli.candidate_runs.forgetting.erasing import Erasing
from careers.cli.candidate_runs.forgetting.forgetting_run import write_left
from careers.cli.candidate_runs.forgetting.mails import ForgettingMails
from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.support.candidates import postings_in, writer_of
from careers.cli.support.clock import company_day
from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import POSTINGS
from careers.github.repository import Repository
from careers.hiring.applying.attention import is_attention
from careers.hiring.forgetting.clock import LEGAL_HOLD_STANDS
from careers.hiring.forgetting.erased import read_erased
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.person import hashes_of_person, issues_of, unsettled
from careers.hiring.forgetting.plan import Target
from careers.hiring.forgetting.settings import differences
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import LEGAL_HOLD, has_label
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.outbox.recipient import deliverable
from careers.hiring.overview.job import jobs_of
from careers.hiring.record.model import Record
from careers.hiring.tending import candidates_in
from careers.settings import Settings
from careers.text.diagnostics import CareersError


@dataclass(frozen=True)
class Found:
    """What is to be erased: candidates with their records, what needed attention, empty issues.

    ``address`` is the one by which they were looked for.
    """

    candidates: tuple[tuple[Issue, Record], ...] = ()
    unsettled: tuple[Issue, ...] = ()
    empty: tuple[Issue, ...] = ()
    address: str = ""

    @property
    def numbers(self) -> list[int]:
        """All of it."""
        candidates = (issue for issue, _ in self.candidates)
        return sorted(x.number for x in (*candidates, *self.unsettled, *self.empty))


class EraseRun:
    """One run; ``why`` goes past a hold and the least time."""

    def __init__(
        self,
        repository: Repository,
        settings: Settings,
        keys: Keys,
        *,
        why: str = "",
        dry_run: bool = False,
    ) -> None:
        people = load_candidates_settings()
        writer, days = writer_of(settings, people, keys), WorkingDays(settings.company)
        self._repository = repository
        self._keys = keys
        self._desk = CardDesk(repository, people.scorecards.repository, writer, dry_run=dry_run)
        self._farewell = people.letters.sends("erased")
        self._mails = ForgettingMails(repository, people.intake, keys)
        self._why = why
        self._dry_run = dry_run
        self._keeper = Keeper(people.retention, days, writer, company_day(settings))
        self._jobs = jobs_of(postings_in(POSTINGS, needed=False), settings)
        self._differing = differences(settings.privacy.keep, people.retention.place)
        self._issues = repository.issues()
        self._known = candidates_in(self._issues, keys)

    def of_person(self, contact: str) -> Found:
        """All of one person. Raises CareersError where it is none, is of several, or of nobody."""
        hashes = hashes_of_person(contact, self._keys)
        if not hashes:
            raise CareersError("that is no address", "give an e-mail address or a telephone number")
        erased = ((issue, read_erased(issue, self._keys)) for issue in self._issues)
        empty = tuple(issue for issue, left in erased if left and left.person in hashes)
        theirs = tuple(issues_of(hashes, self._known))
        if len({record.name for _, record in theirs if not record.duplicate_of} - {""}) > 1:
            told = ", ".join(f"#{issue.number}" for issue, _ in theirs)
            message = f"{told} are of that address, and of more than one name"
            raise CareersError(message, "look at them, then name those that are meant by number")
        loose = tuple(unsettled(contact, self._issues))
        found = Found(theirs, loose, empty, deliverable(contact))
        if not found.numbers:
            raise CareersError("nothing is there of that person", "", status=1)
        return found

    def of_numbers(self, numbers: Sequence[int]) -> Found:
        """These issues, each with those that were merged. Raises CareersError for any other."""
        by_number = {issue.number: issue for issue in self._issues}
        records = {issue.number: record for issue, record in self._known}
        wanted = set(numbers) | {records[n].duplicate_of for n in numbers if n in records}
        candidates = [
            (issue, record)
            for issue, record in self._known
            if issue.number in wanted or record.duplicate_of in wanted - {0}
        ]
        others = [by_number[n] for n in numbers if n in by_number and n not in records]
        loose = tuple(issue for issue in others if is_attention(issue))
        empty = tuple(issue for issue in others if read_erased(issue, self._keys))
        found = Found(tuple(candidates), loose, empty)
        if strange := sorted(set(numbers) - set(found.numbers)):
            told = ", ".join(f"#{number}" for number in strange)
            raise CareersError(f"{told}: no candidate's issue", "name candidates' issues alone")
        return found

    def kept(self, found: Found) -> list[str]:
        """Why some of it must be kept, a line each; empty where all may be erased."""
        if self._why:
            return []
        placed = (
            (issue, self._keeper.known(record, self._jobs.get(record.posting)))
            for issue, record in found.candidates
        )
        told = ((issue.number, self._keeper.may_not(issue, record)) for issue, record in placed)
        kept = [f"#{number}: {why}" for number, why in told if why]
        held = (x for x in found.unsettled if has_label(x.labels, LEGAL_HOLD))
        return kept + [f"#{x.number}: {LEGAL_HOLD_STANDS}" for x in held]

    def carry_out(self, found: Found) -> str:
        """Erase and delete it; what came of it, by numbers."""
        numbers = ", ".join(f"#{number}" for number in found.numbers)
        if self._dry_run:
            return f"would be: erased and deleted {numbers}{self._untold(found)}"
        by = self._repository.who() or "an admin"
        erasing = Erasing(self._repository, self._keeper, self._desk, self._issues, by, self._why)
        for _, record in found.candidates:
            if name := erasing.unreached(record):
                raise CareersError("nothing was erased", f"give a token that may write {name} too")
        left = [erased for x in found.empty if (erased := read_erased(x, self._keys))]
        for issue, record in found.candidates:
            self._mails.of(issue, record)
            if not record.duplicate_of:
                left += erasing.candidate(issue.number, found.candidates)
        if found.address:
            self._mails.of_addresses([found.address])
        left += [erasing.one(Target(x)) for x in found.unsettled]
        # Those apart first: what is left of the rest leads back here.
        for each in (*erasing.emptied_apart(), *(x for x in left if not x.repository)):
            erasing.delete(each)
        gone = {each.issue for each in left if not each.repository}
        rest = [issue for issue in self._issues if issue.number not in gone]
        write_left(self._repository, self._keeper, rest, differing=self._differing)
        return f"erased and deleted {numbers}{self._untold(found)}"

    def _untold(self, found: Found) -> str:
        """That no last letter goes, where the settings send one: `tend` alone sends letters."""
        if not (found.candidates and self._farewell):
            return ""
        told = "the letter *erased* goes by `/erase` alone, before this: docs/forgetting.md"
        return f"; nobody was written to: {told}"
