"""The label that an author gives a step: bold words at its beginning, or its heading."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.language.vocabulary import vocabularies
from careers.process.clauses import tidy

if TYPE_CHECKING:
    from careers.markdown.inline import Inline

LONGEST = 50 - len("stage:")  # GitHub's limit for a label
READ = 600  # characters of a step that are looked at: what it is stands at its beginning
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "ł": "l"}
)
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_UNFINISHED = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME|XXX)\b|(?i:\blorem ipsum\b|\bto be (?:determined|defined"
    r"|decided|confirmed)\b)"
)
_NUMBER = re.compile(
    r"^[\W_]*(?:(?:step|stage|phase|part|schritt|stufe|étape|etapa|paso|fase|passo|stap|#)\s*#?\d+"
    r"|\d+(?=[.):/])|\d+\ufe0f?\u20e3|\d+[ºª°]?\s*(?:etapa|passo|fase|étape)\b)[\s.:)/\-\u2013\u2014]*",
    re.IGNORECASE,
)
# Bold words that begin a sentence are no name: "**We** check", "**If all goes well**".
_SENTENCE = re.compile(
    r"^(?:we|you|i|it|this|that|these|there|if|after|once|when|please|depending|no|not|never"
    r"|without|wir|du|wenn|nach|falls|kein\w*|nous|vous|si|après|sin|non|geen|als|não|se|dopo)"
    r"(?:'\w+)?(?:$|\W)"
    r"|^(?:first|second|third|then|next|finally|zuerst|dann),"
    r"|^(?:in|on|at|for|with) (?:this|our|your|the)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the|an?|your|our|die|der|das|ein|eine|dein|deine|ihr|ihre|unser|unsere|le|la|les|une?"
    r"|votre|notre|el|il|lo|tu|tuo|tua|het|de|een|je|seu|sua)\s+",
    re.IGNORECASE,
)
_WORDS_OF_A_LABEL = 8
_ENDS = frozenset(".:!-\N{EN DASH}\N{EM DASH}")
_BEFORE_LABEL = re.compile(r"[\W_]*(?:\d+ ?(?:m|min|h|hr)\b\.?)?[\W_]*")


def slug(text: str) -> str:
    """The kebab-case ASCII form of a name; empty where too little of it is Latin to tell."""
    folded = text.lower().replace("&", " and ")
    if not folded.isascii():
        folded = _latin(folded)
    return _NOT_WORD.sub("-", folded.replace("'", "")).strip("-")


def _latin(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    letters = [c for c in folded if c.isalnum()]
    ascii_only = sum(c.isascii() for c in letters)
    if not letters or ascii_only * 2 <= len(letters):
        return ""
    folded = "".join(c for c in folded if c.isascii() or not c.isalnum())
    return "".join(c for c in folded if not unicodedata.combining(c))


def shorten(name: str, longest: int = LONGEST) -> str:
    """A name cut at a word, so that its label fits."""
    if len(name) <= longest:
        return name
    cut = name[: longest + 1].rpartition("-")[0]
    return cut or name[:longest]


@lru_cache(maxsize=4096)
def label_name(label: str, *, alone: bool = False) -> str:
    """What bold words or a heading name a step; empty where they do not read as a name.

    ``alone`` says that nothing follows them, so that they open no remark ("Welcome").
    """
    text = bare_name(label)
    if not text or opens_sentence(text) or unfinished(text) or label.rstrip().endswith("?"):
        return ""
    if len(text.split()) > _WORDS_OF_A_LABEL or is_fact(text):
        return ""
    if _says_when(text) or (not alone and _opens_remark(text)):
        return ""
    return slug(text)


def opens_sentence(text: str) -> bool:
    """Whether words begin a sentence rather than being a name; what is denied is no name."""
    return bool(_SENTENCE.match(text))


def unfinished(text: str) -> bool:
    """Whether something is still to be written."""
    return bool(_UNFINISHED.search(text))


def _says_when(text: str) -> bool:
    """Whether words only say when: "First:"."""
    return any(words.ordinals.are(text) for words in vocabularies())


def _opens_remark(text: str) -> bool:
    """Whether words say that a remark follows: "Note:"."""
    return any(words.remarks.are(text) for words in vocabularies())


@lru_cache(maxsize=1024)
def is_fact(label: str) -> bool:
    """Whether a fact follows a label, and no step: "Duration: two weeks"."""
    return any(words.facts.are(label) for words in vocabularies())


def bare_name(text: str) -> str:
    """A label without its number, duration, brackets, symbols and article."""
    return _ARTICLE.sub("", tidy(unnumbered(text[:READ])).strip(" .:,;!-"))


def unnumbered(text: str) -> str:
    """A text without "Step 2:" or "3." before it."""
    return _NUMBER.sub("", text)


def bold_label(inline: Inline) -> str:
    """The bold words at the beginning, where they stand as a label.

    That is alone, or before a colon, a dash, a full stop, a bracket or a new sentence.
    """
    if "**" not in inline.content[:200] and "__" not in inline.content[:200]:
        return ""
    parts = ["", "", ""]  # before the bold words, they themselves, after them
    part = 0
    for token in inline.token.children or []:
        if token.type == "strong_open" and part == 0:
            part = 1
        elif token.type == "strong_close" and part == 1:
            part = 2
        elif token.type in ("text", "code_inline"):
            parts[part] += token.content
        elif token.type.endswith("break"):
            parts[part] += "\n"
        if part == 2 and parts[2]:  # noqa: PLR2004 - enough to tell
            break
    before, bold, after = parts
    labels = bold.strip() and _BEFORE_LABEL.fullmatch(before)
    return bold if labels and _stands_apart(bold.rstrip(), after) else ""


def _stands_apart(bold: str, after: str) -> bool:
    rest = after.strip()
    if not rest or bold[-1] in _ENDS or after.startswith("\n"):
        return True
    return rest[0] in _ENDS or rest[0] == "(" or (after[0] == " " and rest[0].isupper())
