"""Takes out of an English sentence what it denies: "no coding test, we talk" says that we talk."""

from __future__ import annotations

import re

# "no more than two interviews", "not only a test" deny nothing; "a no-pressure chat" is a chat.
_LIMIT = re.compile(
    r"\b(?:no|not|n't) (?:more|longer|later|fewer|less) than\b|\bnot (?:only|just)\b"
    r"|\bno (?:matter|problem|doubt|later)\b|\bno-\w+(?:-\w+)*"
)
# These deny the whole clause ("we don't do phone screens", "a test is not part of it") …
_WHOLE = re.compile(
    r"\b(?:not|never|cannot|nobody|no longer)\b|n't\b|\b(?:is|are) (?:no part|out|off the table)\b"
    r"|\b(?:skip|avoid|dropped?|abolished|don't believe in|stopped)\b"
)
# … unless they stand in what is said about a thing: "an exercise that won't take long".
_ABOUT = re.compile(r"\b(?:that|which|who|so|and it|and)\b")
# … and these what follows.
_REST = re.compile(r"\b(?:no|without|neither|nor|none of|zero|free of|instead of|rather than)\b")
_CLAUSE = re.compile(
    r"(,\s+|\s+[-\u2013\u2014]+\s+|\s+(?:but|instead(?! of)|rather(?! than)|just)\b,?\s*)"
)
_OR = re.compile(r"\b(?:or|nor)\b")


def undenied(sentence: str) -> str:
    """A sentence in lower case without what it denies."""
    said: list[str] = []
    denied = False
    parts = _CLAUSE.split(sentence)
    for at in range(0, len(parts), 2):
        clause = _LIMIT.sub(" ", parts[at])
        joint = parts[at - 1] if at else ""
        # "no homework, tests or puzzles"
        goes_on = denied and joint.startswith(",") and _OR.search(sentence)
        if goes_on and not re.match(r"(?:we|you|our|it|a|an|the)\b", clause):
            continue
        kept, denied = _kept(clause)
        if kept:
            said += [joint if said else "", kept]
    return "".join(said)


def _kept(clause: str) -> tuple[str, bool]:
    """What of a clause is said, and whether something of it is denied."""
    if whole := _WHOLE.search(clause):
        about = [m.start() for m in _ABOUT.finditer(clause, 0, whole.start()) if m.start()]
        return (clause[: about[-1]].strip() if about else ""), True
    if rest := _REST.search(clause):
        return clause[: rest.start()].strip(), True
    return clause, False
