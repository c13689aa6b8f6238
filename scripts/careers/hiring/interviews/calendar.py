"""The calendar file of an interview (RFC 5545, 5546): sent again with one UID as it is moved."""

from __future__ import annotations

from datetime import UTC, datetime

from careers.hiring.interviews.numbering import called
from careers.hiring.interviews.parties import Parties, method_of
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record


def uid_of(record: Record, talk: Interview, address: str) -> str:
    """The same however often it is moved or merged, and told by nothing of the candidate."""
    return f"interview-{called(record, talk)}@{address.rpartition('@')[2]}"


def calendar_file(record: Record, talk: Interview, parties: Parties) -> bytes:
    """The file, in UTF-8."""
    from icalendar import Calendar, Event, vCalAddress, vText  # noqa: PLC0415 - mail alone needs it

    event = Event()
    event.add("uid", uid_of(record, talk, parties.address))
    event.add("sequence", talk.sequence)
    event.add("dtstamp", _moment(talk.set_at))
    event.add("dtstart", _moment(talk.start))
    event.add("dtend", _moment(talk.end))
    event.add("summary", f"{record.title}, {parties.company}".strip(", "))
    event.add("status", "CANCELLED" if talk.off else "CONFIRMED")
    if talk.link:
        event.add("location", talk.link)
        event.add("url", talk.link)
    organizer = vCalAddress(f"mailto:{parties.address}")
    organizer.params["cn"] = vText(parties.sender)
    event["organizer"] = organizer
    attendee = vCalAddress(f"mailto:{parties.candidate}")
    attendee.params["rsvp"] = vText("TRUE")
    event.add("attendee", attendee, encode=False)
    made = Calendar()
    made.add("prodid", "-//careers//interviews//EN")
    made.add("version", "2.0")
    made.add("method", method_of(talk))
    made.add_component(event)
    return bytes(made.to_ical())


def _moment(when: str) -> datetime:
    return datetime.fromisoformat(when).astimezone(UTC)
