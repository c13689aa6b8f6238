"""A file of `templates/mail` that is broken stops the letters that need it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, record_of
from candidates.letters import Clock
from candidates.test_letters import head, letters, said, subjects, tick
from candidates.test_letters import settle as _settle
from careers import cli
from careers.sandbox import Sandbox
from mail_server import MailOffice

settle = _settle
BEN = {"name": "Ben Example", "email": "ben@example.com", "posting": "engineer"}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("received.en.txt.j2", b"Subject: Hi\n\nDear {{ name.\n", ", line 3, is broken: a tag is"),
        ("received.en.txt.j2", b"Dear you.\n", "begins with no"),
        ("received.en.txt.j2", b"Subject: Hi\n\n\xff\n", "cannot be read; save it as UTF-8"),
        ("received.en.txt.j2", b"Subject: Hi\n\n{{ job / 0 }}\n", ", line 3, is broken: TypeError"),
    ],
)
def test_it_is_said_to_the_owner_once_and_others_get_theirs(  # noqa: PLR0913, PLR0917 - the whole office
    apply: Run,
    office: MailOffice,
    github: Sandbox,
    settle: Callable[[], None],
    name: str,
    text: bytes,
    told: str,
) -> None:
    """File, line and cure; once it is mended, *Send again* sends it."""
    assert office
    assert apply(**BEN) == 0
    assert cli.run("tend", []) == 0
    github.act("rita").comment(REPOSITORY, 1, "/withdraw")
    broken = Path("templates/mail", name)
    broken.parent.mkdir(parents=True)
    broken.write_bytes(text)
    assert apply() == 0
    ada = len(github.issues(REPOSITORY))
    settle()
    for _ in range(2):
        assert cli.run("tend", []) == 0
    assert letters(github, 1) == [("received", "sent"), ("withdrawn", "sent")]
    assert letters(github, ada) == [("received", "stopped")]
    (comment,) = said(github, ada)
    assert f"letter *received* did not go: templates/mail/{name}" in comment
    assert told in comment
    assert "did not go" in head(github, ada)
    broken.unlink()
    tick(github, "letter again", ada)
    settle()
    assert cli.run("tend", []) == 0
    assert letters(github, ada) == [("received", "sent")]


def test_words_of_one_language_stop_only_its_letters(
    apply: Run, office: MailOffice, github: Sandbox, clock: Clock
) -> None:
    """A run with them looks after everybody, and answers who is written to in another."""
    posting = Path("postings/designer.md")
    text = posting.read_text("utf-8").replace("status: open", "status: open\nlanguage: de")
    posting.write_text(text, "utf-8")
    words = Path("templates/mail/words.en.toml")
    words.parent.mkdir(parents=True)
    words.write_text("weekdays = [\n", "utf-8")
    assert apply() == 0
    assert apply(**{**BEN, "posting": "designer"}) == 0
    clock.forward(timedelta(days=20))  # what is promised by letters is looked at, too
    assert cli.run("tend", []) == 0
    assert letters(github, 1)[0] == ("received", "stopped")
    assert "templates/mail/words.en.toml is no TOML" in said(github, 1)[-1]
    assert letters(github, 2)[0] == ("received", "sent")
    assert len(subjects(office)) == len([x for x in record_of(github, 2).letters if x.state.gone])
