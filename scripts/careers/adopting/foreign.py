"""A file of another house as read: what it says of the job in fields, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.text.diagnostics import CareersError

HTML = (".html", ".htm")
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".txt")

# A type in YAML, which other readers of it need: `created: !!timestamp '2017-05-15'`.
_TYPED = re.compile(r"(?m)^([\w -]+:[ \t]+)!!\w+[ \t]+")
# As Eleventy names the language of a front matter.
_JSON = re.compile(rb"---json[ \t]*\r?\n\{(?P<fields>.*?)\}\s*\n---[ \t]*\r?\n", re.DOTALL)
_COMMENT = re.compile(r"[ \t]*#")


@dataclass(frozen=True)
class Foreign:
    """``fields`` are the front matter's, as their house calls them; ``text`` is Markdown.

    ``comments`` are the lines of the front matter that speak to its authors.
    """

    path: str
    fields: dict[str, Any]
    text: str
    comments: tuple[str, ...] = ()

    @property
    def posting(self) -> Posting:
        """The text alone, read as a posting's."""
        return read_posting(self.path, self.text.encode())


def read_foreign(path: str, data: bytes) -> Foreign:
    """Read a file by its ending. Raises CareersError, status 1, where that cannot be done."""
    if path.lower().endswith(HTML):
        from careers.adopting.html import read_html  # noqa: PLC0415 - an extra has what it needs

        fields, text = read_html(data)
        return Foreign(path, fields, text)
    if match := _JSON.match(data):
        data = b"{\n" + match["fields"] + b"\n}\n\n" + data[match.end() :]
    head, fence, rest = data.partition(b"\n---")
    untyped = _TYPED.sub(r"\1", head.decode("utf-8", "surrogateescape"))
    posting = read_posting(path, untyped.encode("utf-8", "surrogateescape") + fence + rest)
    if posting.source.garbled:
        raise CareersError("it is no text in UTF-8, or too large", "save it as UTF-8", status=1)
    front = posting.front
    if front and front.syntax and not front.raw:
        problem = front.syntax[0]
        message = f"line {problem.span.line}: {problem.message}"
        raise CareersError(message, problem.help, status=1)
    lines = posting.source.lines
    fields = dict(front.raw) if front else {}
    text = "\n".join(lines[posting.body_line - 1 :]).strip("\n") + "\n"
    return Foreign(path, fields, text, tuple(_comments(lines[: posting.body_line - 1])))


def _comments(lines: list[str]) -> Iterator[str]:
    yield from (line.strip() for line in lines if _COMMENT.match(line))
