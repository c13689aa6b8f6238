"""The checks: one module each, its name the code, its docstring the page.

A check module holds ``SEVERITY``, optionally ``DRAFT`` (its severity on a draft),
``NEEDS_BASE`` (it compares with the posting before the change, and rests where there is none)
and ``ALONE`` (False where what it finds hangs on other files), and ``check(posting, context)``,
a generator of problems. Beside it may stand ``check_repository(context)``, which yields files
that are no postings, each with a problem. Nothing is registered: a module in this folder is a
check; names that begin with an underscore are not.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from careers.checks._allow import allowances
from careers.checks._context import Context
from careers.checks._outside import outside_addresses
from careers.checks._surroundings import Surroundings
from careers.frontmatter import Status
from careers.posting import Posting
from careers.problem import CareersError, Finding, Problem, Severity

__all__ = [
    "Check",
    "Context",
    "Surroundings",
    "all_checks",
    "check_all",
    "check_posting",
    "outside_addresses",
]


@dataclass(frozen=True)
class Check:
    """One check: ``page`` is its docstring."""

    code: str
    page: str
    severity: Severity
    draft: Severity
    run: Callable[[Posting, Context], Iterator[Problem]]
    needs_base: bool = False
    alone: bool = True
    run_repository: Callable[[Context], Iterator[tuple[Posting, Problem]]] | None = None


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by code."""
    names = [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_")]
    return tuple(_load(name) for name in sorted(names))


def _load(name: str) -> Check:
    module = importlib.import_module(f"{__name__}.{name}")
    draft = getattr(module, "DRAFT", module.SEVERITY)
    page = inspect.getdoc(module) or ""
    needs_base = getattr(module, "NEEDS_BASE", False)
    return Check(
        name.replace("_", "-"),
        page,
        module.SEVERITY,
        draft,
        module.check,
        needs_base=needs_base,
        alone=getattr(module, "ALONE", not needs_base),
        run_repository=getattr(module, "check_repository", None),
    )


def check_posting(posting: Posting, context: Context) -> Iterator[Finding]:
    """All findings of one posting, in no order; allowed ones are left out."""
    allowed = allowances(posting)
    # Where others stand beside it or the past is known, these may find what is allowed here.
    silent = {check.code for check in all_checks() if not check.alone}
    for check in all_checks():
        severity = _severity(check, posting, context)
        if severity is Severity.OFF or (check.needs_base and context.base is None):
            silent.add(check.code)
            continue
        for problem in check.run(posting, context):
            if not allowed.covers(check.code, problem.span.line):
                yield _finding(posting, check.code, problem, severity, context)
    for finding in allowed.findings(posting, {check.code for check in all_checks()}, silent):
        path, span = posting.located(finding.span)
        if path == posting.path:
            yield finding
        elif finding.severity is Severity.ERROR:  # another posting may need what this one does not
            yield replace(finding, path=path, span=span, edits=())


def check_repository(context: Context) -> Iterator[Finding]:
    """What is wrong beside the postings; allowed findings are left out."""
    for check in all_checks():
        severity = context.settings.checks.get(check.code, check.severity)
        if check.run_repository is None or severity is Severity.OFF:
            continue
        for file, problem in check.run_repository(context):
            if not allowances(file).covers(check.code, problem.span.line):
                yield _finding(file, check.code, problem, severity, context)


def _severity(check: Check, posting: Posting, context: Context) -> Severity:
    default = check.draft if posting.meta.status is Status.DRAFT else check.severity
    return context.settings.checks.get(check.code, default)


def _finding(
    posting: Posting, code: str, problem: Problem, severity: Severity, context: Context
) -> Finding:
    own = problem.severity if code not in context.settings.checks else None
    message, cure = _printable(problem.message), _printable(problem.help)
    path, span = posting.located(problem.span)
    # A shared text is mended in its own file, where nobody has looked at these edits.
    edits = problem.edits if path == posting.path else ()
    return Finding(path, span, code, own or severity, message, cure, edits)


def _printable(text: str) -> str:
    """A text that can be shown in a terminal: a posting may quote its escape sequences."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c == "\n" else " " if c.isspace() else "\ufffd" for c in text
    )


def check_all(context: Context) -> list[Finding]:
    """Every finding over ``context.postings``, as a reader meets them.

    Raises CareersError where the settings name a check that does not exist.
    """
    known = {check.code for check in all_checks()}
    if unknown := sorted(set(context.settings.checks) - known):
        message = f"careers.toml: [checks] names no such check: {', '.join(unknown)}"
        raise CareersError(message, f"the checks are: {', '.join(sorted(known))}")
    found: Iterable[Finding] = (
        finding for posting in context.postings for finding in check_posting(posting, context)
    )
    # What is found in a shared text is found in each posting that shows it.
    found = {*found, *check_repository(context)}
    return sorted(found, key=lambda finding: finding.order)
