"""Takes candidates out of the repository: everybody, or one person."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.candidate_runs.interviewing.cards_about import CardsAbout
from careers.cli.candidate_runs.interviewing.offer_files import attached_offers, offer_files
from careers.cli.support.candidates import now, timestamp
from careers.cli.support.progress import Progress
from careers.files.candidate_templates import load_candidate_templates
from careers.files.candidates_settings import load_candidates_settings
from careers.github.repository import Repository
from careers.hiring.exchange.dump import COLUMNS, Dump, Dumped, as_json, dumped, row
from careers.hiring.forgetting.person import hashes_of_person, issues_of, unsettled
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.overview.formats import csv_text
from careers.hiring.record.model import Record
from careers.hiring.tending import candidates_in
from careers.text.diagnostics import CareersError

_BOM = "\ufeff"
FILES = "files"
"""The folder of an export that holds files."""


class ExportRun:
    """One run; ``told`` says what came of it."""

    def __init__(self, repository: Repository, keys: Keys) -> None:
        self._repository = repository
        self._keys = keys
        self.told = ""

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """The files of a whole export, by their names below its folder."""
        candidates = self._dumped(candidates_in(self._repository.issues(), self._keys))
        dump = self._dump(candidates)
        self.told = f"{len(candidates)} candidate{'' if len(candidates) == 1 else 's'}"
        yield "candidates.json", as_json(dump).encode()
        # Who was merged into another stands in the other's line.
        lines = [row(each) for each in candidates if not each.record.duplicate_of]
        table = csv_text(lines, COLUMNS)
        # Spreadsheets take UTF-8 for what it is where it says so.
        yield "candidates.csv", f"{_BOM}{table}".encode()
        yield from self._files(candidates)

    def of_person(self, contact: str) -> Iterator[tuple[str, bytes]]:
        """The files of one person. Raises CareersError where it is no address, or nothing is."""
        hashes = hashes_of_person(contact, self._keys)
        if not hashes:
            raise CareersError("that is no address", "give an e-mail address or a telephone number")
        issues = self._repository.issues()
        theirs = issues_of(hashes, candidates_in(issues, self._keys))
        loose = unsettled(contact, issues)
        if not theirs and not loose:
            raise CareersError("nothing is there of that person", "", status=1)
        self.told = f"{len(theirs) + len(loose)} of one person"
        return self._files_of(self._dumped(theirs), loose, issues)

    def _files_of(
        self, candidates: Sequence[Dumped], loose: Sequence[Issue], issues: Sequence[Issue]
    ) -> Iterator[tuple[str, bytes]]:
        yield "candidates.json", as_json(self._dump(candidates)).encode()
        for each in candidates:
            yield f"{each.number}.md", f"# {each.title}\n\n{each.body}".encode()
        yield from self._files(candidates)
        yield from self._scorecards(candidates, issues)
        for each in candidates:
            yield from self._offers(each.number)
        if loose:
            texts = [{"number": issue.number, "text": issue.body} for issue in loose]
            yield "unsettled.json", json.dumps(texts, indent=1, ensure_ascii=False).encode()

    def _dump(self, candidates: Sequence[Dumped]) -> Dump:
        return Dump(
            repository=self._repository.name,
            key=self._keys.current.id,
            taken=timestamp(now()),
            candidates=tuple(candidates),
        )

    def _dumped(self, known: Sequence[tuple[Issue, Record]]) -> list[Dumped]:
        with Progress("Reading", len(known), "candidates") as progress:
            return [self._one(issue, record) for issue, record in progress.over(known)]

    def _one(self, issue: Issue, record: Record) -> Dumped:
        said = self._repository.comments(issue.number) if issue.comments else ()
        kept = {file.key: file.url.rpartition("/")[2] for file in record.files if file.asset}
        return dumped(issue, record, said, kept)

    def _scorecards(
        self, candidates: Sequence[Dumped], issues: Sequence[Issue]
    ) -> Iterator[tuple[str, bytes]]:
        """What interviewers wrote about them; of what is signed nothing."""
        writer = IssueWriter(load_candidate_templates(), self._keys)
        apart = load_candidates_settings().scorecards.repository
        desk = CardDesk(self._repository, apart, writer, dry_run=True)
        about = CardsAbout(desk, issues)
        for place in (place for each in candidates for place in about.places(each.record)):
            if found := desk.find(place):
                text = found[0].body.partition("<!-- careers:scorecard {")[0]
                name = "-".join(("scorecard", *place[0].split("/")[1:], str(place[1])))
                yield f"{name}.md", f"# {found[0].title}\n\n{text}".encode()

    def _offers(self, number: int) -> Iterator[tuple[str, bytes]]:
        """Their offers and what they signed."""
        names = tuple(sorted(offer_files(self._repository, number)))
        for file in attached_offers(self._repository, number, names) or ():
            yield f"{FILES}/{file.name}", file.data

    def _files(self, candidates: Sequence[Dumped]) -> Iterator[tuple[str, bytes]]:
        """The files, each once: who was merged has them with the other."""
        releases, done = self._repository.releases(), set[str]()
        for each in candidates:
            for file in each.record.files:
                name = each.files.get(file.key)
                if name and name not in done:
                    done.add(name)
                    yield f"{FILES}/{name}", releases.download(file.asset)
