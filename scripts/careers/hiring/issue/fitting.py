"""Cuts what a body cannot hold into pieces for comments."""

from __future__ import annotations

BODY_MAX = 65_536
"""Characters of a body or a comment (PyGithub#1906, repo-automation-bots#1895)."""


def size(text: str) -> int:
    """Characters as the strictest count them: those outside the basic plane are two."""
    return len(text) + sum(c > "\uffff" for c in text)


def pieces(markdown: str, first: int, each: int) -> list[str]:
    """The text in pieces of whole lines: one of at most ``first``, the rest of ``each``."""
    made: list[str] = []
    piece: list[str] = []
    room = first
    for line in _lines(markdown, min(first, each)):
        if piece and size(line) + 1 > room:
            made.append("\n".join(piece))
            piece, room = [], each
        piece.append(line)
        room -= size(line) + 1
    return [*made, "\n".join(piece)]


def _lines(markdown: str, most: int) -> list[str]:
    """The lines, those that no piece could hold cut: at a blank, and as a quotation goes on."""
    made: list[str] = []
    for line in markdown.split("\n"):
        rest = line
        while size(rest) > most:
            # Half, since a character may count twice; a blank breaks no escape or word joiner.
            at = rest.rfind(" ", 2, most // 2)
            at = at if at > 2 else _between_escapes(rest, most // 2)  # noqa: PLR2004 - behind "> "
            made.append(rest[:at])
            rest = ("> " if line.startswith(">") else "") + rest[at:].lstrip(" ")
        made.append(rest)
    return made


def _between_escapes(line: str, at: int) -> int:
    """A place near ``at`` that is not inside an entity or behind a backslash."""
    entity = line.rfind("&", max(0, at - 8), at)
    if entity > 0 and ";" not in line[entity:at]:
        at = entity
    while at > 3 and line[at - 1] == "\\":  # noqa: PLR2004 - something must be left
        at -= 1
    return at
