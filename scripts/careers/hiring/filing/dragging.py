"""Files that people drag into an issue: no program can list or delete them, so it is said once."""

from __future__ import annotations

import re

from careers.hiring.actions import Comment
from careers.hiring.explaining import NOTE
from careers.hiring.filing.keeping import release_of
from careers.hiring.issue.writer import IssueWriter

_DRAGGED = re.compile(
    r"https://(?:github\.com/(?:user-attachments/(?:assets|files)/|[\w.-]+/[\w.-]+/files/\d)"
    r"|(?:private-)?user-images\.githubusercontent\.com/)"
)
_MARKER = f"{NOTE}dragged -->"


def is_dragged(text: str, before: str = "") -> bool:
    """Whether a text holds a file that somebody dragged in, and ``before`` did not."""
    return len(_DRAGGED.findall(text)) > len(_DRAGGED.findall(before))


def warn_of_dragged(number: int, writer: IssueWriter) -> Comment:
    """The comment that says what becomes of such a file; one an issue."""
    text = writer.render("dragged", number=number, release=release_of(number))
    return Comment(number, _MARKER, f"{_MARKER}\n{text}")
