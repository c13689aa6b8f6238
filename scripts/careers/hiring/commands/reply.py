"""Mails the lines below it to the candidate, or a letter by its name: `/reply still-deciding`."""

from __future__ import annotations

from difflib import get_close_matches

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code, code_list
from careers.hiring.labels.names import normalize_stage
from careers.hiring.outbox.composing import digest_of
from careers.hiring.outbox.own_words import mailed, unmailable
from careers.hiring.outbox.promises import STILL_DECIDING, promised_until
from careers.hiring.outbox.queueing import changed, queued
from careers.hiring.request import Request
from careers.letters import all_kinds
from careers.process import REJECTED

ORDER = 66
ALIASES = ("mail",)
ARGUMENTS = "[LETTER]"
BELOW = True
_OWN = "reply"
_SHOWN, _MOST = 60, 20_000


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """The letter, due at once; one of that name that waits goes now."""
    first, _, words = text.partition("\n")
    typed, _, why = first.strip().partition(" ")
    names = _choice(candidate)
    kind = normalize_stage(typed) if typed else _OWN
    if typed and kind not in names:
        return _unknown(typed, names)
    if not typed and (why_not := unmailable(words)):
        return Explanation("letter", why_not)
    if not typed and not mailed(words):
        told = f"write the letter below it, or name one: {code_list(names)}."
        return Explanation("wordless", f"what? `/reply`, and {told}")
    if not request.rules.letters.sends(kind):
        told = "`[letters] send` in `candidates.toml` switches it on"
        return Explanation("off", f"the letter *{kind}* is not sent here: {told}.")
    if len(words) > _MOST:
        return Explanation("long", f"a letter holds {_MOST} characters at most.")
    waits = [x for x in candidate.record.letters if x.kind == kind and x.state.pending]
    if typed and waits:
        record = changed(candidate.record, waits[0].id, due=request.now)
    else:
        record = queued(
            candidate.record,
            kind,
            asked=request.now,
            comment=request.comment or 0,
            text="" if typed else digest_of(words),
            values=_said_besides(candidate, why) if kind == STILL_DECIDING else None,
        )
    return Decision(record, f"letter {kind} asked for")


def _said_besides(candidate: Candidate, why: str) -> dict[str, str]:
    """Why it takes longer, and which day they were told before."""
    said = {"why_text": why.strip().rstrip("."), "promised": promised_until(candidate.record)}
    return {name: text for name, text in said.items() if text}


def _choice(candidate: Candidate) -> list[str]:
    """The letters that fit where they stand: a no tells nobody who is under way."""
    ended = candidate.record.stage == REJECTED
    return [
        kind.name
        for kind in all_kinds().values()
        if kind.chosen and (ended if kind.moves and kind.name != "invited" else not candidate.ended)
    ]


def _unknown(typed: str, names: list[str]) -> Explanation:
    near = get_close_matches(normalize_stage(typed), names, n=1, cutoff=0.5)
    cure = f"Did you mean `/reply {near[0]}`?" if near else f"There are {code_list(names)}."
    told = "A letter of your own stands below `/reply`, from the next line on."
    return Explanation("letter", f"no letter {code(typed[:_SHOWN])} fits here. {cure} {told}")
