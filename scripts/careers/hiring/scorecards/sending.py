"""Who sent a card whose event nobody tells of, by the texts that it had."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from careers.hiring.scorecards.reading import read_card, read_comment
from careers.hiring.scorecards.scorecard import Scorecard


class Sent(NamedTuple):
    """Who ticked *Done*, the text before, and the text as they left it; empty where unknown."""

    who: str = ""
    before: str = ""
    after: str = ""


def is_changed(body: str, card: Scorecard) -> bool:
    """Whether a text says what is not taken yet."""
    read = read_card(body, card.criteria)
    return dict(read.ratings) != dict(card.ratings) if card.done else read.done


def who_sent(revisions: Sequence[tuple[str, str]], card: Scorecard) -> Sent:
    """By an issue's revisions, the newest first, each a login and a text.

    What others wrote after them is not theirs. Of a card that was sent before, the last writer.
    """
    if not revisions:
        return Sent()
    if card.done:
        who, text = revisions[0]
        return Sent(who, text, text)
    ticked = list(takewhile(lambda each: read_card(each[1], card.criteria).done, revisions))
    if not ticked:
        return Sent()
    who = ticked[-1][0]
    before = revisions[len(ticked)][1] if len(ticked) < len(revisions) else ""
    theirs = (text for writer, text in ticked if writer.casefold() == who.casefold())
    return Sent(who, before, next(theirs))


def tells(who: str, text: str, card: Scorecard) -> bool:
    """Whether a comment is of whom the card was asked of, and says something that it asks."""
    read = read_comment(text, card.criteria)
    theirs = who.casefold() == card.who.casefold()
    return theirs and bool(read.ratings or read.problems or read.done)
