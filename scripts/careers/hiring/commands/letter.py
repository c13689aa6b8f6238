"""Settles a letter: `now` sends what waits, `off` stops it, `again` sends it, or it `arrived`."""

from __future__ import annotations

from collections.abc import Callable

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.outbox.queueing import changed
from careers.hiring.record.outbox import KEPT_BACK, Letter, LetterState
from careers.hiring.request import Request

ORDER = 67
ARGUMENTS = "WORD"
_WORDS = {
    "now": "sent now",
    "off": "kept back: they are told in another way",
    "again": "sent again",
    "arrived": "it arrived",
}


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """What becomes of the letter that it can be about, the newest of them."""
    word = text.strip().casefold()
    if word not in _WORDS:
        return Explanation("how", "what about it? `/letter now`, `off`, `again` or `arrived`.")
    fits = [letter for letter in candidate.record.letters if _FITS[word](letter)]
    if not fits:
        return Explanation("none", f"there is no letter of which `{word}` can be said.")
    letter = fits[-1]
    record = changed(candidate.record, letter.id, **_changes(word, letter, request))
    return Decision(record, f"letter {letter.kind}: {_WORDS[word]}")


def _changes(word: str, letter: Letter, request: Request) -> dict[str, object]:
    if word in {"now", "again"}:
        due = {"state": LetterState.DUE, "due": request.now, "why": "", "day": ""}
        return {**due, "comment": request.comment or letter.comment}
    if word == "off":
        return {"state": LetterState.STOPPED, "why": KEPT_BACK, "day": request.now}
    return {"state": LetterState.SENT, "day": request.now}


_FITS: dict[str, Callable[[Letter], bool]] = {
    "now": lambda letter: letter.state.pending,
    "off": lambda letter: letter.state.pending or letter.blocked,
    "again": lambda letter: letter.state is LetterState.UNCERTAIN or letter.blocked,
    "arrived": lambda letter: letter.state is LetterState.UNCERTAIN,
}
