"""The fields and the type of an organisation's issues, by which a board shows candidates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careers.hiring.settings.reasons import REASONS
from careers.hosting.actions import MakeField, MakeType
from careers.process import APPLIED, TERMINAL

TYPE = "Candidate"
# The stages of the posting that `init` lays down; further ones are options that people add.
_STAGES = (APPLIED, "phone-screen", "interviews", "offer", *TERMINAL)
FIELDS: Mapping[str, tuple[str, ...]] = {
    "Stage": _STAGES,
    "Due": (),
    "Since": (),
    "Reason": tuple(REASONS),
}
"""By name, the options of a single select; none for a day."""


@dataclass(frozen=True)
class IssueParts:
    """What an organisation's issues have: the ids of fields, by name, and the names of types.

    Each is None where GitHub does not offer it to this owner, or may not be asked. Fields of
    another kind than ours are left out.
    """

    fields: Mapping[str, int] | None = None
    types: tuple[str, ...] | None = None


def plan_board(owner: str, there: IssueParts) -> list[MakeField | MakeType]:
    """What is missing of it, where GitHub offers it."""
    missing: list[MakeField | MakeType] = []
    if there.fields is not None:
        missing += [MakeField(owner, n, o) for n, o in FIELDS.items() if n not in there.fields]
    if there.types is not None and TYPE not in there.types:
        missing.append(MakeType(owner, TYPE))
    return missing


def board_values(there: IssueParts) -> dict[str, object]:
    """What the settings say of it: ``fields``, ids by the settings' names, and the ``type``."""
    known = there.fields or {}
    fields = {name.lower(): known[name] for name in FIELDS if name in known}
    return {"fields": fields, "type": TYPE if TYPE in (there.types or ()) else ""}
