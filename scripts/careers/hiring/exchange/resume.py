"""JSON Resume (jsonresume.org, 1.x) as the fields of an application."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_PARTS = ("work", "education", "skills", "languages", "projects", "certificates")
_SAID = ("position", "studyType", "area", "name", "institution", "language", "fluency", "level")


def is_resume(payload: Mapping[str, Any]) -> bool:
    """Whether it is one."""
    return isinstance(payload.get("basics"), dict)


def read_resume(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The fields: who, how to reach them, their summary, and a line for each thing they did."""
    basics = payload["basics"]
    location = basics.get("location")
    place = location if isinstance(location, dict) else {}
    parts = (place.get(name) for name in ("city", "region", "countryCode"))
    return {
        "name": basics.get("name"),
        "email": basics.get("email"),
        "phone": basics.get("phone"),
        "location": ", ".join(str(part) for part in parts if part),
        "links": [*_links(basics)],
        "message": basics.get("summary"),
        "answers": {name: "\n".join(_lines(payload.get(name))) for name in _PARTS},
    }


def _links(basics: Mapping[str, Any]) -> Iterator[str]:
    profiles = basics.get("profiles")
    for each in (basics, *(profiles if isinstance(profiles, list) else ())):
        if isinstance(each, dict) and isinstance(url := each.get("url"), str) and url:
            yield url


def _lines(entries: object) -> Iterator[str]:
    for each in entries if isinstance(entries, list) else ():
        if isinstance(each, dict):
            said = [str(each[name]) for name in _SAID if each.get(name)]
            since = " to ".join(str(each[d]) for d in ("startDate", "endDate") if each.get(d))
            yield ", ".join(filter(None, (*said, since)))
