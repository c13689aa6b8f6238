"""Many apply by every way in, and everything breaks now and then: all stand, once, with files.

In ``make test`` 200 people in all, the same number by each way; in ``make fuzz`` 1,000 by each.
"""

from __future__ import annotations

import json
import os
import random
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import form_services
from candidates.company import REPOSITORY
from candidates.test_files import assets, files_row
from candidates.test_kill import How, furnish
from candidates.test_mailbox_run import SETTINGS as MAILBOX
from candidates.test_mailbox_run import with_cv
from careers import cli
from careers.forms import secret, services
from careers.mail.mailbox import Mailbox
from careers.mail.trouble import CutError
from careers.sandbox import Sandbox
from form_services import CV, serving
from imap_server import PASSWORD, why_not
from imap_server import serving as serving_mail

FORM = """
[[intake.form]]
service = "{service}"
form = "F"
host = "{host}"
posting = "engineer"
"""
WAYS: tuple[str, ...] = (*services(), "dispatch", *(() if why_not() else ("mail",)))
EACH = 1_000 if os.environ.get("CAREERS_KILL") else 200 // len(WAYS)
PEOPLE = EACH * len(WAYS)
KINDS = (
    ("GET", r"^/repos/[^/]+/[^/]+$"),
    ("GET", r"/issues\?|/issues$"),
    ("POST", r"/issues$"),
    ("GET", r"/issues/\d+$"),
    ("PATCH", r"/issues/\d+$"),
    ("GET", r"/releases"),
    ("POST", r"/releases$"),
    ("POST", r"/assets"),
)
HOW: tuple[How, ...] = ("error", "cut", "cut-after")


class Crowd:
    """Who applies by which way, in what order; one in ten sends it again."""

    def __init__(self, dice: random.Random) -> None:
        again = dice.sample(range(PEOPLE), PEOPLE // 10)
        self.of = {n: n % PEOPLE for n in (*range(PEOPLE), *(PEOPLE + n for n in again))}
        order = [*self.of]
        dice.shuffle(order)
        rounds = len(KINDS) * len(HOW)
        self.arrive = [order[n::rounds] for n in range(rounds)]

    @staticmethod
    def way(number: int) -> str:
        """By which way somebody applies; a second time by the same."""
        return WAYS[number % PEOPLE % len(WAYS)]


@pytest.fixture
def dice() -> random.Random:
    """The same faults each time."""
    return random.Random(PEOPLE)  # noqa: S311 - it makes tests, no secrets


@pytest.fixture
def ways(
    company: Path, monkeypatch: pytest.MonkeyPatch, dice: random.Random
) -> Iterator[Callable[[int], object]]:
    """Every form service and the mailbox, set up; what lets one more application arrive."""
    monkeypatch.setattr(form_services, "WHO", [f"Person {n}" for n in range(PEOPLE)])
    times = [f"2026-11-{1 + n % 20:02}T10:{n % 60:02}:00Z" for n in range(2 * PEOPLE)]
    monkeypatch.setattr(form_services, "TIMES", times)
    waiting: dict[str, Any] = {}
    with ExitStack() as stack:
        settings = ""
        for name in services():
            server = waiting[name] = stack.enter_context(serving(name))
            server.has_files, server.numbers = True, []
            settings += FORM.format(service=name, host=server.host)
            monkeypatch.setenv(secret(name), "secret-token")
        if "mail" in WAYS:
            box = waiting["mail"] = stack.enter_context(serving_mail())
            monkeypatch.setenv("CAREERS_IMAP_PASSWORD", PASSWORD)
            monkeypatch.setenv("SSL_CERT_FILE", str(box.certificate))
            settings += MAILBOX.replace("PORT", str(box.port))
            _cut_now_and_then(monkeypatch, dice)
        (company / "candidates.toml").write_text(settings, "utf-8")
        (company / "dispatched").mkdir()

        def arrive(number: int) -> None:
            way, person = Crowd.way(number), number % PEOPLE
            if way == "mail":
                waiting[way].lay(with_cv(person))
            elif way == "dispatch":
                event = {"client_payload": {"application": _dispatched(person)}}
                file = company / "dispatched" / f"{number}.json"
                file.write_text(json.dumps(event), "utf-8")
            else:
                waiting[way].numbers = sorted([*waiting[way].numbers, number])
                waiting[way].file_faults = [dice.choice((200, 200, 500, 503)) for _ in range(3)]

        yield arrive


def _dispatched(person: int) -> dict[str, Any]:
    file = {"name": "My CV.pdf", "content": b64encode(CV).decode()}
    name, email = f"Person {person}", f"p{person}@example.com"
    return {"posting": "engineer", "name": name, "email": email, "files": [file]}


def _cut_now_and_then(monkeypatch: pytest.MonkeyPatch, dice: random.Random) -> None:
    for name in ("read", "move"):
        real = getattr(Mailbox, name)

        def cut(self: Mailbox, *given: object, real: Callable[..., object] = real) -> object:
            before, behind = dice.random() < 0.02, dice.random() < 0.02
            made = None if before else real(self, *given)
            if before or behind:
                raise CutError("cut", "again")
            return made

        monkeypatch.setattr(Mailbox, name, cut)


def run_all(company: Path, *options: str) -> int:
    """Fetch, and start each dispatch's run that has not ended well; the worst exit status."""
    if "--opens-only" in options:  # as tend does in the other group
        cli.run("fetch", ["--days", "3650", "--stands-only"])
    worst = cli.run("fetch", ["--days", "3650", *options])
    for file in sorted((company / "dispatched").iterdir()):
        status = cli.run("intake", ["--event", str(file), *options])
        worst = max(worst, status)
        if status == 0 and "--opens-only" not in options:
            file.unlink()
    return worst


def test_all_stand_once_with_their_files(
    company: Path,
    monkeypatch: pytest.MonkeyPatch,
    ways: Callable[[int], object],
    dice: random.Random,
) -> None:
    """Each kind of request breaks in each way while they arrive; the last run writes nothing."""
    monkeypatch.setattr("careers.cli.support.candidates.ATTEMPTS", 1)
    crowd = Crowd(dice)
    with Sandbox() as github:
        furnish(github)
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        for come, ((method, path), how) in zip(crowd.arrive, product(KINDS, HOW), strict=True):
            for number in come:
                ways(number)
            at = 1 if path == "/releases$" else dice.randint(1, 4)
            github.fail(at, how, method=method, path=path)
            run_all(company, *dice.choice(([], [], ["--opens-only"])))
        for _ in range(8):  # what was ordered to break may do so still
            before = len(github.requests)
            status = run_all(company)
            if status == 0 and {r.method for r in github.requests[before:]} == {"GET"}:
                break
        else:
            pytest.fail("it comes to no rest")
        assert len(github.issues(REPOSITORY)) == PEOPLE
        titles = {issue["title"] for issue in github.issues(REPOSITORY)}
        assert titles == {f"Person {n} · Engineer" for n in range(PEOPLE)}
        numbers = sorted(issue["number"] for issue in github.issues(REPOSITORY))
        kept = sorted(int(name.partition("/")[2].partition("-")[0]) for name in assets(github))
        assert kept == numbers
        assert all("](" in files_row(github, n) for n in numbers)
