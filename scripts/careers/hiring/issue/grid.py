"""The scorecards in a candidate's issue: who was asked, and once they are shown, what they say.

Ratings stand beside each other. There is no sum, no average, no rank: people decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.hiring.issue import quoting
from careers.hiring.issue.days import moment
from careers.hiring.record.interviewing import ScorecardRef
from careers.hiring.record.model import Record
from careers.hiring.scorecards.words import IN_ALL, Rating

_FOR = frozenset({Rating.YES, Rating.STRONG_YES})
_AGAINST = frozenset({Rating.NO, Rating.DEFINITELY_NOT})
_APART = " ← **apart: talk about it**"


@dataclass(frozen=True)
class GridRow:
    """A criterion, and what each card says of it; ``overall`` is the last."""

    name: str
    cells: tuple[str, ...]
    overall: bool = False


@dataclass(frozen=True)
class ScorecardGroup:
    """The cards of one stage; ``given`` are those that were sent, ``rows`` what they say."""

    stage: str
    cards: tuple[ScorecardRef, ...]
    shown: str = ""

    @property
    def given(self) -> tuple[ScorecardRef, ...]:
        """Those that were sent, and are shown."""
        return tuple(card for card in self.cards if card.ratings)

    @property
    def missing(self) -> tuple[ScorecardRef, ...]:
        """Those that were not."""
        return tuple(card for card in self.cards if not card.ratings)

    @property
    def changed(self) -> tuple[ScorecardRef, ...]:
        """Those that were changed after all were shown."""
        return tuple(card for card in self.given if card.changed and card.changed >= self.shown)

    @property
    def done(self) -> int:
        """How many were sent."""
        return sum(bool(card.done) for card in self.cards)

    @property
    def until(self) -> str:
        """When they are shown at the latest."""
        return moment(max(card.until for card in self.cards))

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The criteria in the order of the cards, *In all* last."""
        names = dict.fromkeys(name for card in self.given for name in card.ratings)
        names.pop(IN_ALL, None)
        return (
            *(GridRow(quoting.inline(name), _cells(self.given, name)) for name in names),
            GridRow("In all", _cells(self.given, IN_ALL, apart=False), overall=True),
        )


def _cells(cards: Sequence[ScorecardRef], name: str, *, apart: bool = True) -> tuple[str, ...]:
    ratings = [Rating(said) if (said := card.ratings.get(name)) else None for card in cards]
    cells = [f"{rating.sign} {rating.words}".strip() if rating else "" for rating in ratings]
    if apart and _FOR & set(ratings) and _AGAINST & set(ratings):
        cells[-1] += _APART
    return tuple(cells)


def card_groups(record: Record) -> tuple[ScorecardGroup, ...]:
    """The cards by stage, in the order in which they were asked for."""
    shown = {each.stage: each.when for each in record.shown}
    stages = dict.fromkeys(card.stage for card in record.cards)
    return tuple(
        ScorecardGroup(
            stage, tuple(c for c in record.cards if c.stage == stage), shown.get(stage, "")
        )
        for stage in stages
    )
