"""Decides what the commands of one comment come to: all of them, or none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.commands import Command, commands_by_name
from careers.hiring.issue.days import full_day
from careers.hiring.issue.quoting import code_list
from careers.hiring.request import NearMiss, Permission, Request

MOST = 5
"""Commands of one comment."""


@dataclass(frozen=True)
class Decided:
    """The candidate after all commands, what is said to whoever asked, and who was joined in.

    ``final`` says that it cannot be taken back, ``asks`` that an answer is a question.
    """

    candidate: Candidate
    answers: tuple[str, ...] = ()
    merges: int = 0
    final: bool = False
    asks: bool = False


def decide(candidate: Candidate, request: Request) -> Decided | Explanation:
    """What the commands come to, each decided from what the one before it left, or why not."""
    if not request.commands:
        return _missed(candidate, request, request.missed or NearMiss(""))
    commands = [commands_by_name()[invocation.verb] for invocation in request.commands]
    refused = [command for command in commands if not _may(command, candidate, request)]
    if refused:
        return _refused(candidate, refused[0], request)
    if len(commands) > MOST:
        return Explanation("several", f"a comment holds {MOST} commands, this one {len(commands)}.")
    decided = Decided(candidate)
    for command, invocation in zip(commands, request.commands, strict=True):
        answer = _answer(command, decided.candidate, request, invocation.text)
        if isinstance(answer, Explanation):
            return answer
        decided = _with(decided, answer, request)
    already = decided == Decided(candidate)
    return Explanation("already") if already else _undone_as_one(candidate, decided)


def _answer(
    command: Command, candidate: Candidate, request: Request, text: str
) -> Decision | Explanation:
    if command.under_way and candidate.ended:
        return _ended(candidate)
    return command.decide(candidate, request, text)


def _with(decided: Decided, decision: Decision, request: Request) -> Decided:
    """After one more decision; what changes nothing is no line of history."""
    after = decided.candidate
    if decision.record != after.record:
        after = after.acted(decision, request.who, request.now, request.comment)
    said = (decision.answer,) if decision.answer else ()
    merges, final = decision.merges or decided.merges, decision.final or decided.final
    return Decided(after, (*decided.answers, *said), merges, final, decision.asks or decided.asks)


def _undone_as_one(before: Candidate, decided: Decided) -> Decided:
    """An undo takes a whole comment back."""
    record = decided.candidate.record
    if record == before.record:
        return decided
    standing = None if decided.final else before.record.taken_back_from(record)
    record = record.model_copy(update={"before": standing})
    return replace(decided, candidate=replace(decided.candidate, record=record))


def _may(command: Command, candidate: Candidate, request: Request) -> bool:
    """Whether somebody may: by their permission, or as the posting's hiring manager."""
    if request.permission >= command.permission:
        return True
    manages = command.manages and request.manages(candidate.record.posting)
    return manages and request.permission >= Permission.READ


def _refused(candidate: Candidate, command: Command, request: Request) -> Explanation:
    if command.permission == Permission.ADMIN:
        return Explanation("refused", f"`/{command.verb}` needs an admin of this repository.")
    owner = candidate.record.owner
    who = f"@{owner} can do it." if owner else "Ask somebody who has it."
    text = "moving candidates needs write access here"
    unknown = [team for team, is_in in request.teams.items() if is_in is None]
    if unknown and command.manages:
        # In code: a team that is named as text gets a mail each.
        text += f", and GitHub does not tell us who is in {code_list(unknown)}"
    return Explanation("refused", f"{text}. {who}")


def _ended(candidate: Candidate) -> Explanation:
    record = candidate.record
    return Explanation(
        "ended",
        f"{record.stage} on {full_day(candidate.entered.when)}. "
        f"`/stage {candidate.last_stage}` takes it up again.",
    )


def _missed(candidate: Candidate, request: Request, miss: NearMiss) -> Explanation:
    """What is said to a near miss, which is never acted on."""
    manages = request.manages(candidate.record.posting)
    if request.permission < Permission.WRITE and not manages:
        return Explanation("not-theirs")
    if miss.alone:
        text = (
            f"a command stands alone on its line. Edit your comment: put `/{miss.near}` on its own."
        )
        return Explanation("missed", text)
    if miss.near:
        text = f"`{miss.text}` is no command. Did you mean `/{miss.near}`? Edit your comment."
        return Explanation("missed", text)
    return Explanation("unknown-word")
