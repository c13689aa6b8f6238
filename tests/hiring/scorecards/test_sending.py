"""Who sent a scorecard, by its issue's revisions."""

from __future__ import annotations

import pytest

from careers.hiring.scorecards.scorecard import Scorecard
from careers.hiring.scorecards.sending import who_sent

CARD = Scorecard(candidate=1, stage="interviews", who="mira", criteria=("Finds the cause",))
OPEN = "### Finds the cause\n- [x] yes\n\n### In all\n- [x] yes\n\n- [ ] Done"
DONE = OPEN.replace("- [ ] Done", "- [x] Done")


@pytest.mark.parametrize(
    ("revisions", "who", "before"),
    [
        ([], "", ""),
        ([("mira", OPEN)], "", ""),
        ([("mira", DONE), ("bot", OPEN)], "mira", OPEN),
        ([("otto", DONE + "."), ("mira", DONE), ("bot", OPEN)], "mira", OPEN),
        ([("mira", DONE)], "mira", ""),
        ([("otto", DONE + "."), ("mira", DONE)], "mira", ""),
    ],
)
def test_who_ticked_done_first(revisions: list[tuple[str, str]], who: str, before: str) -> None:
    """It is theirs, whoever wrote after them; of a card that never was open nothing went before."""
    found = who_sent(revisions, CARD)
    assert (found.who, found.before) == (who, before)
