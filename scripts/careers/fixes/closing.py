"""Closes a posting in its text: `status: closed` in its front matter, and nothing else changed."""

from __future__ import annotations

from careers.fixes.fix import RawText
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.text.diagnostics import Edit, Span

_LINE = "status: closed"


def closed(path: str, text: str) -> str:
    """The text of an open posting once it is closed; any other as it is."""
    posting = read_posting(path, text.encode())
    if posting.meta.status is not Status.OPEN or not posting.readable:
        return text
    edit = _edit(posting, "\r\n" if "\r\n" in text else "\n")
    start, end = RawText(text).between(edit)
    made = f"{text[:start]}{edit.text}{text[end:]}"
    after = read_posting(path, made.encode())
    return made if after.meta.status is Status.CLOSED and after.readable else text


def _edit(posting: Posting, line_end: str) -> Edit:
    """The value that stands there, else a line below the title, else a front matter of its own."""
    front = posting.front
    if front is None:
        return Edit(Span.at(1, 1, 0), line_end.join(("---", _LINE, "---", "", "")))
    value = front.places.get(("status",))
    if value and (value.line, value.column) != (value.end_line, value.end_column):
        return Edit(value, "closed")
    title = front.places.get(("title",))
    line = title.end_line + 1 if title else 2
    return Edit(Span.at(line, 1, 0), f"{_LINE}{line_end}")
