"""What an App is to do, it can: tell who is in a team, close postings, write scorecards apart."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, unasked, warning
from careers.doctor.support.facts import Facts
from careers.hiring.issue.quoting import code_list
from careers.hiring.rules import teams_among

_APP, _KEY = "CAREERS_APP", "CAREERS_APP_KEY"
_TEAMS, _POSTINGS = "CAREERS_TEAMS", "CAREERS_POSTINGS"
_CARDS, _TOKEN = "CAREERS_SCORECARDS", "CAREERS_SCORECARDS_TOKEN"
_CURE = "docs/app.md tells how an App is made, and what it is let do"


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield nothing where no App is wanted."""
    named = facts.people.roles.hiring_managers.values()
    teams = sorted({team for names in named for team in teams_among(names)})
    if teams:
        yield from _asked(facts, teams)
    yield from _scorecards(facts, facts.people.scorecards.repository)
    if facts.has_variable(_POSTINGS):
        lacking = [name for name in (_APP, _KEY) if _has(facts, name) is False]
        if lacking:
            message = f"{code_list(lacking)} not set: a job's issue only links to the edit page"
            yield warning(f"{_POSTINGS} is set, and {message}", _CURE)
        else:
            yield ok("jobs' issues close postings by pull request")


def _scorecards(facts: Facts, apart: str) -> Iterator[Diagnosis]:
    """Whether anything may write where scorecards are to be; a token does without an App."""
    if not apart or facts.secret_named(_TOKEN) is not False:
        return
    lacking = [name for name in (_APP, _KEY, _CARDS) if _has(facts, name) is False]
    if lacking:
        message = f"nothing may write there ({code_list(lacking)} not set): nobody is asked for one"
        yield error(f"[scorecards] of candidates.toml names {apart}, and {message}", _CURE)
    else:
        yield ok(f"an App writes scorecards in {apart}")


def _asked(facts: Facts, teams: list[str]) -> Iterator[Diagnosis]:
    """Whether anybody can tell who is in a team."""
    owner = facts.candidates_name.partition("/")[0]
    told = f"[roles] of candidates.toml names {code_list(teams)}"
    others = [team for team in teams if team.partition("/")[0].casefold() != owner.casefold()]
    if facts.candidates and others:
        message = f"{told}, and {code_list(others)} is no team of {owner}"
        yield error(f"{message}: its people may do nothing", f"name teams of {owner}, or logins")
    known = {name: _has(facts, name) for name in (_APP, _KEY, _TEAMS)}
    lacking = [name for name, there in known.items() if there is False]
    if lacking:
        message = f"{told}, and nobody can ask who is in it ({code_list(lacking)} not set)"
        yield error(f"{message}: its people may do nothing", f"{_CURE}; or name logins")
    elif None in known.values():
        yield unasked(f"{told}; whether an App can tell who is in it could not be asked")
    else:
        yield ok(f"an App tells who is in {code_list(teams)}")


def _has(facts: Facts, name: str) -> bool | None:
    if name == _KEY:
        return facts.secret_named(name)
    return facts.switched_on(name) if name == _TEAMS else facts.has_variable(name)
