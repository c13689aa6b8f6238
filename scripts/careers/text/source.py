"""The text of a file as its author sees it: decoded, in lines, every offset a place."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from careers.text.diagnostics import Edit, Problem, Severity, Span

# Some 40,000 words, forty times a long posting. Past it, a text made to be slow would be slow.
MAX_BYTES = 256 * 1024

_NEWLINE = re.compile(r"\r\n?|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# What each of them is in UTF-8, or begins with.
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 0x7F, 0xC2])


@dataclass(frozen=True)
class Source:
    """A text whose lines end in LF alone, and what was mended to make it so.

    It is ``garbled`` where the bytes were no UTF-8, or could not be had: it may say anything but
    what was written.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    garbled: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; an empty text has one empty line."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    def offset(self, line: int) -> int:
        """Where a line (from 1) begins in the text."""
        return self._starts[line - 1]

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``."""
        first, last = (bisect_right(self._starts, at) for at in (start, max(start, end)))
        return Span(
            first,
            start - self._starts[first - 1] + 1,
            last,
            max(start, end) - self._starts[last - 1] + 1,
        )

    def line_span(self, line: int) -> Span:
        """A whole line without its indentation; a line past the end is the last one."""
        line = min(max(line, 1), len(self.lines))
        text = self.lines[line - 1]
        indent = len(text) - len(text.lstrip())
        return Span(line, indent + 1, line, len(text.rstrip()) + 1 if text.strip() else indent + 1)


def decode(data: bytes) -> Source:
    """Read bytes as UTF-8. Whatever they hold, a text comes back; each flaw is a problem."""
    if len(data) > MAX_BYTES:
        line = data.count(b"\n", 0, MAX_BYTES) + 1
        message = f"the file has {len(data):,} bytes; a posting may have {MAX_BYTES:,}"
        kept = data[:MAX_BYTES].decode("utf-8", "ignore").rpartition("\n")[0]
        span = Span.at(min(line, kept.count("\n") + 1))
        return Source(
            "\n" * kept.count("\n"),
            (Problem(span, message, "move images and data into files of their own"),),
        )
    problems: list[Problem] = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        problems.append(
            Problem(
                Span.at(1),
                "the file begins with a byte order mark",
                "save it as UTF-8 without BOM",
                Severity.WARNING,
                (Edit(Span.at(1), ""),),
            )
        )
    text = _utf8(data, problems)
    if text is None:
        shown = _CONTROL.sub(_shown, _NEWLINE.sub("\n", data.decode("utf-8", "replace")))
        return Source(shown, tuple(problems), garbled=True)
    carriage = text.find("\r")
    ends = [match[0] for match in _NEWLINE.finditer(text)] if carriage >= 0 else []
    text = _NEWLINE.sub("\n", text) if carriage >= 0 else text
    source = Source(text)
    if carriage >= 0:
        line = source.span(carriage, carriage).line
        end = len(source.lines[line - 1]) + 1
        problems.append(
            Problem(
                Span.at(line, end),
                "the line ends in a carriage return (CRLF)",
                "save the file with LF line ends",
                Severity.WARNING,
                tuple(_line_ends(source, ends)),
            )
        )
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        text = _without_controls(source, problems)
    return Source(text, tuple(problems))


def unreadable(error: OSError, what: str = "file") -> Source:
    """The text of a file, or of a folder, that the machine does not hand over: none, and why."""
    message = f"the {what} cannot be read: {error.strerror}"
    problem = Problem(Span.at(1), message, "look at its permissions")
    return Source("", (problem,), garbled=True)


def _without_controls(source: Source, problems: list[Problem]) -> str:
    if match := _CONTROL.search(source.text):
        problems.append(
            Problem(
                source.span(match.start(), match.end()),
                f"a control character U+{ord(match[0]):04X}",
                _cure(match[0]),
                edits=tuple(_deletions(source)),
            )
        )
    return _CONTROL.sub(_shown, source.text)


def _cure(control: str) -> str:
    return "write a blank" if control.isspace() else "delete it"


def _shown(match: re.Match[str]) -> str:
    """What stands for a control character: offsets stay the same."""
    return " " if match[0].isspace() else "\N{REPLACEMENT CHARACTER}"


def _line_ends(source: Source, ends: list[str]) -> Iterator[Edit]:
    for number, (line, end) in enumerate(zip(source.lines, ends, strict=False), 1):
        if end != "\n":
            yield Edit(Span(number, len(line) + 1, number + 1, 1), "\n")


def _deletions(source: Source) -> Iterator[Edit]:
    for match in re.finditer(f"{_CONTROL.pattern}+", source.text):
        start, end = match.span()
        apart = source.text[start - 1 : start].strip() and source.text[end : end + 1].strip()
        # A page's end, a vertical tab: what they part must not become one word.
        blank = " " if apart and any(map(str.isspace, match[0])) else ""
        yield Edit(source.span(start, end), blank)


def _utf8(data: bytes, problems: list[Problem]) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.append(Problem(Span.at(1), "the file is UTF-16", "save the file as UTF-8"))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _NEWLINE.split(data[: error.start].decode("utf-8", "replace"))
        problems.append(
            Problem(
                Span.at(len(before), len(before[-1]) + 1, 1),
                f"byte 0x{data[error.start]:02X} is not UTF-8",
                "save the file as UTF-8",
            )
        )
        return None
