"""Currencies: roughly what one is worth, and who pays in it, out of ``data/currencies.toml``."""

from __future__ import annotations

import pkgutil
import tomllib
from functools import cache
from typing import Any

_FROM, _TO = 60_000, 75_000  # euros a year
_FIGURES = 2


def rates() -> dict[str, float]:
    """How many units of a currency make one euro, by its code of ISO 4217."""
    return dict(_table()["rates"])


def example(country: str) -> str:
    """A pay as somebody of a country (ISO 3166-1) would write it into the front matter."""
    currency = next((c for c, who in _table()["paid"].items() if country in who.split()), "EUR")
    low, high = (_rounded(euros * rates()[currency]) for euros in (_FROM, _TO))
    return f"salary: {{min: {low}, max: {high}, currency: {currency}, per: year}}"


def _rounded(amount: float) -> int:
    return int(float(f"{amount:.{_FIGURES}g}"))


@cache
def _table() -> dict[str, Any]:
    data = pkgutil.get_data("careers.checks", "data/currencies.toml") or b""
    return tomllib.loads(data.decode())
