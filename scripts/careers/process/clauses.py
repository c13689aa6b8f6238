"""Takes a step's text apart: what it says, what it is for, what it only mentions.

"If the call goes well, we give you a small project to see how you work" holds an aside (if
the call goes well), a statement (we give you a small project) and a purpose (to see how you
work). Only the statement, and at need the purpose, tells what the step is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from careers.process.denials import undenied

_TYPOGRAPHY = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{NO-BREAK SPACE}": " ",
        "é": "e",
    }
)
# "(30 minutes)", "[CEO/CTO]": whom or how long, never what. "In-person (or video) interviews" are
# neither the one nor the other.
_BRACKETS = re.compile(r"[\w-]{1,30} \(or [^()]*\)(?= \w)|\([^()]*\)|\[[^\[\]]*\]")
# "30 minute", "1h", "2-hour", "45-60 min.", "~3", "one-hour"
_DURATION = re.compile(
    r"(?:\b(?:about|approx(?:\.|imately)?|around|roughly|ca\.|up to) |~|\b)?"
    r"(?:\b\d+(?:[.,]\d+)?(?: ?(?:[-\u2013/]|to) ?\d+)?|\b(?:one|two|three|an|half an|half))[ -]?"
    r"(?:minuten|minutes?|minütige\w*|mins?\b\.?|m|hours?|hrs?\b\.?|hr|h|stunden?"
    r"|stündige\w*)\b(?:[- ]long\b)?",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(r"[^\w\s.,:;!?'\"&/@+#\u2013\u2014-]+")
_SPACE = re.compile(r"\s+")

_SENTENCE = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!approx)(?<!\bvs)(?<!\bca)([.!?:;\u2026])(?=\s|$)")
# What opens an aside: a condition, what went before, a topic, an example.
_ASIDE = (
    # conditions and order
    r"after|before|if|once|when(?:ever)?|while|because|based on|depending on|following|unless|until"
    r"|prior to|ahead of|assuming|provided|within|without|followed by|upon"
    # topics; "about our values" is what the talk is
    r"|about(?! (?:our |your |the |company |shared )*(?:cultur|value))|regarding|related to|from"
    r"|follow(?:ing)? up on|(?:outcomes?|results?) of|feedback (?:on|from|for)|prepar(?:e|ing) for"
    r"|whether|how|why|what"
    # examples and exceptions
    r"|like(?! to\b)|such as|similar to|including|as part of|as well as any"
    r"|as opposed to"
)
# What opens a purpose; "to our office" is a place.
_PURPOSE = (
    r"(?:in order )?to (?!(?:the|an?|our|your|you|us|one|two|three|four|five|six|some|lunch|dinner"
    r"|meet with|several|multiple)\b)"
    r"|(?:in )?(?:which|where|during which)|so (?:that )?(?:we|you)|focus(?:ed|ing|es) on"
    r"|covering|designed|explaining"
)
_CUT = re.compile(
    rf",\s+(?:and )?|\s+[-\u2013\u2014]+\s+|\s+(?=(?:{_ASIDE})\b)"
    # "to get to know", "we would like to": no purpose yet
    rf"|(?<!get)(?<!gets)(?<!like)(?<!love)(?<!want)\s+(?=(?:{_PURPOSE}))"
    r"|\s+(?=(?:and )?then\b)"
)
# "Given the review of your exercise": what is given at the beginning has been.
_OPENS_ASIDE = re.compile(rf"(?:and |or |but )?(?:{_ASIDE}|given|thanks to)\b")
_OPENS_PURPOSE = re.compile(rf"(?:{_PURPOSE})")
# "after the call we invite you": the statement begins at the second verb
_STATEMENT = re.compile(r"(?<=\w{3}) (?=(?:we|you|our|a recruiter)(?:'\w+)? \w)")
_JOINS = re.compile(
    r"\b(?:if|whether|why|until|unless|for|once|after|before|when|that|what|how|and|where|because|as)$"
)


# "Depending on the role: an interview or an exercise" is no one of them.
_ALTERNATIVES = re.compile(r"\W*depending on [^.!?]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, in lower case: an aside only mentions, a purpose tells why."""

    text: str
    aside: bool = False
    purpose: bool = False


def tidy(text: str) -> str:
    """A text without durations, brackets and symbols, its spaces single."""
    text = _BRACKETS.sub(" ", text.translate(_TYPOGRAPHY))
    return _SPACE.sub(" ", _NOT_TEXT.sub(" ", _DURATION.sub(" ", text))).strip()


def clauses(text: str) -> list[list[Clause]]:
    """The clauses of each sentence, in order."""
    if _ALTERNATIVES.match(text):
        return []
    parts = _SENTENCE.split(tidy(text).lower())
    # A question asks, and says of nothing that it happens.
    told = (part for part, mark in zip_longest(parts[::2], parts[1::2]) if mark != "?")
    return [_parts(said) for part in told if (said := undenied(part.strip()))]


def _parts(sentence: str) -> list[Clause]:
    parts = []
    for piece in _CUT.split(sentence):
        if not piece:
            continue
        if _OPENS_ASIDE.match(piece):
            aside, statement = _after_aside(piece)
            parts.append(Clause(aside, aside=True))
            if statement:
                parts.append(Clause(statement))
        else:
            parts.append(Clause(piece, purpose=bool(parts and _OPENS_PURPOSE.match(piece))))
    return parts


def _after_aside(piece: str) -> tuple[str, str]:
    for match in _STATEMENT.finditer(piece):
        if not _JOINS.search(piece[: match.start()]):
            return piece[: match.start()], piece[match.end() :]
    return piece, ""
