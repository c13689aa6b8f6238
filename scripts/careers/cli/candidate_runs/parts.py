"""What a run of intake may write, and how much in an hour: its concurrency group decides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

LEFT = "left for the next job"
LATER = "left for the next run"
OPENED = "opened"
KEPT = "kept for a person"
SHARE = 80
"""Issues that a fetch opens in an hour: with a CV each takes seven requests, four are writes."""


class Part(StrEnum):
    """Whether it opens issues, writes to those that stand, or both: one alone in each group."""

    BOTH = "both"
    OPENS = "opens"
    STANDS = "stands"


@dataclass
class Shares:
    """What a run of one part has done of its share, and what waits, by source."""

    part: Part = Part.BOTH
    opened: int = 0
    waiting: Counter[str] = field(default_factory=Counter)

    def passes(self, source: str) -> str:
        """Why nothing more of a source is looked at; empty where it goes on."""
        if self.part is Part.OPENS and self.opened >= SHARE:
            return LATER
        if self.part is Part.STANDS and self.waiting[source] > SHARE:
            self.waiting[source] += 1
            return LEFT
        return ""

    def count(self, source: str, what: str) -> None:
        """Count what came of one."""
        self.opened += what in {OPENED, KEPT}
        self.waiting[source] += what == LEFT

    @property
    def crowded(self) -> list[str]:
        """The sources that send more than their share."""
        return sorted(source for source, count in self.waiting.items() if count > SHARE)
