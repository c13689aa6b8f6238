"""Every way in, with a stand-in of what is at its other end: one arrives, and a run takes in."""

from __future__ import annotations

import csv
import json
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import form_services
from candidates.test_mailbox_run import SETTINGS as MAILBOX
from candidates.test_mailbox_run import with_cv
from careers import cli
from careers.forms import secret, services
from form_services import CV, serving, settings_of
from imap_server import PASSWORD, MailServer, why_not
from imap_server import serving as serving_mail

WAYS: tuple[str, ...] = (
    *services(), *(() if why_not() else ("mail",)), "dispatch", "by-hand", "import",
)  # fmt: skip
_TABLE = ("Name", "Email", "Job")


class Way(ABC):
    """One way in. ``numbers`` beyond the people are theirs again."""

    def __init__(self, company: Path, people: int) -> None:
        self.company, self.people = company, people

    @abstractmethod
    def arrive(self, numbers: Sequence[int], faults: Callable[[], Sequence[int]]) -> None:
        """Let these apply; ``faults`` are what the way answers for files."""

    @abstractmethod
    def run(self, *options: str) -> int:
        """Do all that is due by this way; the worst exit status."""


class FetchedWay(Way):
    """What ``fetch`` looks for, as its workflows do."""

    days = 3_650

    def run(self, *options: str) -> int:
        """As one job, or as ``tend`` and the workflow that opens."""
        given = ["--days", str(self.days)]
        if "--opens-only" in options:  # as tend does in the other group
            cli.run("fetch", [*given, "--stands-only"])
        return cli.run("fetch", [*given, *options])


class FormWay(FetchedWay):
    """A form service."""

    def __init__(self, company: Path, people: int, server: Any) -> None:
        super().__init__(company, people)
        self.server = server

    def arrive(self, numbers: Sequence[int], faults: Callable[[], Sequence[int]]) -> None:
        """They stand at the service."""
        self.server.numbers = sorted([*self.server.numbers, *numbers])
        self.server.file_faults = [*faults()]


class MailWay(FetchedWay):
    """The mailbox."""

    def __init__(self, company: Path, people: int, box: MailServer) -> None:
        super().__init__(company, people)
        self.box = box

    def arrive(self, numbers: Sequence[int], faults: Callable[[], Sequence[int]]) -> None:
        """They lie in its folder."""
        assert callable(faults)
        self.box.lay(*(with_cv(number % self.people) for number in numbers))


class DispatchWay(Way):
    """A run each, started again until it ends well, as ``tend`` does."""

    def _event(self, number: int) -> dict[str, Any]:
        return {"client_payload": {"application": _sent(number % self.people)}}

    def arrive(self, numbers: Sequence[int], faults: Callable[[], Sequence[int]]) -> None:
        """A run of the workflow waits for each."""
        assert callable(faults)
        for number in numbers:
            file = self._folder() / f"{number}.json"
            file.write_text(json.dumps(self._event(number)), "utf-8")

    def _folder(self) -> Path:
        folder = self.company / "runs"
        folder.mkdir(exist_ok=True)
        return folder

    def run(self, *options: str) -> int:
        """Each that did not end well."""
        worst = 0
        for file in sorted(self._folder().iterdir()):
            status = cli.run("intake", ["--event", str(file), *options])
            worst = max(worst, status)
            if status == 0 and "--opens-only" not in options:
                file.unlink()
        return worst


class HandWay(DispatchWay):
    """The form of the workflow, which takes text alone: the application as JSON in one field."""

    def _event(self, number: int) -> dict[str, Any]:
        return {"inputs": {"application": json.dumps(_sent(number % self.people))}}


class ImportWay(Way):
    """Tables of another system, with a folder of CVs; run again until it ends well."""

    def __init__(self, company: Path, people: int) -> None:
        super().__init__(company, people)
        self.tables: list[Path] = []
        self.done: set[Path] = set()
        (company / "CVs").mkdir()

    def arrive(self, numbers: Sequence[int], faults: Callable[[], Sequence[int]]) -> None:
        """One table more."""
        assert callable(faults)
        rows = [_row(number % self.people) for number in numbers]
        table = self.company / f"table-{len(self.tables)}.csv"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_TABLE, *dict.fromkeys(rows)])
        for _, address, _ in rows:
            (self.company / "CVs" / f"{address}.pdf").write_bytes(CV)
        self.tables.append(table)

    def run(self, *options: str) -> int:
        """Each table that did not end well, from its beginning; once all have, all of them."""
        assert set(options) <= {"--opens-only"}
        given = ["--write", "--pace", "0", "--files", "CVs"]
        left = [table for table in self.tables if table not in self.done] or self.tables
        for table in left:
            if cli.run("import", [str(table), *given]) == 0:
                self.done.add(table)
        return int(self.done < {*self.tables})


def _sent(person: int) -> dict[str, Any]:
    file = {"name": "My CV.pdf", "content": b64encode(CV).decode()}
    name, address, _ = _row(person)
    return {"posting": "engineer", "name": name, "email": address, "files": [file]}


def _row(person: int) -> tuple[str, str, str]:
    return f"Person {person}", f"p{person}@example.com", "engineer"


@contextmanager
def way_in(name: str, company: Path, people: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Way]:
    """A way, set up in the company's settings, until the block ends."""
    if name in {"dispatch", "by-hand"}:
        yield (HandWay if name == "by-hand" else DispatchWay)(company, people)
    elif name == "import":
        yield ImportWay(company, people)
    elif name == "mail":
        monkeypatch.setenv("CAREERS_IMAP_PASSWORD", PASSWORD)
        with serving_mail() as box:
            monkeypatch.setenv("SSL_CERT_FILE", str(box.certificate))
            _settings(company, MAILBOX.replace("PORT", str(box.port)))
            yield MailWay(company, people, box)
    else:
        monkeypatch.setattr(form_services, "WHO", [f"Person {n}" for n in range(people)])
        times = [f"2026-11-{1 + n % 20:02}T10:{n % 60:02}:00Z" for n in range(2 * people)]
        monkeypatch.setattr(form_services, "TIMES", times)
        monkeypatch.setenv(secret(name), "secret-token")
        with serving(name) as server:
            server.has_files, server.numbers = True, []
            _settings(company, settings_of(server))
            yield FormWay(company, people, server)


def _settings(company: Path, text: str) -> None:
    with (company / "candidates.toml").open("a", encoding="utf-8") as file:
        file.write(text)
