"""What a person should look at: answers that the settings name, and hints of doubles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careers.application import read_application
from careers.hiring.actions import AddLabel, EditIssue
from careers.hiring.flags.answers import flagged
from careers.hiring.flags.doubles import Hint, find_doubles, plan_hint
from careers.hiring.issue.sections import section
from careers.hiring.issues import Issue
from careers.hiring.record.model import Record
from careers.hiring.settings import read_candidates_settings
from hiring.sealing import WRITER, candidate, read

NOW = "2026-03-02T10:00:00Z"
SETTINGS = """
[[flag]]
question = "Do you need a visa?"
when = "yes"

[[flag]]
question = "Hours a week"
when = ["10", "20"]
"""


@pytest.mark.parametrize(
    ("question", "answer", "is_flagged"),
    [
        ("Do you need a visa?", "Yes.", True),
        ("do you  need a visa", "YES", True),
        ("Do you need a visa?", "Yes, in June", False),
        ("Hours a week", "20", True),
        ("Hours a week", "40", False),
        ("Hours a month", "20", False),
    ],
)
def test_an_answer_is_flagged_where_the_settings_name_it(
    question: str, answer: str, *, is_flagged: bool
) -> None:
    """The whole answer, but for capitals, blanks and what ends a sentence."""
    flags = read_candidates_settings(SETTINGS).flag
    assert flagged({question: answer}, flags) == ((question,) if is_flagged else ())


def found(number: int, name: str = "Ada Example", **given: object) -> tuple[Issue, Record]:
    """An issue with these facts, of a person of its own."""
    fields = {"posting": "engineer", "name": name, "email": f"a{number}@example.com", **given}
    person = {"person": f"{number:016x}", "posting": str(fields["posting"])}
    record = candidate("applied", number=number).model_copy(update=person)
    body = WRITER.new_body(record, read_application(fields), NOW).body
    return Issue(number, "t", body, is_open=True), record


ADA = found(1, phone="+44 20 7946 0142", links=["https://www.example.org/in/ada/"])


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (found(2, "A. Example", phone="020 7946 0142"), "same phone"),
        (found(2, "A. Example", phone="0142"), ""),
        (found(2, "A. Example", links=["example.org/in/Ada?x=1"]), "same profile"),
        (found(2, "A. Example", links=["https://linkedin.com"]), ""),
        (found(2, "EXAMPLE, Ada"), "similar name"),
        (found(2, "Ada Maria Example"), "similar name"),
        (found(2, "Ada Other"), ""),
        (found(2, "Ada"), ""),
        (found(2, posting="designer"), ""),
    ],
)
def test_two_issues_may_be_of_one_person(later: tuple[Issue, Record], why: str) -> None:
    """The later one says so: a phone, a profile, or at one posting the words of a name."""
    assert find_doubles([later, ADA]) == ([Hint(2, 1, why)] if why else [])


def test_what_is_known_is_no_hint() -> None:
    """The same person's, what was said before, and what ended."""
    issue, record = found(2)
    for changes in (
        {"person": ADA[1].person},
        {"hints": (1,)},
        {"linked": (1,)},
        {"other_names": (1,)},
        {"stage": "rejected"},
    ):
        assert not find_doubles([ADA, (issue, record.model_copy(update=changes))])


def test_what_many_share_says_nothing() -> None:
    """Four of one telephone are a switchboard."""
    crowd = [found(n, f"Person {n:03}x Other{n}", phone="+44 20 7946 0142") for n in range(2, 6)]
    assert not find_doubles([ADA, *crowd])


def test_a_hint_is_a_row_and_a_label_and_is_given_once() -> None:
    """Nobody is joined or moved; a row that a person deletes does not come back."""
    issue, record = found(2)
    label, edit = plan_hint(issue, record, Hint(2, 1, "similar name"), WRITER)
    assert label == AddLabel(2, "flag")
    assert isinstance(edit, EditIssue)
    assert edit.body
    last = section(edit.body, "facts").splitlines()[-1]
    assert last == "| **May be the same person** | #1 (similar name): compare them yourself |"
    after = read(edit.body, 2)
    assert (after.stage, after.hints) == ("applied", (1,))
    assert not find_doubles([ADA, (replace(issue, body=edit.body), after)])
