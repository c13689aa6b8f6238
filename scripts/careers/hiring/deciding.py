"""Decides what the commands of one comment come to."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.commands import commands_by_name
from careers.hiring.request import NearMiss, Permission, Request


def decide(candidate: Candidate, request: Request) -> Decision | Explanation:
    """What the record is to become, or why it stays as it is; a comment holds one command."""
    if not request.commands:
        return _missed(request, request.missed or NearMiss(""))
    commands = [commands_by_name()[invocation.verb] for invocation in request.commands]
    if any(request.permission < command.permission for command in commands):
        return Explanation("refused", values={"login": request.who})
    if len(commands) > 1:
        return Explanation("several", values={"count": len(commands)})
    answer = commands[0].decide(candidate, request, request.commands[0].text)
    if isinstance(answer, Decision) and answer.record == candidate.record:
        return Explanation("already")
    return answer


def _missed(request: Request, miss: NearMiss) -> Explanation:
    """What is said to a near miss, which is never acted on."""
    if request.permission < Permission.WRITE:
        return Explanation("refused", values={"login": request.who})
    if miss.alone:
        text = (
            f"a command stands alone on its line. Edit your comment: put `/{miss.near}` on its own."
        )
        return Explanation("missed", text)
    if miss.near:
        text = f"`{miss.text}` is no command. Did you mean `/{miss.near}`? Edit your comment."
        return Explanation("missed", text)
    return Explanation("unknown-word")
