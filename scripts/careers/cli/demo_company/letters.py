"""What candidates would be told: which letters go, which was stopped, each of them as a file."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from careers.cli.demo_company.board import fields
from careers.cli.demo_company.company import CANDIDATES, KEYS, Company
from careers.cli.demo_company.scorecards import SETTINGS
from careers.cli.demo_company.show import Show
from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import load_postings, load_settings
from careers.files.mail_templates import load_letters
from careers.hiring.interviews.calendar import calendar_file
from careers.hiring.interviews.parties import Parties
from careers.hiring.issue import facts
from careers.hiring.minding.due import Patience
from careers.hiring.outbox.values import Sources
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState
from careers.letters import all_kinds
from careers.letters.support.wording import Wording
from careers.process import read_process
from careers.text.diagnostics import CareersError

_SETTINGS = """
[letters]
send = [{names}]
sender = "Rita Example"
role = "recruiting"
address = "jobs@example.com"
server = "smtp.example.com"
"""
_TOLD = {
    "day": "2026-12-01",
    "time": "14:00 Berlin",
    "start": "2027-02-01",
    "promised": "2026-11-27",
    "kept_until": "2027-06-01",
    "manager": "Adaeze Example",
    "backup_days": "30",
    "authority": "datenschutz-berlin.de",
    "text": "The call is by video. I look forward to it.",
}
"""What other acts say, which this demo does not play."""


def switch_on(company: Company) -> None:
    """The company sends all letters, and asks for scorecards at interviews."""
    folder = company.careers.folder / ".candidates"
    folder.mkdir(exist_ok=True)
    names = ", ".join(f'"{name}"' for name in all_kinds())
    (folder / "candidates.toml").write_text(
        _SETTINGS.format(names=names) + SETTINGS + fields(company), encoding="utf-8"
    )


def letters(show: Show, company: Company, kept: Path) -> None:
    """Play it, and keep each letter in ``kept``."""
    show.printed(f"Would go (a demo has no mail server): {_to_whom(company, LetterState.DUE)}")
    show.printed(f"Stopped by what came after: {_to_whom(company, LetterState.STOPPED)}")
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    count = 0
    for name, made in _written(company):
        (kept / f"{name}.txt").write_text(f"{made.subject}\n\n{made.text}", encoding="utf-8")
        (kept / f"{name}.html").write_text(made.html, encoding="utf-8")
        count += 1
    for name, data in _invitations(company):
        (kept / name).write_bytes(data)
    first = f"{kept.as_posix()}/received.en.html"
    show.printed(f"{count} letters as text and HTML, and the invitation's .ics: {first}")


def _to_whom(company: Company, state: LetterState) -> str:
    """The letters in a state, each with the issues of those whom they are to."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, record in _records(company):
        for letter in record.letters:
            if letter.state is state:
                found[letter.kind].append(f"#{record.issue}")
    return ", ".join(f"{kind} to {' '.join(numbers)}" for kind, numbers in found.items())


def _records(company: Company) -> Iterator[tuple[str, Record]]:
    for issue in company.sandbox.issues(CANDIDATES):
        record = read_record(issue["body"], issue["number"], KEYS)
        if record and not record.duplicate_of:
            yield issue["body"], record


def _invitations(company: Company) -> Iterator[tuple[str, bytes]]:
    """The calendar files that go with letters, by their names."""
    letters = load_candidates_settings(company.careers.folder).letters
    for body, record in _records(company):
        parties = Parties("Example Tools", letters.sender, letters.address, facts.email(body))
        for talk in record.interviews:
            yield f"interview-{record.issue}.ics", calendar_file(record, talk, parties)


def _written(company: Company) -> Iterator[tuple[str, Wording]]:
    """Every letter in each language, to the first candidate as if in the first stage of talk."""
    folder = company.careers.folder
    settings, people = load_settings(folder), load_candidates_settings(folder)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    sources = Sources(settings, people, Patience.of(settings, people), now)
    body, record = next(_records(company))
    found = load_postings([str(folder / "postings")])
    templates = load_letters(folder)
    for language in ("en", "de"):
        posting = next(x for x in found if x.meta.status == "open" and x.meta.language == language)
        stages = read_process(posting, settings).stages
        job = {"posting": posting.job, "title": posting.title, "stages": stages}
        as_if = record.model_copy(update={**job, "stage": stages[1], "reason": "experience"})
        words = templates.words(language)
        for kind in all_kinds():
            letter = Letter(id=1, kind=kind, asked=now, due=now, values=_TOLD)
            values = sources.values(letter, as_if, body, posting, words)
            made = templates.fill(kind, language, values)
            if not isinstance(made, Wording):
                raise CareersError(f"the demo's letter {kind} lacks {', '.join(made.missing)}")
            yield f"{kind}.{language}", made
