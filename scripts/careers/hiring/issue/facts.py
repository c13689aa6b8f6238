"""The table of facts in an issue: read back as the person wrote it, and added to."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from careers.hiring.issue.linking import mail_of
from careers.hiring.issue.quoting import JOINER
from careers.hiring.issue.sections import section, with_section

_ROW = re.compile(r"^\| (.*?) \| (.*) \|$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([\\*_\[\]~^])")
_LINK = re.compile(r"\[[^\n]*\]\((https?://[^()\s]+)\)")
_NAME = "Candidate"
_LINKS = "**Links**"
_FLAG = "**Flag** · "
_SAME = frozenset({"**Same address, another name**", "**May be the same person**"})
_MAIL = re.compile(r"[^\s@]+@[^\s@]+")
_ISSUE = re.compile(r"#(\d+)")


def name(body: str) -> str:
    """The candidate's name."""
    return _fact(body, _NAME)


def email(body: str) -> str:
    """The mail address; nothing where none was given."""
    return _fact(body, "**Write**") or _both(body)[0] or _fact(body, "**E-mail**")


def phone(body: str) -> str:
    """The telephone number; nothing where none was given."""
    return _fact(body, "**Call**") or _both(body)[1] or _fact(body, "**Phone**")


def location(body: str) -> str:
    """Where they live; nothing where it was not said."""
    return _fact(body, "**Location**")


def links(body: str) -> Iterator[str]:
    """The addresses, those that follow the first in rows without a name too."""
    among = False
    for heading, cell in _ROW.findall(section(body, "facts")):
        among = heading == _LINKS or (among and not heading.strip())
        if among:
            yield _plain(cell)


def answers(body: str) -> Iterator[tuple[str, str]]:
    """The short answers, by their questions."""
    for heading, cell in _ROW.findall(section(body, "facts")):
        question = heading.removeprefix(_FLAG)
        if question != _NAME and not question.startswith(("**", ":-")) and question.strip():
            yield _plain(question), _plain(cell)


def with_fact(body: str, heading: str, cell: str) -> str:
    """The text with one more row of Markdown at the end of the table."""
    table = section(body, "facts")
    return with_section(body, "facts", f"{table}\n| **{heading}** | {cell} |")


def without_issues(body: str, numbers: Collection[int]) -> str:
    """The text without the rows that say that these issues may be of the same person."""
    kept, heading, told = [], "", ""
    for line in section(body, "facts").split("\n"):
        row = _ROW.fullmatch(line)
        heading = (row[1].strip() or heading) if row else ""
        found = _ISSUE.match(row[2]) if row and heading in _SAME else None
        if found and int(found[1]) in numbers:
            continue
        # The first row of what is left says what they all are.
        again = row and heading in _SAME and not row[1].strip() and told != heading
        kept.append(f"| {heading} | {row[2]} |" if row and again else line)
        told = heading
    text = "\n".join(kept)
    return with_section(body, "facts", text) if text else body


def _fact(body: str, heading: str) -> str:
    rows = _ROW.findall(section(body, "facts"))
    return next((_plain(cell) for found, cell in rows if found == heading), "")


def _both(body: str) -> tuple[str, str]:
    """Address and number of the row that has both; rows of their own are of older issues."""
    rows = dict(_ROW.findall(section(body, "facts")))
    address, _, number = rows.get("**Write, call**", "").partition(" · ")
    return _plain(address.strip()), _plain(number.strip())


def _plain(cell: str) -> str:
    """A cell as the person wrote it."""
    if link := mail_of(cell):
        # Who corrects one half of a link means what they see.
        shown = _plain(link[0])
        return shown if _MAIL.fullmatch(shown) else link[1]
    if found := _LINK.fullmatch(cell):
        return unquote(html.unescape(found[1]))
    if cell.startswith("`") and cell.endswith("`"):
        return cell.strip("`")
    return html.unescape(_ESCAPE.sub(r"\1", cell)).replace(JOINER, "")
