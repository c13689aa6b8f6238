"""Looks at a company's installation: one module a thing to look at, found in this folder.

A module has a docstring, whose first line says what ought to be so, and ``examine(facts)``, which
yields what is so (``ok``), what may go wrong (``warning``) and what does (``error``), each with its
cure. What could not be asked is said too, as a warning. Names that begin with `_` are not looked
for, and neither is `support/`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from careers.doctor.support.diagnosis import Diagnosis, Level
from careers.doctor.support.facts import Facts

__all__ = ["Diagnosis", "Facts", "Level", "diagnose", "examinations"]


def diagnose(facts: Facts) -> list[Diagnosis]:
    """Everything that was found, the worst first; each named by its module."""
    found = [
        told._replace(check=name)
        for name, module in examinations().items()
        for told in module.examine(facts)
    ]
    return sorted(found, key=lambda told: told.level.rank)


@cache
def examinations() -> dict[str, ModuleType]:
    """The modules, by name as people write it."""
    names = (found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg)
    return {
        name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}")
        for name in sorted(names)
    }


def pages() -> Iterator[tuple[str, str]]:
    """Each examination with what it is about, for the documentation."""
    for name, module in examinations().items():
        yield name, " ".join((module.__doc__ or "").split())
