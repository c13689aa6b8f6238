"""Which answers of an application are facts, seen without scrolling, and which are read below."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_FACTS, _QUESTION, _ANSWER = 8, 80, 80


def facts_and_rest(
    answers: Mapping[str, str], flags: Collection[str] = ()
) -> tuple[dict[str, str], dict[str, str]]:
    """The answers that are flagged, then those of one short line, eight of them; and all others."""
    named = [name for name in answers if name in flags]
    short = [name for name, answer in answers.items() if _is_short(name, answer)]
    facts = {name: answers[name] for name in [*named, *short][:_FACTS]}
    return facts, {name: answer for name, answer in answers.items() if name not in facts}


def _is_short(question: str, answer: str) -> bool:
    return len(question) <= _QUESTION and len(answer) <= _ANSWER and "\n" not in answer
