"""Who invites and who is invited to an interview, and whether its file invites or calls off."""

from __future__ import annotations

from dataclasses import dataclass, field

from careers.hiring.record.interviewing import Interview

REQUEST, CANCEL = "REQUEST", "CANCEL"


@dataclass(frozen=True, slots=True)
class Parties:
    """Who invites, by name and address, and who is invited."""

    company: str
    sender: str
    address: str
    candidate: str = field(repr=False)


def method_of(talk: Interview) -> str:
    """Whether the file invites or calls off."""
    return CANCEL if talk.off else REQUEST
