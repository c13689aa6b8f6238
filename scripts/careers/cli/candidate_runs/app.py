"""What an App lets a run do besides: know who is in a team, close a posting by a pull request."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from careers.fixes.closing import closed
from careers.github.actions import POSTINGS_TOKEN, TEAMS_TOKEN, client_of_app
from careers.github.errors import UnansweredError
from careers.github.proposing import Proposal, Proposing
from careers.github.teams import Teams
from careers.hiring.commands import commands_by_name
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.model import Record
from careers.hiring.request import Permission, Request
from careers.settings import Settings
from careers.text.diagnostics import CareersError


def teams_of(record: Record | None, request: Request) -> Mapping[str, bool | None]:
    """Whether whoever asks is in each team that manages the posting; None where nobody could tell.

    Asked for those alone whom nothing else lets do what a hiring manager may.
    """
    teams = request.rules.managing_teams(record.posting) if record else ()
    reads = request.permission == Permission.READ
    if not (record and teams and reads) or request.rules.manages(request.who, record.posting):
        return {}
    asked = (commands_by_name()[said.verb].manages for said in request.commands)
    if not (request.missed or any(asked)):
        return {}
    client = client_of_app(teams[0], TEAMS_TOKEN)
    there = Teams(client) if client else None
    return {team: there.has(team, request.who) if there else None for team in teams}


def close_posting(job: JobFacts, settings: Settings) -> str:
    """The address of a pull request that closes a posting; empty where none can be made.

    It says nothing of candidates: the careers repository is public.
    """
    name = settings.site.repository
    client = client_of_app(name, POSTINGS_TOKEN) if name else None
    if client is None or not job.edit:
        return ""
    proposal = Proposal(
        branch=f"careers/close-{job.slug}",
        title=f"Close the posting {job.title}",
        body=_BODY,
        paths=job.paths,
        change=closed,
    )
    try:
        return Proposing(client, settings.site.branch).propose(proposal)
    except UnansweredError:
        raise  # the whole run is tried again
    except CareersError as error:
        sys.stderr.write(f"warning: no pull request: {error}\n  help: {error.help}; docs/app.md\n")
        return ""


_BODY = """Merging closes the posting: its page says so, and takes no more applications.

Somebody who hires for it asked for this. Close the pull request to keep the posting open.
"""
