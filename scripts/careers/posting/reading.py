"""Reads a posting out of a file: its fences, its front matter in whatever form, its includes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from careers.markdown.includes import SharedText, append, names
from careers.posting.front import Front
from careers.posting.frontmatter_reader import read_front, sound_of_foreign
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem
from careers.text.source import Source, decode

_FENCE = re.compile(r"---[ \t]*")
_OTHER_FORM = re.compile(r"\+\+\+[ \t]*\Z|\{[ \t]*\Z|[A-Za-z][\w -]{0,50}:")
_GOES_ON = re.compile(r"[\w-]+[ \t]*:|[ \t]+\S|- ")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*")


def read_posting(
    path: str,
    data: bytes,
    shared: Mapping[str, SharedText] | None = None,
    front: Front | None = None,
) -> Posting:
    """Read a posting out of a file's bytes. It never raises: what is wrong is in ``syntax``.

    ``shared`` are the texts that it may ask for, by name; ``front`` is its front matter where that
    was read before.
    """
    source = decode(data)
    included = [shared[name] for name in names(source.text) if name in shared] if shared else []
    if not included:
        return _read(path, source, front)
    whole, parts = append(path, source, included)
    read = _read(path, source, front)
    if len(read.source.lines) > len(source.lines):  # a body that is missing has a line here
        return read
    behind = whole.problems[len(source.problems) :]
    return replace(read, source=whole, syntax=(*read.syntax, *behind), parts=tuple(parts))


def unread_posting(path: str, source: Source) -> Posting:
    """The posting of a file that cannot be read; ``source`` says why."""
    return Posting(path, source, None, 1, source.problems)


def _read(path: str, source: Source, front: Front | None = None) -> Posting:
    lines = source.lines
    if not _FENCE.fullmatch(lines[0]):
        return _in_another_form(path, source)
    close = next((n for n, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(line)), None)
    if close is None:
        return _unclosed(path, source)
    front = front or read_front("\n".join(lines[1:close]) + "\n", 2)
    syntax = (*source.problems, *front.syntax)
    if close + 1 == len(lines):
        return Posting(path, Source(source.text + "\n"), front, close + 2, syntax)
    return Posting(path, source, front, close + 2, syntax)


def _unclosed(path: str, source: Source) -> Posting:
    """A posting whose front matter has no end: what its first lines say is known all the same."""
    message = "the front matter opens with `---` and is never closed"
    problem = Problem(source.line_span(1), message, "add a line `---` after the last field")
    end = next((n for n, line in enumerate(source.lines[1:], 1) if not _GOES_ON.match(line)), None)
    end = end or len(source.lines)
    read = read_front("\n".join(source.lines[1:end]) + "\n", 2)
    front = replace(read, data=None, sound=read.data or read.sound, syntax=(problem,), lost=True)
    body = min(end, len(source.lines) - 1) + 1
    return Posting(path, source, front, body, (*source.problems, problem))


def _in_another_form(path: str, source: Source) -> Posting:
    """A posting without a front matter in YAML: with none, or one in another form."""
    # Most have none: their first line is a heading.
    if not _OTHER_FORM.match(source.lines[0]):
        return Posting(path, source, None, 1, source.problems)
    from careers.posting.foreign.forms import read_other_form  # noqa: PLC0415 - seldom needed

    found = read_other_form(source.lines)
    if found is None:
        return Posting(path, source, None, 1, source.problems)
    sound = sound_of_foreign(found.values)
    front = Front(None, sound, dict(found.values), syntax=(found.problem,), lost=True)
    syntax = (*source.problems, found.problem)
    if found.end == len(source.lines):
        return Posting(path, Source(source.text + "\n"), front, found.end + 1, syntax)
    return Posting(path, source, front, found.end + 1, syntax)
