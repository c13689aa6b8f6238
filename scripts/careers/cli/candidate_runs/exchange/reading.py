"""Reads what is to be brought in: an export of ours, a table, a résumé."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from careers.application import Application, read_application
from careers.cli.candidate_runs.exchange.export_run import FILES
from careers.cli.candidate_runs.exchange.import_run import Brought
from careers.cli.support.candidates import now, timestamp
from careers.files.folder import Folder
from careers.files.git import commit_of
from careers.hiring.applying.submitting import find_posting, submission_of
from careers.hiring.exchange.dump import read_dump
from careers.hiring.exchange.joining import Joining
from careers.hiring.exchange.papers import papers_of
from careers.hiring.exchange.restore import Restoring
from careers.hiring.exchange.resume import is_resume, read_resume
from careers.hiring.exchange.standing import stood
from careers.hiring.exchange.table import Table, read_table
from careers.hiring.keys import Keys
from careers.hiring.rules import rules_of
from careers.hiring.settings import CandidatesSettings
from careers.posting.posting import Posting
from careers.process import APPLIED, read_process
from careers.settings import Settings
from careers.text.diagnostics import CareersError

_OF_APPLICATION = ("name", "email", "phone", "location", "links", "message", "id", "source")


@dataclass
class Read:
    """What a file holds: who is brought in, and what is wrong with which line of the table.

    ``strays`` are files that are nobody's, or may be of two.
    """

    brought: list[Brought] = field(default_factory=list)
    problems: dict[int, str] = field(default_factory=dict)
    table: Table | None = None
    strays: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """By which postings and settings files are read; ``job`` is that of rows that name none.

    ``folder`` holds the files of those whom a table names.
    """

    postings: Sequence[Posting]
    settings: Settings
    people: CandidatesSettings
    keys: Keys
    job: str = ""
    folder: Folder | None = None
    _commits: dict[str, tuple[str, str]] = field(default_factory=dict, init=False)

    def read(self, path: Path, mapping: Mapping[str, str]) -> Read:
        """The candidates of a file. Raises CareersError where it cannot be read."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CareersError(f"cannot read {path}: {error.strerror}", "name a file") from None
        if not data.lstrip().startswith((b"{", b"\xef\xbb\xbf{")):
            return self._rows(read_table(data, mapping))
        payload = _object(data, path)
        if is_resume(payload):
            return Read([self._joining(read_resume(payload) | {"source": "resume"}, {})])
        dump = read_dump(data.decode("utf-8-sig"), str(path))
        same = dump.key == self.keys.current.id
        beside = Folder(path.parent / FILES)
        key = self.keys.current
        return Read([Restoring(each, key, same, beside.read) for each in dump.candidates])

    def _rows(self, table: Table) -> Read:
        read, seen = Read(table=table), dict[tuple[str, str], int]()
        made: dict[int, Joining] = {}
        for row in table.rows:
            try:
                one = self._joining(row.fields, row.others)
            except CareersError as error:
                read.problems[row.line] = f"{error}: {error.help}" if error.help else str(error)
                continue
            if before := next((seen[key] for key in one.known_as if key in seen), 0):
                read.problems[row.line] = f"the same person at the same job as line {before}"
                continue
            seen |= dict.fromkeys(one.known_as, row.line)
            made[row.line] = one
        read.brought += self._with_papers(made, read)
        return read

    def _with_papers(self, made: Mapping[int, Joining], read: Read) -> list[Brought]:
        """Each with the files that are theirs; whose nobody's are is told."""
        if self.folder is None:
            return [*made.values()]
        names = self.folder.names()
        people = {
            line: (one.submission.application.name, one.submission.application.email)
            for line, one in made.items()
        }
        papers = papers_of(people, names)
        read.strays = sorted(set(names) - {name for found in papers.values() for name in found})
        return [
            replace(one, papers=tuple(papers.get(line, ())), read=self.folder.read)
            for line, one in made.items()
        ]

    def _joining(self, fields: Mapping[str, Any], others: Mapping[str, str]) -> Joining:
        """One of them. Raises CareersError that says what is wrong, and no word of the person."""
        posting = self._posting(str(fields.get("posting") or self.job))
        stages = read_process(posting, self.settings).stages or (APPLIED,)
        rules = rules_of(self.settings, self.people)
        moment = timestamp(now())
        there = stood(fields, stages, self.settings.labels.renamed, rules, moment)
        given = {name: fields[name] for name in _OF_APPLICATION if fields.get(name)}
        name = " ".join(filter(None, (fields.get("first"), fields.get("last"))))
        answers = {**fields.get("answers", {}), **others}
        sent = {"submitted": there.applied} if fields.get("submitted") else {}
        made = {"name": name, **given, "posting": posting.job, "answers": answers, **sent}
        application = _read(made)
        submission = submission_of(
            application,
            posting,
            stages=stages,
            settings=self.settings,
            people=self.people,
            keys=self.keys,
            commit=self._commit(posting.path),
            now=there.applied,
            nonce=secrets.token_hex(8),
        )
        return Joining(submission, there, str(fields.get("notes") or ""))

    def _commit(self, path: str) -> tuple[str, str]:
        """The commit that a posting stands at: git is asked once."""
        if path not in self._commits:
            self._commits[path] = commit_of(path)
        return self._commits[path]

    def _posting(self, name: str) -> Posting:
        if not name:
            raise CareersError("it names no job", "--job SLUG is that of all which name none")
        posting = find_posting(name, self.postings)
        if posting is None or not posting.readable:
            raise CareersError(f"no job `{name[:60]}`", "write the name of a posting's file")
        return posting


def _read(fields: Mapping[str, Any]) -> Application:
    try:
        return read_application(fields)
    except CareersError as error:
        missing = str(error).partition(": ")[2] or str(error)
        raise CareersError(missing, "a name is needed, and an e-mail address or a phone") from None


def _object(data: bytes, path: Path) -> dict[str, Any]:
    try:
        made = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        made = None
    if not isinstance(made, dict):
        message = f"{path} is neither a table nor JSON that can be read"
        raise CareersError(message, "give a CSV, a JSON Resume, or candidates.json of an export")
    return made
