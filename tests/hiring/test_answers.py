"""Which answers of an application are facts."""

from __future__ import annotations

import pytest

from careers.hiring.issue.answers import facts_and_rest


@pytest.mark.parametrize(
    ("question", "answer", "is_fact"),
    [
        ("Notice period", "x" * 80, True),
        ("Notice period", "x" * 81, False),
        ("q" * 80, "a month", True),
        ("q" * 81, "a month", False),
        ("Notice period", "a\nb", False),
    ],
)
def test_one_short_line_is_a_fact(question: str, answer: str, *, is_fact: bool) -> None:
    """Of eighty characters at most, as is its question."""
    facts, rest = facts_and_rest({question: answer})
    assert (facts, rest) == (({question: answer}, {}) if is_fact else ({}, {question: answer}))


def test_eight_are_facts_and_flagged_ones_first() -> None:
    """A flagged answer is one, however long; the ninth is read below."""
    answers = {f"Question {number}": "yes" for number in range(8)} | {"Why": "x" * 200}
    facts, rest = facts_and_rest(answers, {"Why"})
    assert [*facts] == ["Why", *(f"Question {number}" for number in range(7))]
    assert rest == {"Question 7": "yes"}
