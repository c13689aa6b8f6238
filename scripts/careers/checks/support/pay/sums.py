"""Sums of money in a text: `€50,000`, `45 000 € brut`, and `50-60k`, which names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from careers.checks.support.pay.currencies import rates
from careers.checks.support.prose import Passage
from careers.checks.support.words import prose
from careers.language.vocabulary import Vocabulary, vocabulary
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem

_RANGE = re.compile(
    r"(?<![\w.,$€£¥-])\d{2,3}\s?[kK]?\s?(?:-|\u2013|\u2014|to|bis|à|a|tot)\s?\d{2,3}\s?[kK](?![\w-])"
)
_SIGNS = r"[$€£¥₹₩₺₽₫฿]|\bR\$|\bzł|\bkr\b"
_NAMES = (
    r"euros?|dollars?|pounds?|francs?|franken|kronor|kroner|pesos?|reais|rupees|yen|zloty|złotych"
)
_CURRENCY = re.compile(rf"{_SIGNS}|\b(?-i:[A-Z]{{3}})\b|\b(?:{_NAMES})\b", re.IGNORECASE)
_GAP = r"[.,\s'\u2019]"
_AMOUNT = rf"\d{{1,3}}(?:(?:{_GAP}?\d{{3}}){{1,3}}|\s?k\b|[.,]\d\d\b)"
_NEAR = 30
_LEAST = 15_000  # of a range: what is less is as often a fee, or a number of visitors


def gives_pay(posting: Posting) -> bool:
    """Whether a line of the text gives a sum of money, and it or the one above speaks of pay.

    Two sums of which the one is not twice the other are pay, whatever stands around them.
    """
    text = posting.source.text
    lines = posting.source.lines[posting.body_line - 1 :]
    if any(_is_range(match) for match in _named_range().finditer(text)):
        return True
    return bool(_sum().search(text)) and any(
        _sum().search(line) and (_on_pay(line, posting) or (n and _on_pay(lines[n - 1], posting)))
        for n, line in enumerate(lines)
    )


@cache
def _named_range() -> re.Pattern[str]:
    named = rf"(?:{_SIGNS}|\b(?:{_NAMES}|{'|'.join(rates())})\b)"
    to = r"\s?(?:-|\u2013|\u2014|to|bis|à|a|tot|e)\s?"
    amount = f"({_AMOUNT})"
    return re.compile(
        rf"{named}\s?{amount}{to}(?:{named}\s?)?{amount}"
        rf"|{amount}(?:\s?{named})?{to}{amount}\s?{named}",
        re.IGNORECASE,
    )


def _is_range(match: re.Match[str]) -> bool:
    low, high = (_thousands(found) for found in match.groups() if found)
    return _LEAST <= low < high <= 2 * low


def _thousands(amount: str) -> int:
    digits = int(re.sub(r"\D", "", amount))
    return digits * 1000 if amount[-1] in "kK" else digits


@cache
def _sum() -> re.Pattern[str]:
    named = rf"(?:{_SIGNS}|\b(?:{_NAMES}|{'|'.join(rates())})\b)"
    return re.compile(rf"{named}\s?{_AMOUNT}|\b{_AMOUNT}\s?{named}", re.IGNORECASE)


def bare_sums(posting: Posting) -> Iterator[Problem]:
    """Yield the ranges that a passage on pay gives without a currency."""
    passages = prose(posting).passages
    for index, passage in enumerate(passages):
        for match in _RANGE.finditer(passage.text):
            around = passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            before = passages[index - 1].text[-_NEAR * 4 :] if index else ""
            alone = not passage.text.replace(match[0], "").strip(" \n.*_()")
            if (
                passage.kind != "title"
                and not _CURRENCY.search(around)
                and (alone or _on_pay(passage.text, posting) or _on_pay(before, posting))
            ):
                yield _bare(passage, match)


def _bare(passage: Passage, match: re.Match[str]) -> Problem:
    return Problem(
        passage.span(*match.span()),
        f"`{match[0]}` names no currency",
        "write e.g. `€50,000 to €60,000 a year`, and `salary` in the front matter",
    )


def _on_pay(text: str, posting: Posting) -> bool:
    """Whether a text speaks of pay, in English or in the posting's language."""
    return any(words.pay.within(text) for words in _vocabularies(posting))


def _vocabularies(posting: Posting) -> Iterator[Vocabulary]:
    for tag in dict.fromkeys(("en", posting.language.tag)):
        words = vocabulary(tag)
        if words:
            yield words
