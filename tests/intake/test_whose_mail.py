"""Whose a mail is, what it carries, and what a person must see rather than a rule decide."""

from __future__ import annotations

import pytest

from careers.hiring.correspondence.tags import tagged_address
from careers.hiring.keys import read_keys
from careers.hiring.settings import IntakeSettings
from careers.intake import Answered, OwnCopy, Unwanted, incoming, read, taken
from careers.text.diagnostics import CareersError
from mail_shapes import FROM, PLAIN, TO, attached, mail, several
from mail_whose_shapes import (
    ANSWERS,
    KEPT,
    RESULTS,
    SENT_ON,
    TAKEN,
    calendar,
    made_of,
    picture,
    text,
)

SETTINGS = IntakeSettings.model_validate({"mail": {"user": "jobs@example.org"}})
KEYS = read_keys("a key of the tests, long enough")
TAGGED = f"To: {tagged_address('jobs@example.org', 1, KEYS)}"


@pytest.mark.parametrize("name", TAKEN)
def test_a_mail_is_its_writer_s(name: str) -> None:
    """With all its words and files; nobody else becomes an applicant."""
    data, who, words, files = TAKEN[name]
    made = read(data)
    assert (made.posting, made.name, made.email) == who
    assert made.message == words
    assert made.answers.get("Files", "") == files
    assert ", ".join(file.name for file in made.files) == files


def test_an_attached_mail_is_quoted() -> None:
    """Its words stand among the answers, those of a reference too."""
    made = read(TAKEN["letter and a mail that is attached"][0])
    assert made.answers["Attached letter of Rita rita@example.org"] == "Hello\n\nDo apply"
    made = read(TAKEN["reference sent on as a mail"][0])
    assert "Ada bakes well." in made.answers["Attached letter of Boss boss@example.net"]


@pytest.mark.parametrize("name", KEPT)
def test_a_person_sees_what_no_rule_can_tell(name: str) -> None:
    """It is refused, and not as nothing: nobody is the applicant, and everything is kept."""
    data, why = KEPT[name]
    with pytest.raises(CareersError, match=why) as caught:
        read(data, SETTINGS)
    assert not isinstance(caught.value, Unwanted)
    kept = taken(data).shown(SETTINGS)
    assert "name" not in kept
    assert "email" not in kept


def test_of_two_applications_both_are_kept() -> None:
    """Each with its words, and as a file."""
    given = taken(KEPT["two applications in one"][0])
    answers = given.shown(SETTINGS)["answers"]
    for who in ("Ada ada@example.com", "Ben ben@example.com"):
        assert "I bake." in answers[f"Attached letter of {who}"]
    assert [file.name for file in given.files(SETTINGS)] == ["Baker.eml", "Baker.eml"]


@pytest.mark.parametrize("said", RESULTS)
def test_only_what_our_server_says_confirms_a_sender(said: str) -> None:
    """The topmost header, its results alone, for the sender's own domain."""
    headers = (f"Authentication-Results: {said}",) if said else ()
    below = "Authentication-Results: evil; dmarc=pass" if said else "X-Nothing: x"
    found = incoming(mail(*headers, below, FROM, TAGGED), SETTINGS.mail, KEYS)
    assert isinstance(found, Answered)
    assert found.confirmed == RESULTS[said]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_candidate_s_words_reach_their_issue(name: str) -> None:
    """An answer that bears our mark is nobody's program for a word in its subject."""
    bodies, subject, said = ANSWERS[name]
    headers = (FROM, TAGGED, f"Subject: {subject}", "In-Reply-To: <1@x>")
    data = made_of((*headers, "X-Auto-Response-Suppress: All"), *bodies, kind="alternative")
    found = incoming(data, SETTINGS.mail, KEYS)
    assert isinstance(found, Answered)
    assert found.fields["message"] == said


@pytest.mark.parametrize(
    "bodies",
    [
        (calendar("ACCEPTED"),),
        (text("Ada Example has accepted this invitation."), calendar("ACCEPTED")),
        (text("Ada Example hat diesen Termin zugesagt"), calendar("ACCEPTED")),
    ],
)
def test_a_bare_acceptance_waits_for_nobody(bodies: tuple[str, ...]) -> None:
    """The calendar itself shows it."""
    data = made_of((FROM, TAGGED, "Subject: Accepted: Talk"), *bodies, kind="alternative")
    with pytest.raises(Unwanted):
        incoming(data, SETTINGS.mail, KEYS)


def test_a_program_s_answer_with_our_mark_is_none() -> None:
    """By its frame and its words, or by what programs write."""
    away = "I am out of the office until Monday."
    for headers in (
        ("Subject: Automatic reply: Talk", "In-Reply-To: <1@x>"),
        ("Subject: Re: Talk", "Auto-Submitted: auto-replied"),
    ):
        with pytest.raises(Unwanted):
            incoming(mail(FROM, TAGGED, *headers, body=away), SETTINGS.mail, KEYS)


def test_a_large_file_beside_a_picture_stays() -> None:
    """A file is a file, whatever id it bears."""
    data = several(
        PLAIN, attached("attachment; filename=cv.pdf"), picture("logo.png", 10, "attachment")
    )
    assert [file.name for file in read(data).files] == ["cv.pdf", "logo.png"]


@pytest.mark.parametrize(
    ("subject", "is_copy"), [("Re: Baker", True), ("WG: Baker", False), ("Fw: Baker", False)]
)
def test_a_colleague_s_forward_is_no_copy(subject: str, is_copy: bool) -> None:  # noqa: FBT001 - of a table
    """Programs thread forwards, too: one that names nobody waits for a person."""
    headers = ("From: Bob <bob@example.org>", "To: jobs@example.org", "References: <1@x>")
    found = incoming(mail(*headers, f"Subject: {subject}"), SETTINGS.mail, KEYS)
    assert isinstance(found, OwnCopy) == is_copy


def test_a_colleague_s_own_letter_sent_on_is_theirs() -> None:
    """Whoever forwards what they wrote themselves hides nobody."""
    said = SENT_ON.format("Bob <bob@home.example>", "Baker", "I bake.")
    sent = mail("From: Bob <bob@example.org>", TO, "Subject: Fwd: Baker", body=said)
    assert read(sent, SETTINGS).email == "bob@example.org"
