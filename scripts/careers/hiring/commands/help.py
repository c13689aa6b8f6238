"""Shows this list, as it is for this issue."""

from __future__ import annotations

from careers.hiring import commands
from careers.hiring.candidate import Candidate, Decision
from careers.hiring.issue.quoting import code_list
from careers.hiring.request import Request

ORDER = 900
ALIASES = ("commands",)


def decide(candidate: Candidate, request: Request, _text: str) -> Decision:
    """The commands that this candidate's state lets be used, with stages and reasons."""
    rows = [
        f"| `{command.usage}` | {command.help.rstrip('.')} |"
        for command in commands.all_commands()
        if not (command.under_way and candidate.ended)
    ]
    stages, reasons = code_list(candidate.record.stages), code_list(request.rules.reasons)
    table = "\n".join(["| command | does |", "|:--|:--|", *rows])
    return Decision(candidate.record, answer=f"{table}\n\nStages: {stages}. Reasons: {reasons}.")
