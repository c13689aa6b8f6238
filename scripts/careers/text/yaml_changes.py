"""The slips of YAML that people make by hand, a kind each, and what would mend it.

What is offered here is a guess; ``yaml_slips`` tries it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careers.text.counted import counted
from careers.text.diagnostics import Edit, Problem, Span
from careers.text.yaml_reader import read_yaml

_ABOVE = 40
"""Lines above the place where reading stopped: a quote that is never closed is found far below."""
_FIELD = re.compile(r"(?P<head>[ ]*(?:- +)?(?:[\w-]+(?: [\w-]+)?:[ \t]+|(?<=- )))(?P<value>\S.*)")
_COMMENT = re.compile(r"[ \t]+#.*\Z")
# A list or a mapping that goes on, or whose end is missing.
_OPEN = re.compile(r"\[[^\]]*\]?|\{[^}]*\}?")
_WHOLE = re.compile(r"([\"']).*\1")
_STARRED = re.compile(r"\*.+\*")
_INDENT = re.compile(r"[ \t]*")
# `title:Baker`, also with a blank or a colon that is none for YAML.
_GLUED = re.compile(
    r"(?P<head>[ ]*(?:- +)?[\w-]+)(?P<colon>:[\u00a0\u3000]*|\uff1a[ \u00a0\u3000]*)(?=[^\s:/])"
)
_TAGGED = re.compile(r"(?P<head>[ ]*(?:- +)?[\w-]+:[ \t]+)(?P<tag>!![a-z]+[ \t]+)(?=\S)")
# What YAML takes for another thing than text; a starred text is one that is mended.
_MARKED = re.compile(
    r"(?P<head>[ ]*(?:- +)?[\w-]+:[ \t]+)"
    r"(?P<value>\*(?!.+\*)\S.*|[&!](?!!)\S.*|\{\{[^{}]*\}\}|\{%[^{}]*%\})"
)
_MARKS = {"*": "an alias", "&": "an anchor", "!": "a tag"}
_CLOSES = {"[": "]", "{": "}"}


class YamlChange(NamedTuple):
    """Lines (from 0) in new words, and what was wrong there."""

    lines: dict[int, str]
    problem: Problem


def changes(lines: list[str], stopped: int, first: int) -> Iterator[YamlChange]:
    """What may mend a text that is read down to a line (from 0), the likeliest first.

    ``first`` is the line of the file at which the text begins.
    """
    if tabs := _tabs(lines):
        yield YamlChange(tabs, _tab(lines, tabs, first))
    for number in range(stopped, max(-1, stopped - _ABOVE), -1):
        yield from _glued(lines[number], number, first)
        yield from _marked(lines[number], number, first)
        match = _FIELD.fullmatch(lines[number].rstrip())
        if match and _is_text(match["value"]):
            yield from _quoted(match, number, first)
        elif match:
            yield from _unclosed(match, number, first)
    yield from _indented(lines, stopped, first)


def _glued(line: str, number: int, first: int) -> Iterator[YamlChange]:
    """A name without a blank behind its colon, and a value with a tag."""
    if match := _GLUED.match(line):
        span = Span.at(number + first, match.start("colon") + 1, len(match["colon"]))
        message = f"a blank is missing behind `{match['head'].strip()[:60]}:`"
        problem = Problem(span, message, "write `: `", edits=(Edit(span, ": "),))
        yield YamlChange({number: f"{match['head']}: {line[match.end() :]}"}, problem)
    if match := _TAGGED.match(line):
        span = Span.at(number + first, match.start("tag") + 1, len(match["tag"]))
        message = f"`{match['tag'].strip()[:60]}` is not read here"
        problem = Problem(span, message, "write the value alone", edits=(Edit(span, ""),))
        yield YamlChange({number: match["head"] + line[match.end() :]}, problem)


def _marked(line: str, number: int, first: int) -> Iterator[YamlChange]:
    """A value that begins with a mark of YAML's own, or was left of a template: no edit is sure."""
    match = _MARKED.fullmatch(line.rstrip())
    if match is None:
        return
    value = match["value"]
    span = Span.at(number + first, match.end("head") + 1, len(value))
    new = _in_quotes(value)
    if value[0] == "{":
        problem = Problem(span, f"`{value[:60]}` was left of a template", "write the value itself")
    else:
        message = f"`{value[:60]}` begins with {value[0]}, {_MARKS[value[0]]} for YAML"
        problem = Problem(span, message, f"put text in quotes: {new[:60]}")
    yield YamlChange({number: match["head"] + new}, problem)


