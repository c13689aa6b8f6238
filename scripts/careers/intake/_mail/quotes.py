"""Cuts what an answer quotes. Where answers stand between quotations, nothing is cut."""

from __future__ import annotations

import re

from careers.intake._mail.headings import heading_at, is_quoted, is_wrote

_BETWEEN = re.compile(
    r"\b(?:below|inline|in-line|in (?:red|blue|green)|between the lines|unten|im text|in rot"
    r"|in blau|ci-dessous|dans le texte|abajo|en rojo|hieronder|onderstaand|abaixo|sotto"
    r"|in rosso)\b",
    re.IGNORECASE,
)
_SHORT = 300  # characters of an answer that may only point to others below
_SIGNED = re.compile(r"^-- ?$")


def without_quotes(text: str) -> str:
    """The answer alone; the whole text where it cannot be told apart, or nothing else is there."""
    lines = text.split("\n")
    begin = next((n for n in range(len(lines)) if _begins(lines, n)), None)
    if begin is None:
        return text
    own = "\n".join(lines[:begin]).strip()
    if not own or _answers_within(lines[begin:]):
        return text
    if len(own) < _SHORT and _BETWEEN.search(own):
        return text
    return own


def _begins(lines: list[str], at: int) -> bool:
    """Whether what is quoted begins in this line."""
    line = lines[at]
    if is_quoted(line):
        return True
    if is_wrote(lines, at):
        return True
    found = heading_at(lines, at)
    return bool(found and (found.address or found.forwards))


def _answers_within(lines: list[str]) -> bool:
    """Whether words of somebody's own follow on a quoted line, other than a signature."""
    quoted = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_quoted(line):
            quoted = True
        elif not quoted:
            found = heading_at(lines, at)
            if found and not is_wrote(lines, at):
                return False  # the rest is a message as it was, without marks
        elif _SIGNED.match(line):
            return False
        elif line.strip() and not is_wrote(lines, at) and not _belongs_to_a_list(line):
            # A line that a program broke in the middle of a quotation is short and follows it.
            broken = at and is_quoted(lines[at - 1]) and at + 1 < len(lines)
            if not (broken and is_quoted(lines[at + 1])):
                return True
        at += is_wrote(lines, at) or 1
    return False


def _belongs_to_a_list(line: str) -> bool:
    """A footer of a mailing list, or of a program."""
    return bool(
        re.match(r"^(?:_{5,}|-{5,}|.{0,80}(?:mailing list|unsubscribe|https?://\S+$))", line)
    )
