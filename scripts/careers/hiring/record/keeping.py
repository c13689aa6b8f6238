"""The part of a record that says how long it is kept, and why longer or shorter."""

from __future__ import annotations

from careers.hiring.record.parts import Day, Part


class Keeping(Part):
    """``places`` are those of the job as it was last seen; ``due`` the day of the erasing.

    ``warned`` is the day that the issue was told of, ``pool`` until when they agreed to be kept,
    ``pool_said`` when they said so, or took it back (ISO 8601).
    ``held_by`` is who set the label ``legal-hold`` (empty: there is none), ``held_since`` when.
    ``asked_by`` is the admin who confirmed ``/erase`` (empty: nobody has).
    """

    places: tuple[str, ...] = ()
    due: Day = ""
    warned: Day = ""
    pool: Day = ""
    pool_said: str = ""
    held_by: str = ""
    held_since: Day = ""
    asked_by: str = ""

    def with_other(self, other: Keeping) -> Keeping:
        """Of two that become one: each hold stays, and what they said last of the pool."""
        hold = self if self.held_by else other
        last = max(self, other, key=lambda kept: (kept.pool_said, kept.pool))
        return self.model_copy(
            update={
                "pool": last.pool,
                "pool_said": last.pool_said,
                "held_by": hold.held_by,
                "held_since": hold.held_since,
            }
        )