def _unclosed(match: re.Match[str], number: int, first: int) -> Iterator[YamlChange]:
    """A list or a mapping whose bracket is missing, quotes within the same quotes."""
    value = match["value"]
    close = _CLOSES.get(value[0])
    if close and close not in value and re.search(r"\w", value):
        span = Span.at(number + first, match.end("head") + 1, len(value))
        message = f"the value opens with {value[0]} and is never closed"
        cure = f"close it: {(value + close)[:60]}"
        problem = Problem(span, message, cure, edits=(Edit(span, value + close),))
        yield YamlChange({number: match["head"] + value + close}, problem)
    elif _WHOLE.fullmatch(value) and value[0] in value[1:-1]:
        new = _in_quotes(value[1:-1])
        span = Span.at(number + first, match.end("head") + 1, len(value))
        message = f"{value[:60]} ends at the second {value[0]}"
        cure = f"put it in quotes of the other kind: {new}"
        yield YamlChange(
            {number: match["head"] + new}, Problem(span, message, cure, edits=(Edit(span, new),))
        )


def _indented(lines: list[str], number: int, first: int) -> Iterator[YamlChange]:
    """A line that begins further in, or less, than the one above: as if they were no neighbours."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    line = lines[number]
    wanted, width = _indent(above), _indent(line)
    if wanted == width or not line.strip():
        return
    span = Span.at(number + first, 1, width)
    where = "further in" if width > wanted else "less far in"
    message = f"this line begins {where} than the one above, which YAML does not take here"
    cure = f"begin it with {counted(wanted, 'blank')}" if wanted else "begin it at the margin"
    yield YamlChange(
        {number: " " * wanted + line[width:]},
        Problem(span, message, cure, edits=(Edit(span, " " * wanted),)),
    )


def _indent(line: str) -> int:
    """How many blanks and tabs a line begins with."""
    match = _INDENT.match(line)
    return match.end() if match else 0


def _is_text(value: str) -> bool:
    """Whether a value is text that YAML takes for something else, and no YAML that has a flaw."""
    if _OPEN.fullmatch(value) or _WHOLE.fullmatch(value) or not re.search(r"\w", value):
        return False
    tree = read_yaml(f"a: {value}")
    return tree.broken and (not tree.refused or bool(_STARRED.fullmatch(value)))


def _tabs(lines: list[str]) -> dict[int, str]:
    """The lines that begin with a tab, in blanks: below a name, else at the margin."""
    found: dict[int, str] = {}
    below = False
    for number, line in enumerate(lines):
        width = _indent(line)
        if "\t" in line[:width]:
            found[number] = (line[:width].replace("\t", "  ") if below else "") + line[width:]
        elif line.strip():
            below = line.rstrip().endswith(":") or (below and bool(width or line.startswith("- ")))
    return found


def _tab(lines: list[str], tabs: dict[int, str], first: int) -> Problem:
    edits, at = [], min(tabs)
    for number in tabs:
        width = _indent(lines[number])
        span = Span.at(number + first, 1, width)
        edits.append(Edit(span, tabs[number][: _indent(tabs[number])]))
    message = "a tab at the beginning of the line, which YAML does not take"
    column = lines[at].index("\t") + 1
    cure = "write blanks" if any(edit.text for edit in edits) else "delete it"
    return Problem(Span.at(at + first, column, 1), message, cure, edits=tuple(edits))


def _quoted(match: re.Match[str], number: int, first: int) -> Iterator[YamlChange]:
    written = match["value"]
    comment = _COMMENT.search(written)
    value = written[: comment.start()] if comment else written
    mark, span = value[0], Span.at(number + first, match.end("head") + 1, len(value))
    found = []
    if mark in "\"'" and mark not in value[1:]:
        message = f"the value opens with {mark} and is never closed"
        found.append((value + mark, message, "close it"))
    message = f"`{value[:60]}` is not plain text for YAML: {_why(value)}"
    found.append((_in_quotes(value), message, "put the value in quotes"))
    for new, message, cure in found:
        problem = Problem(span, message, f"{cure}: {new}", edits=(Edit(span, new),))
        yield YamlChange({number: match["head"] + new + (comment[0] if comment else "")}, problem)


def _in_quotes(value: str) -> str:
    plain = not re.search(r'["\\]', value)
    return f'"{value}"' if plain else "'" + value.replace("'", "''") + "'"


def _why(value: str) -> str:
    if re.match(r"[\[{]", value):
        return f"it begins like a {'list' if value[0] == '[' else 'mapping'}"
    if ": " in value or value.endswith(":"):
        return "a colon and a blank divide a name from its value"
    return f"it begins with {value[0]}" if not value[0].isalnum() else "a mark in it is YAML's own"
