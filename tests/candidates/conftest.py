"""A company with two jobs, and ways to run the scripts against the sandbox."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from candidates.company import ADA, KEY, POSTING, REPOSITORY, Run
from candidates.letters import Clock, switch_on
from careers import cli
from careers.sandbox import Sandbox
from mail_server import PASSWORD, MailOffice, make_certificate


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, github: Sandbox) -> Path:
    """A folder with postings and settings, and the environment that Actions would give."""
    (tmp_path / "postings").mkdir()
    for slug, status in (("engineer", "open"), ("designer", "open"), ("lawyer", "closed")):
        text = POSTING.format(title=slug.capitalize(), status=status)
        (tmp_path / "postings" / f"{slug}.md").write_text(text, "utf-8")
    (tmp_path / "careers.toml").write_text(f'[candidates]\nrepository = "{REPOSITORY}"\n', "utf-8")
    for name in ("GITHUB_REPOSITORY", "GITHUB_EVENT_NAME", "GITHUB_EVENT_PATH", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("CAREERS_CANDIDATES", raising=False)
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    monkeypatch.setenv("CAREERS_KEY", KEY)
    monkeypatch.delenv("CAREERS_KEY_OLD", raising=False)
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def apply(company: Path) -> Run:
    """Send an application: Ada's, with changes."""

    def send(*options: str, **changes: Any) -> int:
        file = company / "application.json"
        file.write_text(json.dumps({**ADA, **changes}), "utf-8")
        return cli.run("intake", ["--application", str(file), *options])

    return send


@pytest.fixture
def events(company: Path, github: Sandbox) -> Run:
    """Run ``move`` for all events of issues since the last time; the worst exit status."""

    def deliver(*options: str) -> int:
        worst = 0
        for event in github.take_events():
            if event.name in {"issues", "issue_comment"}:
                file = company / "event.json"
                file.write_text(json.dumps(event.payload), "utf-8")
                name = ["--event", str(file), "--event-name", event.name]
                worst = max(worst, cli.run("move", [*name, *options]))
        return worst

    return deliver


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of the mail server, which trusts itself; beside it its key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def office(
    company: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MailOffice]:
    """The mail server of a company that sends all letters."""
    server = MailOffice(certificate.parent)
    server.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("CAREERS_SMTP_PASSWORD", PASSWORD)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    switch_on(company, server)
    yield server
    server.stop()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, github: Sandbox) -> Clock:
    """A clock that can be put on; GitHub's goes with it."""
    return Clock(monkeypatch, github)
