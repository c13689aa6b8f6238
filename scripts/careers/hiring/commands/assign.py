"""Says whose move it is; `/take` is you."""

from __future__ import annotations

import re

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code
from careers.hiring.request import Request

ORDER = 80
ALIASES = ("owner", "take me")
ARGUMENTS = "@who"
MANAGES = True
_LOGIN = re.compile(r"@?([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\[bot\])?)(?![\w/-])")
_ME = "me"
_SHOWN = 100


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Another owner, whom GitHub lets be assigned."""
    if not text:
        return Explanation("nobody", "to whom? `/assign @who`, or `/take` for yourself.")
    found = _LOGIN.match(text)
    if not found:
        return Explanation(
            "nobody", f"{code(text[:_SHOWN])} is nobody's name here. `/assign @who` names a person."
        )
    login = request.who if found[1].casefold() == _ME else found[1]
    if login.casefold() in request.unassignable:
        return Explanation(
            "unassignable",
            f"GitHub lets nobody assign `{login}` here: it takes whoever may write, and members "
            "who may read.",
        )
    if login.casefold() == candidate.record.owner.casefold():
        return Decision(candidate.record)
    return candidate.changed(f"assigned to {login}", owner=login)
