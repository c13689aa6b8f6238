"""Which answers of an application the settings want a person to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from careers.hiring.settings import Flag

_ENDS = " \t\n.,:;!?*"


def flagged(answers: Mapping[str, str], flags: Iterable[Flag]) -> tuple[str, ...]:
    """The questions, as they were answered, whose answer is one that a flag names.

    Capitals, blanks and what ends a sentence make no difference.
    """
    named = {(_plain(f.question), _plain(answer)) for f in flags for answer in f.when}
    found = ((_plain(question), _plain(answer)) for question, answer in answers.items())
    return tuple(q for q, pair in zip(answers, found, strict=True) if pair in named)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_ENDS).casefold()
