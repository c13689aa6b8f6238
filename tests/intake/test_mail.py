"""Mails become applications, or are told from them."""

from __future__ import annotations

import resource

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.settings import IntakeSettings, read_candidates_settings
from careers.intake import Unwanted, read
from careers.text.diagnostics import CareersError
from mail_more_shapes import BOARDS, FORWARDS, QUOTED, UNCUT
from mail_shapes import ADA, FROM, NONE, READ, TO, TOLD, mail
from mail_world_shapes import BOARDS as MORE_BOARDS
from mail_world_shapes import DOUBTS
from mail_world_shapes import QUOTED as MORE_QUOTED


@pytest.mark.parametrize("name", READ)
def test_a_mail_is_read(name: str) -> None:
    """Posting, person, text and files, whatever program wrote it."""
    data, who, text, files = READ[name]
    made = read(data)
    assert (made.posting, made.name, made.email) == who
    assert made.message == text
    assert made.answers.get("Files", "") == files


@pytest.mark.parametrize("name", TOLD)
def test_what_a_person_should_know_is_told(name: str) -> None:
    """Whose words stand above a forward, what could not be read, what the server thinks."""
    question, words = TOLD[name]
    assert words in read(READ[name][0]).answers[question]


@pytest.mark.parametrize("name", BOARDS | MORE_BOARDS)
def test_a_board_is_the_source(name: str) -> None:
    """As labels name it, and its machine is nobody's address."""
    assert read(READ[f"board: {name}"][0]).source == (BOARDS | MORE_BOARDS)[name][2][3]


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_application_is_told(name: str) -> None:
    """It is no fault, and says nothing of what was written."""
    data, why = NONE[name]
    with pytest.raises(Unwanted, match=why) as caught:
        read(data)
    assert "ada" not in str(caught.value).casefold()


@pytest.mark.parametrize("name", DOUBTS)
def test_what_is_not_its_writer_s_application_is_a_person_s_to_settle(name: str) -> None:
    """Who presents somebody is no applicant, and who takes back is none any more."""
    sender, subject, text, why = DOUBTS[name]
    with pytest.raises(CareersError, match=why) as caught:
        read(mail(f"From: {sender}", "To: jobs@example.org", f"Subject: {subject}", body=text))
    assert not isinstance(caught.value, Unwanted)


def test_the_settings_say_what_is_a_board_and_who_is_a_colleague() -> None:
    """A board by its sender and expressions; a domain of the team beside the mailbox's own."""
    board = {
        "name": "dice",
        "sender": "dice.example",
        "subject": r"^(?P<posting>.+) / new$",
        "body": r"^Who: (?P<name>.+) <(?P<email>.+)>$",
    }
    settings = IntakeSettings.model_validate(
        {"mail": {"user": "jobs@example.org", "team": ["partner.example"], "board": [board]}}
    )
    text = "Who: Ada Example <ada@example.com>"
    sent = mail(
        "From: no-reply@mail.dice.example", TO.replace("+baker", ""), "Subject: Baker / new"
    )
    made = read(sent.replace(b"I bake.", text.encode()), settings)
    assert (made.posting, made.name, made.email, made.source) == ("Baker", *ADA[1:], "dice")
    body = (
        f"Known to us for long, and dear to all who work here, and to more.\n{FORWARDS['Gmail'][1]}"
    )
    sent = mail("From: Pat <pat@partner.example>", TO, "Subject: Fwd: Baker", body=body)
    assert read(sent, settings).name == "Ada Example"
    assert read(sent).name == "Pat"


def test_an_expression_that_is_none_is_said() -> None:
    """With its place in the settings."""
    text = '[[intake.mail.board]]\nname = "x"\nsender = "x.example"\nsubject = "("\n'
    with pytest.raises(CareersError, match=r"intake\.mail\.board\.0\.subject.*regular expression"):
        read_candidates_settings(text)


def test_a_colleague_who_forwards_is_named() -> None:
    """As a claim, in the answers: the application is the person's within."""
    made = read(READ["forward by Gmail"][0])
    assert made.answers["Forwarded by"] == "Bob bob@example.org"
    assert made.source == "referral"


@pytest.mark.parametrize("name", [*(f"answer: {name}" for name in QUOTED | MORE_QUOTED), *UNCUT])
def test_the_whole_of_a_cut_letter_is_kept(name: str) -> None:
    """Nothing is thrown away: where a quotation is left out, the whole stands beside."""
    made = read(READ[name][0])
    assert ("?" in made.whole) == name.startswith("answer: ")


def test_a_mail_without_a_sender_is_kept_for_a_person() -> None:
    """Nobody can be answered: it is refused, and not as if it were nothing."""
    with pytest.raises(CareersError, match="is missing") as caught:
        read(mail(TO, "Subject: x"))
    assert not isinstance(caught.value, Unwanted)


def test_size_and_depth_are_bounded() -> None:
    """5,000 recipients, 300 parts within each other, a long line: read or refused, quickly."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    crowd = ", ".join(f"a{n}@example.org" for n in range(5_000))
    assert read(mail(FROM, TO, f"Cc: {crowd}")).name == ADA[1]
    deep = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(300)
    )
    for data in (
        mail(FROM, TO, deep.rstrip("\n")),
        mail(FROM, TO, "Subject: " + "=?utf-8?q?x?= " * 10_000),
        mail(FROM, TO, "Content-Type: text/html", body="<div>" * 25_000),
        mail(FROM, TO, body="-" * 450_000),
    ):
        assert read(data).email == ADA[2]
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert more < 100_000  # KiB


HEADERS = st.sampled_from(
    ["From", "To", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Reply-To",
     "Content-Disposition", "Message-ID", "Auto-Submitted", "Delivered-To", "MIME-Version"]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "=?utf-8?b?!!?=", "=?x?q?=E9?=", "multipart/mixed; boundary=b", "<", "a@b, c", "((((",
            "text/plain; charset=\x00", "attachment; filename*=x'%", "base64", '"',
        ]
    ),
)  # fmt: skip


@given(st.lists(st.tuples(HEADERS, VALUES), max_size=8), st.binary(max_size=300))
def test_no_mail_ends_in_a_traceback(headers: list[tuple[str, str]], body: bytes) -> None:
    """It is read, or refused in words."""
    lines = [f"{name}: {value}" for name, value in headers]
    text = "\r\n".join([FROM, TO, *lines]).encode("utf-8", "surrogatepass")
    try:
        made = read(text + b"\r\n\r\n" + body)
    except CareersError as refused:
        assert refused.status == 1  # noqa: PT017 - either is right
    else:
        assert made.name
        assert made.email or made.phone
