"""Sums of money as numbers of JSON."""

from __future__ import annotations

from decimal import Decimal


def number(amount: Decimal) -> int | float:
    """A whole number where it is one."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
