"""A check, as its module says it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity


@dataclass(frozen=True)
class Check:
    """One check: ``page`` is its docstring."""

    code: str
    page: str
    severity: Severity
    draft: Severity
    run: Callable[[Posting, Context], Iterable[Problem]]
    needs_base: bool = False
    reads_front: bool = False
    alone: bool = True
    gather: Callable[[Posting, Context], Any] | None = None
    run_repository: Callable[[Context, list[Any]], Iterator[tuple[Posting, Problem]]] | None = None


def check_of(module: ModuleType) -> Check:
    """The check that a module of `careers.checks` holds: its code is the module's name."""
    draft = getattr(module, "DRAFT", module.SEVERITY)
    page = inspect.getdoc(module) or ""
    needs_base = getattr(module, "NEEDS_BASE", False)
    return Check(
        module.__name__.rpartition(".")[2].replace("_", "-"),
        page,
        module.SEVERITY,
        draft,
        getattr(module, "check", _nothing),
        needs_base=needs_base,
        reads_front=getattr(module, "READS_FRONT", False),
        alone=getattr(module, "ALONE", not needs_base),
        gather=getattr(module, "gather", None),
        run_repository=getattr(module, "check_repository", None),
    )


def _nothing(_posting: Posting, _context: Context) -> tuple[Problem, ...]:
    return ()
