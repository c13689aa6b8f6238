"""The stages that candidates were in, and since when, as the history tells it."""

from __future__ import annotations

import pytest

from careers.hiring.record.model import Entry
from careers.hiring.record.visits import since, visits
from hiring.sealing import candidate


def at(day: int, start: str | None, to: str, *, undoes: bool = False) -> Entry:
    """A line of the history, on a day of March."""
    when = f"2026-03-{day:02}T10:00:00Z"
    return Entry(when=when, who="rita", start=start, to=to, undoes=undoes)


CAME = at(1, None, "applied")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((CAME,), [("applied", 1, None)]),
        ((CAME, at(4, "applied", "offer")), [("applied", 1, 4), ("offer", 4, None)]),
        # What is told without a move, as that two issues were merged.
        ((CAME, at(4, "applied", "applied")), [("applied", 1, None)]),
        # Taken back: it was no visit, and they wait since they came.
        (
            (CAME, at(4, "applied", "offer"), at(5, "offer", "applied", undoes=True)),
            [("applied", 1, None)],
        ),
        # To where they were last, which was not the first time.
        (
            (
                CAME,
                at(2, "applied", "offer"),
                at(3, "offer", "applied"),
                at(4, "applied", "offer"),
                at(5, "offer", "applied", undoes=True),
            ),
            [("applied", 1, 2), ("offer", 2, 3), ("applied", 3, None)],
        ),
        # Only the newest entries are kept, and none of them is a move.
        ((at(4, "applied", "applied"), at(5, "applied", "applied")), [("applied", 4, None)]),
        # Moved back is not taken back.
        (
            (CAME, at(4, "applied", "offer"), at(5, "offer", "applied")),
            [("applied", 1, 4), ("offer", 4, 5), ("applied", 5, None)],
        ),
    ],
)
def test_visits(entries: tuple[Entry, ...], expected: list[tuple[str, int, int | None]]) -> None:
    """Each stage with the days on which they came and left; the last one is open."""
    record = candidate(entries[-1].to, *entries)
    found = [
        (x.stage, int(x.start[8:10]), int(x.end[8:10]) if x.end else None) for x in visits(record)
    ]
    assert found == expected
    assert since(record) == visits(record)[-1].start
