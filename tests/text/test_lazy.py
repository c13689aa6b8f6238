"""Properties that are made once."""

from __future__ import annotations

from dataclasses import dataclass

from careers.text.lazy_property import cached_property


@dataclass(frozen=True)
class Asked:
    """Counts who makes what."""

    made: list[str]

    @cached_property
    def number(self) -> int:
        """How often it was made."""
        self.made.append("number")
        return len(self.made)


def test_it_is_made_when_it_is_asked_for_and_once_for_each() -> None:
    """Of a frozen object too; what was put in its place beforehand stays."""
    one, other = Asked([]), Asked([])
    assert not one.made
    assert (one.number, one.number, other.number) == (1, 1, 1)
    vars(other)["number"] = 7
    assert other.number == 7


def test_it_tells_what_it_is() -> None:
    """On the class."""
    assert Asked.number.__doc__ == "How often it was made."
