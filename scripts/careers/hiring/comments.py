"""Reads the commands in a comment: ``/advance`` and its like, at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.hiring.commands import Command, commands_by_name
from careers.hiring.request import Invocation, NearMiss

_BEGUN, _FAR = 4, 2
_ANYWHERE = re.compile(
    r"(?:^|(?<=[\s(\[\"'*_\u201c\u201e\u00ab]))/([A-Za-z][A-Za-z-]*)(?![\w/`-]|\.\w)"
)
_STARTED = re.compile(r"/([A-Za-z][A-Za-z-]{1,30})(?![\w/-]|\.\w)")
# What GitHub's own editor offers behind a slash.
_GITHUBS = frozenset({"alert", "code", "details", "table", "tasklist", "template", "saved-replies"})


_COMMAND = re.compile(r"/([A-Za-z][\w-]*)(?:[ \t]+(.*))?")
_SECOND = re.compile(r"(?<![^\s])/([A-Za-z][A-Za-z-]*)(?![\w/`-]|\.\w)")
_UNSEEN = dict.fromkeys(map(ord, "\0\u200b\u2060\ufeff"))
"""What comes along where text is copied, and nobody sees."""


def read_commands(comment: str) -> list[Invocation]:
    """The commands of a comment, in order: none of code, quotations, lists or HTML is read."""
    if _second(comment):
        return []
    found = (_invocation(word, text) for word, text in command_lines(comment))
    return [
        replace(made, text=f"{made.text}\n{words_below(comment)}") if _takes(made.verb) else made
        for made in found
        if made
    ]


def _second(comment: str) -> str:
    """The first command that stands behind another one on its line; empty where none does."""
    lines = (_invocation(word, text) for word, text in command_lines(comment))
    found = (match[1] for made in lines if made for match in _SECOND.finditer(made.text))
    return next((word for word in found if word.casefold() in commands_by_name()), "")


def _takes(verb: str) -> bool:
    return commands_by_name()[verb].below


def words_below(comment: str) -> str:
    """The lines below the first command that takes any, down to the next command."""
    lines = comment.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = [n for n, line in enumerate(lines) if _named_in(line)]
    takes = [n for n in starts if (made := _named_in(lines[n])) and made.below]
    if not takes:
        return ""
    end = next((n for n in starts if n > takes[0]), len(lines))
    return "\n".join(lines[takes[0] + 1 : end]).strip()


def _named_in(line: str) -> Command | None:
    """The command that a line names."""
    found = _COMMAND.fullmatch(line.strip())
    return commands_by_name().get(re.sub("[-_]", "", found[1].casefold())) if found else None


def command_lines(comment: str) -> Iterator[tuple[str, str]]:
    """The lines that may be commands: the word behind the slash, and what stands behind it."""
    tokens = _parsed(comment)
    # A line of dashes below a command makes it a heading, which nobody means.
    opened = {"paragraph_open": ("",), "heading_open": ("-", "=")}
    paragraphs = (
        inline
        for start, inline in pairwise(tokens)
        if inline.level == 1 and start.markup in opened.get(start.type, ())
    )
    found = (_COMMAND.fullmatch(line) for t in paragraphs for line in _lines(t))
    yield from ((match[1], match[2] or "") for match in found if match)


def _invocation(typed: str, text: str) -> Invocation | None:
    """The command of a name, capitals and dashes aside, with what the name stands for in front."""
    name = re.sub("[-_]", "", typed.casefold())
    command = commands_by_name().get(name)
    if command is None:
        return None
    return Invocation(command.verb, f"{command.names[name]} {text}".strip())


def near_miss(comment: str, known: Sequence[str] = ()) -> NearMiss | None:
    """The first thing in a comment that was nearly a command; None where all of it is talk.

    ``known`` are those that there are, where they are not a candidate's.
    """
    names = {name: name for name in known} or {n: c.verb for n, c in commands_by_name().items()}
    if not known and (second := _second(comment)):
        return NearMiss(f"/{second}", second.casefold(), alone=True)
    for line in _talked(comment):
        for match in _ANYWHERE.finditer(line):
            word = match[1].casefold()
            if word in names:
                return NearMiss(f"/{match[1]}", word, alone=True)
        started = _STARTED.match(line)
        if started and started[1].casefold() not in _GITHUBS:
            return NearMiss(f"/{started[1]}", _nearest(started[1].casefold(), names))
    return None


def _nearest(word: str, names: Mapping[str, str]) -> str:
    """The command that was meant: within two letters, or begun with four or more of it."""
    begun = [name for name in names if len(word) >= _BEGUN and name.startswith(word)]
    if begun:
        return begun[0]
    near = sorted((_distance(word, name), name) for name in names)
    # Another name of a command is a step further off: `/offer` does not mean `/owner`.
    within = (
        name for far, name in near if far <= min(_FAR, len(word) // 2) - (names[name] != name)
    )
    return next(within, "")


def _distance(one: str, other: str) -> int:
    """Letters to change, add or drop, or neighbours to swap, to make one word of the other."""
    rows: list[list[int]] = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, rows[i - 2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _talked(comment: str) -> Iterator[str]:
    """Every line of text, in lists too; not of quotations, code or HTML."""
    quoted = 0
    for token in _parsed(comment):
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline" and not quoted:
            yield from _lines(token)


def _parsed(comment: str) -> list[Token]:
    text = comment.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)
    # Without text_join an escaped character stays apart: `\\/hire` is talk about the command.
    return MarkdownIt("commonmark").disable("text_join").parse(text)


def _lines(token: Token) -> Iterator[str]:
    """A paragraph's lines; a line break inside a span of code begins none."""
    line = ""
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            yield line.rstrip()
            line = ""
        elif child.type == "code_inline":
            line += f"`{child.content}`"
        elif child.nesting and not line:
            # A line that begins in bold or with a link begins with no command.
            line = child.markup or "["
        else:
            line += child.markup if child.type == "text_special" else child.content
    yield line.rstrip()
