"""Carries out the edits of findings, until none is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from careers.markdown.parser import parse, to_html
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.text.diagnostics import Edit, Finding
from careers.text.source import MAX_BYTES

Find = Callable[[Posting], Iterable[Finding]]
Read = Callable[[str, bytes], Posting]

_BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Each round carries out all edits that do not touch each other; real files settle in two.
_ROUNDS = 12
# Where one comment is more than a comment, each is looked at alone: as many as that a round.
_COMMENTS = 32


@dataclass(frozen=True)
class RawText:
    """A file's text as it stands on disk, where line ends and byte order mark are kept."""

    text: str

    @cached_property
    def _lines(self) -> tuple[list[int], list[int]]:
        """Where each line begins, and where its text ends."""
        starts, ends = [len(self.text) - len(self.text.removeprefix(_BOM))], []
        for match in _LINE_END.finditer(self.text):
            ends.append(match.start())
            starts.append(match.end())
        return starts, [*ends, len(self.text)]

    def offset(self, line: int, column: int) -> int:
        """Where a place of the file is in ``text``; one past the end is the end."""
        starts, ends = self._lines
        if line > len(starts):
            return len(self.text)
        return min(starts[line - 1] + column - 1, ends[line - 1])

    def between(self, edit: Edit) -> tuple[int, int]:
        """What an edit takes the place of: ``text[start:end]``."""
        span = edit.span
        start, end = (
            self.offset(span.line, span.column),
            self.offset(span.end_line, span.end_column),
        )
        return (0, end) if not edit.text and start == end == self.offset(1, 1) else (start, end)


def apply(text: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """A file's text with the edits of the findings carried out, and those findings.

    All edits of one finding are, or none; of two that touch the same place the first in the file
    is taken. What no edit names stays as it is, to the byte.
    """
    raw = RawText(text)
    taken = bytearray(len(text) + 1)
    chosen: list[tuple[int, int, str]] = []
    mended = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        edits = [(*raw.between(edit), edit.text) for edit in finding.edits]
        if any(taken.find(1, start, max(end, start + 1)) >= 0 for start, end, _ in edits):
            continue
        for start, end, _ in edits:
            taken[start : max(end, start + 1)] = b"\1" * (max(end, start + 1) - start)
        chosen += edits
        mended.append(finding)
    parts, at = [], 0
    for start, end, new in sorted(chosen):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]]), mended


@dataclass(frozen=True)
class Fixed:
    """What became of a file: its bytes, and the findings whose edits were carried out."""

    data: bytes
    mended: tuple[Finding, ...] = ()


def fix_all(
    files: Mapping[str, bytes],
    finder: Callable[[tuple[Posting, ...]], Find],
    read: Read = read_posting,
) -> dict[str, Fixed]:
    """Mend files, by path; ``finder`` checks one posting, knowing all of them.

    ``read`` may put shared texts in their place; they are not mended.

    What is mended stays as it is when mended again. A file that cannot be read (not UTF-8, too
    large) stays as it is, and so does one that does not come to rest.
    """
    states = {path: Fixed(data) for path, data in files.items()}
    postings = {path: read(path, data) for path, data in files.items()}
    moving = [path for path, data in files.items() if is_text(data)]
    for _ in range(_ROUNDS):
        find = finder(tuple(postings.values()))
        changed = []
        for path in moving:
            state = _round(states[path], postings[path], find, read)
            if state is not states[path]:
                states[path], postings[path] = state, read(path, state.data)
                changed.append(path)
        moving = changed
    return states | {path: Fixed(files[path]) for path in moving}


def is_text(data: bytes) -> bool:
    """Whether these bytes are a file that can be mended: UTF-8, and not too large."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(data) <= MAX_BYTES


def _round(state: Fixed, posting: Posting, find: Find, read: Read) -> Fixed:
    text = state.data.decode("utf-8")
    findings = [finding for finding in find(posting) if finding.edits]
    findings = _without_structural(posting, text, findings, read)
    new, mended = apply(text, findings)
    data = new.encode()
    if new == text or len(data) > MAX_BYTES:
        return state
    return Fixed(data, (*state.mended, *mended))


def _without_structural(
    posting: Posting, text: str, findings: list[Finding], read: Read
) -> list[Finding]:
    """Without the comments that are more than comments: one may keep two lists apart."""
    comments = [finding for finding in findings if finding.code == "allow"]
    if not comments:
        return findings
    rendered = _rendered(posting)

    def same(some: list[Finding]) -> bool:
        return _rendered(read(posting.path, apply(text, some)[0].encode())) == rendered

    if same(comments):
        return findings
    kept: list[Finding] = []
    for comment in comments[:_COMMENTS]:
        kept += [comment] if same([*kept, comment]) else []
    return [finding for finding in findings if finding.code != "allow" or finding in kept]


def _rendered(posting: Posting) -> str:
    body = posting.body
    lines = body.source.lines[body.first_line - 1 :]
    html = to_html(parse("\n".join(lines), {}))
    return re.sub(r"\s+(?=<)", "", " ".join(_COMMENT.sub("", html).split()))
