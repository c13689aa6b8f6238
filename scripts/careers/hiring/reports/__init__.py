"""The reports: one module each, its name the report's in the CSV, its docstring what it tells.

A report module holds ``ORDER`` (its place) and ``table(facts)``, which returns a ``ReportTable``
and is pure. No report names anybody, and groups of fewer than five people are not told apart.
Nothing is registered: a module in this folder is a report; the command, the weekly issue and the
table of docs/candidates.md are made from them.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable

_SUPPORT = "support"


@dataclass(frozen=True)
class Report:
    """One report; ``help`` is a sentence."""

    name: str
    order: int
    help: str
    table: Callable[[Facts], ReportTable]


@cache
def all_reports() -> tuple[Report, ...]:
    """Every report, in order."""
    names = (m.name for m in pkgutil.iter_modules(__path__) if m.name != _SUPPORT)
    return tuple(sorted(map(_load, names), key=lambda report: (report.order, report.name)))


def _load(name: str) -> Report:
    module = importlib.import_module(f"{__name__}.{name}")
    return Report(name, module.ORDER, inspect.getdoc(module) or "", module.table)


def tables_of(facts: Facts) -> list[ReportTable]:
    """What all reports tell."""
    return [report.table(facts) for report in all_reports()]
