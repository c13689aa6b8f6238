"""Makes what strangers wrote harmless in an issue, and keeps it readable.

GitHub acts on text after it has rendered the Markdown: it notifies ``@name``, links ``#12``,
``owner/repo#12``, ``GH-12`` and commits, and closes by ``closes #12``. Backslashes and entities are
gone by then, so these are broken by a word joiner, which nobody sees. What Markdown and HTML would
act on is escaped. Addresses stand as code: to be read and copied, not followed or loaded.

A quotation is used and not a fenced block, because GitHub wraps only the former, and people read
what candidates write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

JOINER = "\u2060"
"""Word joiner: breaks what GitHub looks for, and has no width."""

_NEWLINE = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_JOINERS = "\u200c\u200d"  # Persian and Indic words, and emoji, are spelt with these
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,30}://|mailto:|www\.)[^\s`<>|\\]+", re.IGNORECASE)
_COMMIT = re.compile(r"(?<![0-9A-Za-z_])[0-9a-f]{7,64}(?![0-9A-Za-z_])", re.IGNORECASE)
_TRAILING = ".,;:!?'\")]}*_~"
_ENTITY = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "`": "&#96;",
    "$": "&#36;",  # mathematics
    "|": "&#124;",  # cells
}
_ESCAPED = re.compile(r"[\\*_\[\]~^]")
_START = re.compile(r"(?:[-+=#:](?![0-9A-Za-z])|[-+=#:]+\s*$)|(?P<number>\d{1,6})(?=[.)])")
_PLAIN = re.compile(r"[A-Za-z0-9+][A-Za-z0-9 ()/._%+@:?=&~,-]*")


def clean(text: str) -> str:
    """The text without what is not seen: control, direction and zero-width characters."""
    text = _NEWLINE.sub("\n", text)
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\n\t":
        return character
    kind = unicodedata.category(character)
    if kind == "Cs":
        return "\ufffd"
    hidden = kind in {"Cc", "Cf"} and character not in _JOINERS
    return "" if hidden else character


def title(text: str, limit: int) -> str:
    """One line for an issue's title, of at most ``limit`` characters. A title knows no Markdown."""
    line = _broken(" ".join(clean(text).split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def inline(text: str) -> str:
    """One line of Markdown that shows the text: for a table's cell, after a word, in bold."""
    return _marked(" ".join(clean(text).split()))


def code(text: str) -> str:
    """One line as code where it is plain enough, so that an address can be copied whole."""
    line = " ".join(clean(text).split())
    if _PLAIN.fullmatch(line) and not line.endswith(" "):
        return f"`{line}`"
    return _marked(line)


def label(text: str) -> str:
    """The text of a link; a mail address in it can be copied whole, and mentions nobody."""
    made = _escaped(" ".join(clean(text).split()))
    return re.sub(rf"(?<=\w)@{JOINER}", "@", made)


def code_list(names: Iterable[str]) -> str:
    """Names of ours, each as code, with commas."""
    return ", ".join(f"`{name}`" for name in names)


def quote(text: str) -> str:
    """The text as a quotation, line by line."""
    lines = [_line(line) for line in clean(text).strip("\n").split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _line(line: str) -> str:
    """One line of a quotation: its indentation kept, its first character no list or heading."""
    body = line.expandtabs(4).strip()
    indent = "\u00a0" * min(len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()), 40)
    return indent + _marked(body)


def _marked(line: str) -> str:
    start = _START.match(line)
    if start and start["number"]:
        return f"{start['number']}\\{line[start.end()]}{_pieces(line[start.end() + 1 :])}"
    if start:
        return f"&#{ord(line[0])};{_pieces(line[1:])}"
    return _pieces(line)


def _pieces(line: str) -> str:
    pieces, at = [], 0
    for match in _ADDRESS.finditer(line):
        found = match[0].rstrip(_TRAILING)
        pieces += [_without_commits(line[at : match.start()]), f"`{found}`"]
        at = match.start() + len(found)
    return "".join([*pieces, _without_commits(line[at:])])


def _without_commits(text: str) -> str:
    pieces, at = [], 0
    for match in _COMMIT.finditer(text):
        pieces += [_escaped(text[at : match.start()]), f"`{match[0]}`"]
        at = match.end()
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    text = "".join(_ENTITY.get(c, c) for c in text)
    return _broken(_ESCAPED.sub(r"\\\g<0>", text), entities=True)


def _broken(text: str, *, entities: bool = False) -> str:
    """Mentions and references, broken; ``&#96;`` is no reference where entities stand."""
    text = re.sub(r"@(?=\S)", f"@{JOINER}", text)
    number = r"(?<!&)#(?=\w)" if entities else r"#(?=\w)"
    text = re.sub(number, f"#{JOINER}", text)
    return re.sub(r"(gh)-(?=\d)", rf"\1-{JOINER}", text, flags=re.IGNORECASE)
