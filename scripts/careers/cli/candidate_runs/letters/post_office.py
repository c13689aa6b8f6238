"""What sends letters today, as the settings of the folder say it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from careers.cli.candidate_runs.letters.sending_run import SendingRun
from careers.cli.support.candidates import postings_in
from careers.cli.support.letters import composer_of
from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import POSTINGS
from careers.github.repository import Repository
from careers.hiring.interviews.calendar import calendar_file
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.outbox.writing import LetterWriter
from careers.mail.smtp import MailServer, Server
from careers.settings import Settings

PASSWORD = "CAREERS_SMTP_PASSWORD"  # noqa: S105 - the name of the secret


def sending_of(
    repository: Repository,
    settings: Settings,
    writer: IssueWriter,
    late: Callable[[], bool],
    *,
    dry_run: bool,
) -> SendingRun:
    """The run that sends; outside of a workflow it shows what it would send."""
    people = load_candidates_settings()
    postings = partial(postings_in, POSTINGS, needed=False)
    return SendingRun(
        repository=repository,
        composer=composer_of(settings, people, writer.keys, postings, calendar_file),
        sends=people.letters.sends,
        writer=LetterWriter(writer),
        server=MailServer(_server(people.letters)),
        late=late,
        dry_run=dry_run or os.environ.get("GITHUB_ACTIONS") != "true",
    )


def _server(letters: LettersSettings) -> Server:
    return Server(
        letters.server,
        letters.port,
        letters.security,
        letters.user or letters.address,
        os.environ.get(PASSWORD, ""),
        None if letters.login == "password" else partial(_token, letters),
    )


def _token(letters: LettersSettings) -> str:
    """A token for this run; the account's secrets are those by which its mailbox is read."""
    # Requests is not loaded where a password does.
    from careers.mail.tokens import CLIENT_SECRET, REFRESH_TOKEN, access_token

    secrets = {name: os.environ.get(name, "") for name in (CLIENT_SECRET, REFRESH_TOKEN)}
    return access_token(letters, secrets)
