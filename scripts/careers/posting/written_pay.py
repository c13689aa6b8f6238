"""Pay as people write it in one line: `£37,099 - £44,263 per annum`, `70k-95k EUR`, `€14.80/h`.

It is loaded where a front matter gives pay so.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from careers.posting.named_values import member
from careers.posting.salary import Per

_LONGEST = 80  # characters of a text that is looked at
_AMOUNT = (
    r"\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d{1,2}(?!\d))?|\d{1,7}(?:[.,]\d{1,2}(?!\d))?"
)
# Those that one currency has; `$` and `kr` are several countries'.
SIGNS = {
    "€": "EUR", "£": "GBP", "zł": "PLN", "R$": "BRL", "₹": "INR", "¥": "JPY", "₺": "TRY",
    "円": "JPY", "원": "KRW", "Kč": "CZK", "Fr.": "CHF",
}  # fmt: skip
# Whole, not the first digits of a longer number; a sign may stand right behind it.
_SUM = re.compile(
    rf"(?<![\d.,])(?P<amount>{_AMOUNT})\s?(?P<k>[kK])?(?![.,'\u2019]?\d|%|(?!zł|円|원|Kč|Fr\.)\w)"
)
_CODE = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")
# Those that pay is written in; DOE, OTE and RAL are three capitals too.
_CODES = frozenset(
    """
    AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK DOP EGP EUR GBP GEL GHS HKD HUF IDR
    ILS INR IQD ISK JOD JPY KES KRW KWD KZT LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR
    RON RSD RUB RWF SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF ZAR
    """.split()  # noqa: SIM905 - a list of seventy would be as many lines
)
# What is left after taxes is another sum.
_NET = re.compile(r"\b(?:net|nets|nett[oi]|neto|netos|líquidos?|liquidos?)\b", re.IGNORECASE)
_PER = re.compile(
    r"(?:/|\b(?:per|an?|pro|im|par|de l|l|por|al|ao|all|je)\b['\u2019 ]?)\s?"
    r"(?P<time>[^\W\d_]{1,8})\b"
    r"|\b(?P<alone>annually|annual|annum|yearly|monthly|hourly|daily|pa|annuels?|jährlich|monatlich"
    r"|mensuels?|anual|anuales|anuais|mensual|mensuales|mensal|mensais|annui|annuo|mensile|mensili"
    r"|maandelijks|jaarlijks|jahresgehalt)\b",
    re.IGNORECASE,
)


# What `$` and `kr` are where they are not the United States' and Sweden's, by country.
_DOLLARS = {
    "AR": "ARS", "AU": "AUD", "CA": "CAD", "CL": "CLP", "CO": "COP", "HK": "HKD", "MX": "MXN",
    "NZ": "NZD", "SG": "SGD", "TW": "TWD", "UY": "UYU",
}  # fmt: skip
_CROWNS = {"DK": "DKK", "IS": "ISK", "NO": "NOK"}
_CROWN = re.compile(r"\bkr\b", re.IGNORECASE)
_BY_THE_HOUR, _BY_THE_MONTH = 200, 12_000
_ONE_GROUP = re.compile(r"([1-9]\d{0,2})[.,](\d{3})", re.ASCII)
_SHORT = frozenset({Per.HOUR, Per.DAY})


def readings(amount: str, per: Any) -> tuple[str, str] | None:
    """The two sums that `18.000` may be where an hour or a day is paid; None where it says one.

    ``per`` is the time as written. Behind the point may stand thousandths or, as in many
    countries, thousands: of a month or a year only these make sense.
    """
    known = Per.YEAR if per is None else member(per, Per) if isinstance(per, str) else None
    found = _ONE_GROUP.fullmatch(amount.strip())
    if found is None or (known and known not in _SHORT):
        return None
    whole, rest = found.groups()
    return f"{whole}.{rest}".rstrip("0").rstrip("."), whole + rest


class WrittenPay(NamedTuple):
    """What a line says: digits alone; None what it leaves open."""

    low: str
    high: str | None
    currency: str | None
    per: Per | None
    likely: str = "EUR"
    """What an example says where the currency is left open."""

    @property
    def complete(self) -> bool:
        """Whether nothing has to be guessed."""
        return bool(self.currency and self.per)

    @property
    def _usual(self) -> Per:
        """The time that such a sum is most often paid for."""
        amount = float(self.low)
        if amount < _BY_THE_HOUR:
            return Per.HOUR
        return Per.MONTH if amount < _BY_THE_MONTH else Per.YEAR

    def __str__(self) -> str:
        """As the front matter writes it; what is left open by way of an example."""
        top = f", max: {self.high}" if self.high else ""
        unit = f"currency: {self.currency or self.likely}, per: {self.per or self._usual}"
        return f"{{min: {self.low}{top}, {unit}}}"


def pay(text: str, country: str | None = None) -> WrittenPay | None:
    """The pay of a line with one sum or two; None where it has none, or more.

    ``country`` (ISO 3166) is where it is paid: what an example takes `$` for.
    """
    if len(text) > _LONGEST:
        return None
    sums = list(_SUM.finditer(text))
    if not 1 <= len(sums) <= 2:  # noqa: PLR2004 - from, and to
        return None
    thousands = any(found["k"] for found in sums)
    if _NET.search(text):
        return None
    low, high = ([_digits(found["amount"], thousands=thousands) for found in sums] + [None])[:2]
    if low is None or (high and float(high) < float(low)):
        return None
    per = _per(text)
    if not thousands and any(readings(found["amount"], per or Per.YEAR) for found in sums):
        return None
    return WrittenPay(low, high, _currency(text), per, _likely(text, country or ""))


def _likely(text: str, country: str) -> str:
    if "$" in text:
        return _DOLLARS.get(country, "USD")
    return _CROWNS.get(country, "SEK") if _CROWN.search(text) else "EUR"


def _digits(amount: str, *, thousands: bool) -> str:
    cents = re.search(r"[.,](\d{1,2})$", amount)
    whole = re.sub(r"\D", "", amount[: cents.start()] if cents else amount)
    value = float(f"{whole}.{cents[1]}") if cents else float(whole)
    if thousands and value < 1000:  # noqa: PLR2004 - what is written with a k
        value *= 1000
    return f"{value:.0f}" if value.is_integer() else f"{value:.2f}"


def _currency(text: str) -> str | None:
    signs = {code for sign, code in SIGNS.items() if sign in text}
    found = signs or set(_CODE.findall(text)) & _CODES
    if "R$" not in text and "$" in text:
        found -= {"BRL"}
    return found.pop() if len(found) == 1 else None


def _per(text: str) -> Per | None:
    times = (member(m["time"] or m["alone"], Per) for m in _PER.finditer(text))
    said = set(filter(None, times))
    return Per(said.pop()) if len(said) == 1 else None
