"""Decides what the commands of one comment come to."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.commands import commands_by_name
from careers.hiring.request import Request


def decide(candidate: Candidate, request: Request) -> Decision | Explanation:
    """What the record is to become, or why it stays as it is; a comment holds one command."""
    commands = [commands_by_name()[invocation.verb] for invocation in request.commands]
    if any(request.permission < command.permission for command in commands):
        return Explanation("refused", values={"login": request.who})
    if len(commands) > 1:
        return Explanation("several", values={"count": len(commands)})
    answer = commands[0].decide(candidate, request, request.commands[0].text)
    if isinstance(answer, Decision) and answer.record == candidate.record:
        return Explanation("already")
    return answer
