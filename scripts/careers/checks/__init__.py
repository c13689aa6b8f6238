"""The checks: one module each, its name the code, its docstring the page.

A check module holds ``SEVERITY``, optionally ``DRAFT`` (its severity on a draft),
``NEEDS_BASE`` (it compares with the posting before the change, and rests where there is none),
``READS_FRONT`` (it is about the front matter, and rests where fields of it could not be read) and
``ALONE`` (False where what it finds hangs on other files), and ``check(posting, context)``,
a generator of problems. Beside it or in its place may stand ``check_repository(context, facts)``,
which yields files, each with a problem; ``facts`` is what the module's ``gather(posting,
context)`` returned of each posting, in order, None left out. A fact is small and can be pickled:
postings are read in slices, by several processes, and none is kept. Nothing is registered: a
module in this folder is a check; names that begin with an underscore are not.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

from careers.checks.support.allow import Allowances, allowances
from careers.checks.support.check import Check, check_of
from careers.checks.support.context import Context
from careers.checks.support.outside import outside_addresses
from careers.checks.support.repository_files import RepositoryFiles
from careers.language.language import Language
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting, sources
from careers.text.diagnostics import CareersError, Finding, Problem, Severity

__all__ = [
    "Check",
    "Context",
    "PostingResult",
    "RepositoryFiles",
    "all_checks",
    "check_all",
    "check_posting",
    "conclude",
    "examine",
    "outside_addresses",
]


_SYNTAX = "syntax"
"""The check that says what could not be read."""


class PostingResult(NamedTuple):
    """What is kept of a posting: its findings, the facts of each check, what it allows.

    ``texts`` are those of the files that the findings are in, by path; ``language`` is the text's.
    """

    path: str
    findings: tuple[Finding, ...]
    facts: dict[str, Any]
    allowed: Allowances | None
    texts: dict[str, str]
    language: Language


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by code."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg]
    return tuple(check_of(importlib.import_module(f"{__name__}.{name}")) for name in sorted(names))


def check_posting(posting: Posting, context: Context) -> Iterator[Finding]:
    """The findings of one posting by itself, in no order; allowed ones are left out."""
    return _found(posting, allowances(posting), context)


def examine(posting: Posting, context: Context) -> PostingResult:
    """What is found in one posting by itself, and what it is compared with others by."""
    allowed = allowances(posting)
    findings = tuple(_found(posting, allowed, context))
    facts = {
        check.code: fact
        for check in all_checks()
        if check.gather
        and context.settings.checks.get(check.code) is not Severity.OFF
        and not _rests(check, posting)
        and (fact := check.gather(posting, context)) is not None
    }
    return PostingResult(
        posting.path,
        findings,
        facts,
        allowed if allowed.entries else None,
        {path: source.text for path, source in sources([posting]).items()} if findings else {},
        posting.language,
    )


def _found(posting: Posting, allowed: Allowances, context: Context) -> Iterator[Finding]:
    # Where others stand beside it or the past is known, these may find what is allowed here.
    silent = {check.code for check in all_checks() if not check.alone}
    for check in all_checks():
        severity = _severity(check, posting, context)
        rests = _rests(check, posting) or (check.needs_base and context.base is None)
        if severity is Severity.OFF or rests:
            silent.add(check.code)
            continue
        for problem in check.run(posting, context):
            if not _follows(posting, check.code, problem) and not allowed.covers(
                check.code, problem.span.line
            ):
                yield _finding(posting, check.code, problem, severity, context)
    for finding in allowed.findings(posting, {check.code for check in all_checks()}, silent):
        path, span = posting.located(finding.span)
        if path == posting.path:
            yield finding
        elif finding.severity is Severity.ERROR:  # another posting may need what this one does not
            yield replace(finding, path=path, span=span, edits=())


def _rests(check: Check, posting: Posting) -> bool:
    """Whether all that a check finds would only follow from what could not be read."""
    if posting.source.garbled:
        return check.code != _SYNTAX
    return check.reads_front and posting.front is not None and posting.front.lost


def _follows(posting: Posting, code: str, problem: Problem) -> bool:
    """Whether a problem of the front matter follows from fields that could not be read."""
    lost = posting.front is not None and posting.front.lost
    return lost and code != _SYNTAX and problem.span.line < posting.body_line


def _across(results: list[PostingResult], context: Context) -> Iterator[Finding]:
    """What is wrong among the postings and beside them; allowed findings are left out."""
    known = {result.path: result.allowed for result in results if result.allowed}
    for check in all_checks():
        severity = context.settings.checks.get(check.code, check.severity)
        if check.run_repository is None or severity is Severity.OFF:
            continue
        facts = [result.facts[check.code] for result in results if check.code in result.facts]
        for file, problem in check.run_repository(context, facts):
            allowed = known.get(file.path) or allowances(file)
            if not allowed.covers(check.code, problem.span.line):
                yield _finding(file, check.code, problem, severity, context)


def _severity(check: Check, posting: Posting, context: Context) -> Severity:
    default = check.draft if posting.meta.status is Status.DRAFT else check.severity
    return context.settings.checks.get(check.code, default)


def _finding(
    posting: Posting, code: str, problem: Problem, severity: Severity, context: Context
) -> Finding:
    special = problem.severity if code not in context.settings.checks else None
    message, cure = _printable(problem.message), _printable(problem.help)
    path, span = posting.located(problem.span)
    # A shared text is mended in its own file, where nobody has looked at these edits.
    edits = problem.edits if path == posting.path else ()
    return Finding(path, span, code, special or severity, message, cure, edits)


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
    return conclude((examine(posting, context) for posting in context.postings), context)


def conclude(results: Iterable[PostingResult], context: Context) -> list[Finding]:
    """Every finding, as a reader meets them, where each posting was examined.

    Raises CareersError where the settings name a check that does not exist.
    """
    known = {check.code for check in all_checks()}
    if unknown := sorted(set(context.settings.checks) - known):
        message = f"careers.toml: [checks] names no such check: {', '.join(unknown)}"
        near = get_close_matches(unknown[0], known, n=1)
        cure = f"did you mean `{near[0]}`? " if near else ""
        raise CareersError(message, f"{cure}the checks are: {', '.join(sorted(known))}")
    kept = list(results)
    # What is found in a shared text is found in each posting that shows it.
    found = dict.fromkeys(finding for result in kept for finding in result.findings)
    found |= dict.fromkeys(_across(kept, context))
    return sorted(found, key=lambda finding: finding.order)
