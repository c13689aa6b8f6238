"""A place of work, as front matter has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator

from careers.posting.field_types import Model, Text

if TYPE_CHECKING:
    from careers.places.model import Found


def _located(value: object) -> object:
    """``Berlin, DE`` and ``Austin, Texas, US`` are short for a mapping."""
    # Where places are written, not before: reading them costs what the rest of a posting does.
    from careers.posting.location import coded, located  # noqa: PLC0415 - where there is a place

    if isinstance(value, str):
        return located(value)
    if isinstance(value, dict) and isinstance(country := value.get("country"), str):
        return {**value, "country": coded(country)}
    return value


def places_of(value: object) -> object:
    """A list whose entries belong together is one place: `[Berlin, DE]`."""
    from careers.posting.location import joined  # noqa: PLC0415 - as above

    return joined(value) if isinstance(value, list) else value


class Location(Model):
    """A place of work. ``country`` is its code (ISO 3166) where it is known, else as written."""

    city: Text | None = None
    region: Text | None = None
    country: Text | None = None
    street: Text | None = None
    postal_code: Text | None = None

    @property
    def found(self) -> Found:
        """The place that it is, out of the tables of places."""
        from careers.posting.location import found  # noqa: PLC0415 - as above

        return found(self.city, self.region, self.country)

    @property
    def canonical(self) -> Location:
        """The same, a city that is known under one name: of Lisboa and Lissabon Lisbon."""
        from careers.posting.location import canonical  # noqa: PLC0415 - as above

        fields = canonical(self.found)
        return Location(**fields) if fields else self

    @property
    def each(self) -> tuple[Location, ...]:
        """The place itself; where its text names several, each of them."""
        from careers.posting.location import each_of  # noqa: PLC0415 - as above

        several = () if self.country else each_of(str(self))
        return tuple(Location(**fields) for fields in several) or (self,)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


Place = Annotated[Location, BeforeValidator(_located, json_schema_input_type=str | Location)]
