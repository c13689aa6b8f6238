"""Says that an issue that is linked here is another person's: one address, two people."""

from __future__ import annotations

import re

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.request import Request

ORDER = 112
ARGUMENTS = "[#N]"
_NUMBER = re.compile(r"#?(\d{1,9})(?!\w)")


def decide(candidate: Candidate, _request: Request, text: str) -> Decision | Explanation:
    """All that are linked by their address or a hint, or one; neither is said again."""
    record = candidate.record
    linked = tuple(dict.fromkeys((*record.other_names, *record.hints)))
    found = _NUMBER.match(text)
    meant = (int(found[1]),) if found else linked
    if meant and set(meant) <= set(record.apart):
        return Decision(record)
    if not set(meant) & set(linked):
        return Explanation("nobody", _nothing(linked))
    stay = {
        name: tuple(n for n in getattr(record, name) if n not in meant)
        for name in ("other_names", "hints")
    }
    apart = tuple(dict.fromkeys((*record.apart, *meant)))
    told = f"not the person of {', '.join(f'#{number}' for number in meant)}"
    return candidate.changed(told, apart=apart, **stay)


def _nothing(linked: tuple[int, ...]) -> str:
    if linked:
        named = ", ".join(f"`/split #{number}`" for number in linked)
        return f"that issue is not linked here: {named}."
    return "no other issue is linked here by its address or a hint, so there is nothing to split."
