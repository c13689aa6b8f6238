"""Pay in the text that names no currency: `50-60k`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.words import Passage, prose
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem

_RANGE = re.compile(
    r"(?<![\w.,$€£¥-])\d{2,3}\s?[kK]?\s?(?:-|\u2013|\u2014|to|bis|à|a|tot)\s?\d{2,3}\s?[kK](?![\w-])"
)
_CURRENCY = re.compile(
    r"[$€£¥₹₩₺₽₫฿]|\bkr\b|\bzł|\bR\$|\b(?-i:[A-Z]{3})\b|\b(?:euros?|dollars?|pounds?|francs?|franken|"
    r"kronor|kroner|pesos?|reais|rupees|yen|zloty)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:salar\w*|pay|paid|compensation|wages?|ote|gehalt\w*|vergütung\w*|lohn|rémunération|"
    r"salaire|sueldo|retribución|retribuzione|stipendio|remuneração|salaris|loon|brutto?|gross)\b",
    re.IGNORECASE,
)
_NEAR = 30


def bare_sums(posting: Posting) -> Iterator[Problem]:
    """Yield the ranges that a passage on pay gives without a currency."""
    passages = prose(posting).passages
    for index, passage in enumerate(passages):
        for match in _RANGE.finditer(passage.text):
            around = passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            before = passages[index - 1].text[-_NEAR * 4 :] if index else ""
            if (
                passage.kind != "title"
                and not _CURRENCY.search(around)
                and _on_pay(passage, match, before)
            ):
                yield Problem(
                    passage.span(*match.span()),
                    f"`{match[0]}` names no currency",
                    "write e.g. `€50,000 to €60,000 a year`, and `salary` in the front matter",
                )


def _on_pay(passage: Passage, match: re.Match[str], before: str) -> bool:
    """Whether the words around it speak of pay, or nothing but the sum is there."""
    alone = not passage.text.replace(match[0], "").strip(" \n.*_()")
    return alone or bool(_PAY.search(passage.text) or _PAY.search(before))
