"""Text of strangers in a comment, where GitHub acts on what it reads and not on how it is written.

GitHub renders the Markdown first and looks for ``@name``, ``#12`` and commits in what came of it:
entities and backslashes are gone by then, so each is broken by a word joiner, which has no width.
What Markdown and HTML would act on is escaped.
"""

from __future__ import annotations

import re
import unicodedata

JOINER = "\N{WORD JOINER}"
_SPELT_WITH = "\u200c\u200d"  # Persian and Indic words, and emoji, are spelt with these
# Behind the last of these a joiner keeps GitHub from a mention, a reference, a link, an emoji.
_BROKEN = re.compile(r"[@#](?=\S)|\bgh-(?=\d)|:(?=//|[\w+-]+:)|\bwww(?=\.)", re.IGNORECASE)
_COMMIT = re.compile(
    r"(?<![0-9A-Za-z_])([0-9a-f]{4})(?=[0-9a-f]{3,60}(?![0-9A-Za-z_]))", re.IGNORECASE
)
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;", "$": "&#36;", "|": "&#124;"}
)
_ESCAPED = re.compile(r"[\\*_\[\]~^]")
_START = re.compile(r"(?P<mark>[-+=#:])|(?P<number>\d{1,9})(?P<dot>[.)])")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .:/_-]*")


def harmless(text: str) -> str:
    """One line of Markdown that shows the text: nobody is notified, nothing linked or closed.

    It may stand anywhere in a line, in a table's cell, and between marks such as ``**``.
    """
    line = " ".join("".join(map(_visible, text)).split())
    line = _COMMIT.sub(rf"\1{JOINER}", _BROKEN.sub(rf"\g<0>{JOINER}", line))
    line = _ESCAPED.sub(r"\\\g<0>", line.translate(_ENTITIES))
    start = _START.match(line)
    return f"{_inert(start)}{line[start.end() :]}" if start else line


def coded(text: str) -> str:
    """A name as code where it is plain, so that it can be copied."""
    return f"`{text}`" if _PLAIN.fullmatch(text) and text == text.strip() else harmless(text)


def prose(text: str) -> str:
    """A sentence of ours: what it quotes in backticks is shown as code where it is plain."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return harmless(text)
    made = (coded(part) if n % 2 else _inside(part) for n, part in enumerate(parts))
    return "".join(made).strip()


def _inside(part: str) -> str:
    """A part of a sentence, with the blanks around it."""
    before, after = (" " if end.isspace() else "" for end in (part[:1], part[-1:]))
    return f"{before}{harmless(part)}{after}" if part.strip() else part[:1]


def _inert(match: re.Match[str]) -> str:
    return f"&#{ord(match['mark'])};" if match["mark"] else f"{match['number']}\\{match['dot']}"


def _visible(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    if kind == "Cc":
        return " "
    return "" if kind == "Cf" and character not in _SPELT_WITH else character
