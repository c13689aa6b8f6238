"""Lays a posting out: front matter and lists in one style, and nothing that renders changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from careers.fixes._blanks import blank_changes, end_changes
from careers.fixes._changes import LayoutChange, accepted
from careers.fixes._fields import ordered_fields
from careers.fixes._lists import list_changes
from careers.markdown.document import Markdown
from careers.markdown.parser import to_html
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process.steps import find_list
from careers.text.diagnostics import Severity
from careers.text.source import Source

_BOM = "\ufeff"
_ROUNDS = 4


def fmt(path: str, data: bytes) -> bytes:
    """A posting's bytes, laid out; laid out again they stay the same.

    What renders stays equal, and so do the steps of the interview process. A block that could
    not be kept so stays as it is, and so does a file that is broken, mixes its line ends, or does
    not come to rest. Line ends and byte order mark stay: they are for ``fix``.
    """
    now = data
    for _ in range(_ROUNDS):
        after = _once(path, now)
        if after == now:
            return now
        now = after
    return data


def _once(path: str, data: bytes) -> bytes:
    posting = read_posting(path, data)
    crlf, lf = data.count(b"\r\n"), data.count(b"\n")
    broken = any(problem.severity is not Severity.WARNING for problem in posting.syntax)
    if broken or data.count(b"\r") != crlf or crlf not in (0, lf):
        return data
    head = posting.source.lines[: posting.body_line - 1]
    if posting.front is not None:
        head = [head[0].rstrip(), *ordered_fields(head[1:-1]), head[-1].rstrip()]
    body = _body(posting)
    start = next((n for n, line in enumerate(body) if line.strip(" \t")), len(body))
    # A line `---` that comes to stand first would open a front matter, a mark be one.
    alone = head or start == len(body) or not body[start].startswith(("---", _BOM))
    body = body[start:] if alone else body
    text = "\n".join([*head, *([""] if head and body else []), *body])
    text += "\n" if head and not body else ""
    mark = _BOM if data.startswith(_BOM.encode()) else ""
    made = (mark + (text.replace("\n", "\r\n") if crlf else text)).encode()
    # A blank line may end what then reads as a front matter of another house.
    becomes = posting.front is None and made != data and read_posting(path, made).front
    return data if becomes else made


def _body(posting: Posting) -> list[str]:
    lines = posting.source.lines[posting.body_line - 1 :]
    before: list[tuple[str, list[str]]] = []

    def same(new: list[str]) -> bool:
        # Most files are laid out already, and then nothing is to be rendered.
        if not before:
            before.append(_rendered(posting.source.lines[posting.body_line - 1 :]))
        return _rendered(new) == before[0]

    stages: tuple[Callable[[Sequence[str]], Iterable[LayoutChange]], ...] = (
        end_changes,
        list_changes,
        blank_changes,
        _outer,
    )
    for propose in stages:
        lines = accepted(lines, list(propose(lines)), same)
    return lines


def _outer(lines: Sequence[str]) -> Iterable[LayoutChange]:
    """One line end at the end, and no blank line before it."""
    end = len(lines)
    while end and not lines[end - 1].strip(" \t"):
        end -= 1
    return [LayoutChange(end, len(lines), ("",) if end else ())]


def _rendered(lines: Sequence[str]) -> tuple[str, list[str]]:
    """What a reader sees, and the steps of the interview process."""
    body = Markdown(Source("\n".join(lines)))
    return to_html(body.tokens), [step.text for step in find_list(body).steps]
