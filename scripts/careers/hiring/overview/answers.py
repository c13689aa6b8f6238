"""Reads candidates' answers back out of an issue's text, for whoever looks for one.

The text is people's to edit, so this finds people and decides nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from careers.hiring.issue import facts
from careers.hiring.issue.quoting import JOINER
from careers.hiring.issue.sections import section

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ANSWER = re.compile(r"^\*\*(.+)\*\*\n\n((?:>.*\n?)+)", re.MULTILINE)


def answers_in(body: str) -> Iterator[tuple[str, str]]:
    """The questions of a body with their answers; short ones stand among the facts."""
    for question, quoted in _ANSWER.findall(section(body, "application")):
        lines = (line.removeprefix(">").strip() for line in quoted.strip().split("\n"))
        yield _plain(question), _plain("\n".join(lines))
    yield from facts.answers(body)


def gave(body: str, question: str, answer: str) -> bool:
    """Whether a candidate's answer to a question holds these words; capitals do not count.

    The question may be told by its beginning. An empty answer asks for those who gave any.
    """
    asked, wanted = _folded(question), _folded(answer)
    return any(
        _folded(q).startswith(asked) and bool(_folded(a)) and wanted in _folded(a)
        for q, a in answers_in(body)
    )


def _plain(text: str) -> str:
    return html.unescape(_ESCAPE.sub(r"\1", text)).replace(JOINER, "").strip().strip("`")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" ?:*")
