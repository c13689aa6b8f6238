"""What is said on an issue of a later letter, so that it is said once."""

from __future__ import annotations

import pytest

from careers.application import Application
from careers.hiring.actions import Comment
from careers.hiring.applying.submission import Submission
from careers.hiring.issues import Issue
from careers.hiring.opening import plan_saying
from hiring.sealing import HASH, WRITER, candidate

LATER = "fedcba9876543210" * 2


def submission(digest: str) -> Submission:
    """A letter of Ada's."""
    application = Application(posting="engineer", name="Ada Example", email="ada@example.com")
    stages, now = ("applied",), "2026-03-02T10:00:00Z"
    return Submission(
        application, (HASH,), (digest,), (HASH,), "Engineer", "c0ffee", "", stages, now, "n"
    )


@pytest.mark.parametrize(
    ("digest", "markers"),
    [
        # The marker is that of earlier versions, whose comments are found by it.
        (LATER, ["<!-- careers:note fedcba9876543210 -->"]),
        (HASH, []),  # the first application is told of by the issue itself
        ("0" * 32, []),  # not in the record: nothing was added yet
    ],
)
def test_a_later_letter_is_told_by_a_comment(digest: str, markers: list[str]) -> None:
    """One for each letter that the record holds but the first, whatever run says it."""
    record = candidate("applied").model_copy(update={"applications": (HASH, LATER)})
    issue = Issue(3, "Ada", "", is_open=True)
    plan = plan_saying(issue, record, submission(digest), WRITER)
    assert [x.marker for x in plan.actions if isinstance(x, Comment)] == markers
    assert len(plan.actions) == len(markers)
