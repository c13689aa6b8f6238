"""Sets an interview, and asks for scorecards; again moves it, `/interview off` calls it off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from careers.hiring.asking.dating import named
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.interviews.planning import called_off, planned, to_come
from careers.hiring.interviews.times import moments_of, read_time, read_zone
from careers.hiring.issue.days import moment
from careers.hiring.issue.quoting import code
from careers.hiring.record.interviewing import Interview
from careers.hiring.request import Request

ORDER = 75
ALIASES = ("schedule",)
ARGUMENTS = "DATE TIME ZONE @who [@who] [link]"
UNDER_WAY = True
_OFF = "off"
_USAGE = "`/interview 2 Dec 14:00 Europe/Berlin @who https://…`"
_WHO = re.compile(r"@([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})(?![\w/-])[,;]?\s*")
_AND = re.compile(r"(?:and|with|,|&)\s+", re.IGNORECASE)
_LINK = re.compile(r"https://[^\s<>()\[\]|`\"'\\]{1,400}(?=\s|$)")
_SHOWN = 60
_MOST = 8


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """An interview in the stage where they stand; it is called off, and not undone."""
    words = text.split(maxsplit=1)
    if words[:1] == [_OFF]:
        return _called_off(candidate, request, words[1] if words[1:] else "")
    found = _start(request, text)
    return found if isinstance(found, Explanation) else _with_people(candidate, request, *found)


def _start(request: Request, text: str) -> tuple[str, str, str] | Explanation:
    """When it begins (ISO 8601, UTC), in which zone, and what stands behind it."""
    day = named(request, text, "/interview")
    if isinstance(day, Explanation):
        return day
    at = read_time(day[1])
    if at is None:
        return Explanation("time", f"at which time? {_USAGE}; a time is `14:00` or `2 pm`.")
    company = request.rules.days.company.timezone
    # The company's own is meant where none is named.
    bare = company and (not at[1] or at[1].startswith("@"))
    zone = (company, at[1]) if bare and company else read_zone(at[1])
    if zone is None:
        return _zoneless(at[1], company or "Europe/Berlin")
    starts = moments_of(date.fromisoformat(day[0]), at[0], zone[0])
    if len(starts) != 1:
        return Explanation("time", _no_moment(f"{at[0]:%H:%M}", starts, zone[0]))
    stamp = f"{starts[0]:%Y-%m-%dT%H:%M:%SZ}"
    if stamp <= request.now:
        told = f"{moment(stamp, zone[0])} is past. Name a time to come."
        return Explanation("past", told)
    return stamp, *zone


def _no_moment(time: str, starts: Sequence[datetime], zone: str) -> str:
    """Why a time of a night in which clocks are changed names no one moment."""
    if not starts:
        return f"{time} is left out that day in {zone}: its clocks go forward."
    which = " or ".join(f"`{start:%H:%M} UTC`" for start in starts)
    return f"{time} comes twice that day in {zone}: its clocks go back. Name {which}."


def _zoneless(text: str, example: str) -> Explanation:
    word = "" if text.startswith("@") else next(iter(text.split()), "")
    told = f"{code(word[:_SHOWN])} is no time zone" if word else "in which time zone"
    return Explanation("zone", f"{told}{': name one' if word else '? Name one'}, as `{example}`.")


def _with_people(
    candidate: Candidate, request: Request, start: str, zone: str, text: str
) -> Decision | Explanation:
    who, rest = _people(text)
    record = candidate.record
    named = who or request.rules.interviewers_of(record.stage, record.interviewers)
    if not named:
        return Explanation("nobody", f"with whom? {_USAGE} names one or more.")
    if len(named) > _MOST:
        return Explanation(
            "nobody", f"an interview has {_MOST} people at most, this one {len(named)}."
        )
    link = next(iter(_LINK.findall(rest)), "")
    talk = Interview(
        number=0,
        stage=record.stage,
        start=start,
        zone=zone,
        minutes=request.rules.at(record.stage).minutes,
        who=named,
        link=link,
        set_at=request.now,
    )
    note = " ".join(rest.replace(link, "").split()) if link else rest.strip()
    return planned(candidate, request, talk, note)


def _people(text: str) -> tuple[tuple[str, ...], str]:
    """The people that a text begins with, and what stands behind them."""
    who: list[str] = []
    while True:
        text = _AND.sub("", text.lstrip(), count=1) if _AND.match(text.lstrip()) else text.lstrip()
        found = _WHO.match(text)
        if not found:
            return tuple({name.casefold(): name for name in who}.values()), text
        who.append(found[1])
        text = text[found.end() :]


def _called_off(candidate: Candidate, request: Request, words: str) -> Decision | Explanation:
    talk = to_come(candidate.record, request.now)
    if talk is None:
        return Explanation("nothing", "no interview is set.")
    return called_off(candidate, request, talk, words)
