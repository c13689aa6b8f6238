"""The sections of an issue's body that the bot writes, between markers. All else is people's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

_APPLICATION = re.compile(
    r"^<!-- careers:letter (?P<digest>[0-9a-f]+) (?P<when>\S+) (?P<source>\S+) -->\n"
    r"(?P<text>.*?)\n<!-- /careers:letter -->$",
    re.DOTALL | re.MULTILINE,
)
_RECORD = re.compile(r"^<!-- careers:record\b", re.MULTILINE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    # The nearest pair: where people deleted one marker, the text up to the next stays theirs.
    marker = rf"^<!-- /?careers:{name} -->$"
    return re.compile(
        rf"^<!-- careers:{name} -->\n((?:(?!{marker}).)*)^<!-- /careers:{name} -->$",
        re.DOTALL | re.MULTILINE,
    )


def section(body: str, name: str) -> str:
    """What stands between a section's markers; nothing where it is gone."""
    found = _pattern(name).search(body)
    return found[1].strip("\n") if found else ""


def with_section(body: str, name: str, content: str) -> str:
    """The body with the section replaced; put before the record where people deleted it."""
    block = with_markers(name, content)
    body, count = _pattern(name).subn(lambda _: block, body, count=1)
    if count:
        return body
    found = _RECORD.search(body)
    at = found.start() if found else len(body)
    return f"{body[:at].rstrip()}\n\n{block}\n\n{body[at:]}"


def with_markers(name: str, content: str) -> str:
    """A section with its markers. Blank lines keep Markdown's blocks apart from the comments."""
    return f"<!-- careers:{name} -->\n\n{content}\n\n<!-- /careers:{name} -->"


def team_text(body: str) -> str:
    """What stands outside all sections and the record."""
    for name in ("candidate", "process", "application", "history"):
        body = _pattern(name).sub("", body)
    found = _RECORD.search(body)
    return (body[: found.start()] if found else body).strip()


def add_notes(body: str, notes: str) -> str:
    """The body with more notes of the team, above the application."""
    at = body.find("<!-- careers:application -->")
    return f"{body[:at]}{notes}\n\n{body[at:]}" if notes and at >= 0 else body


@dataclass(frozen=True, slots=True)
class ApplicationText:
    """One application as it stands in a body: ``text`` is Markdown that is harmless already."""

    digest: str
    when: str
    source: str
    text: str

    def __str__(self) -> str:
        head = f"<!-- careers:letter {self.digest} {self.when} {self.source} -->"
        return f"{head}\n\n{self.text}\n\n<!-- /careers:letter -->"


def applications_in(body: str) -> list[ApplicationText]:
    """The applications in a body, newest first."""
    found = _APPLICATION.finditer(section(body, "application"))
    return [
        ApplicationText(m["digest"], m["when"], m["source"], m["text"].strip("\n")) for m in found
    ]


def applications_with_facts(body: str) -> list[ApplicationText]:
    """The same; the newest with the facts about the candidate, as earlier ones have them."""
    applications = applications_in(body)
    if applications:
        newest = applications[0]
        text = f"{section(body, 'candidate')}\n\n{newest.text}".strip()
        applications[0] = replace(newest, text=text)
    return applications
