"""Findings as SARIF 2.1.0, for code scanning and editors: rules, places and mends.

Places count as everywhere here: lines and columns from 1, ends exclusive, in characters
(``unicodeCodePoints``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from careers.text.diagnostics import Edit, Finding, Severity, Span
from careers.text.source import Source

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True)
class Rule:
    """A code and what is to be known about it: its page (Markdown) and severity by default."""

    code: str
    page: str
    severity: Severity


_ALLOW = Rule("allow", "An allowance names a check, gives a reason and is needed.", Severity.ERROR)


def render(
    findings: Iterable[Finding], rules: Iterable[Rule], sources: Mapping[str, Source]
) -> str:
    """One SARIF log with one run. ``sources`` is keyed by path, for the ends of mends."""
    found = list(findings)
    known = sorted([*rules, _ALLOW], key=lambda rule: rule.code)
    numbers = {rule.code: number for number, rule in enumerate(known)}
    run = {
        "tool": {"driver": {"name": "careers", "rules": [_rule(rule) for rule in known]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers, sources) for finding in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    summary = rule.page.partition("\n")[0]
    return {
        "id": rule.code,
        "shortDescription": {"text": summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": _configuration(rule.severity),
    }


def _configuration(severity: Severity) -> dict[str, Any]:
    return {"enabled": False} if severity is Severity.OFF else {"level": str(severity)}


def _result(
    finding: Finding, numbers: Mapping[str, int], sources: Mapping[str, Source]
) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    artifact = {"uri": _uri(finding.path)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers.get(finding.code, -1),
        "level": str(finding.severity),
        "message": {"text": text},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": _region(finding.span)}}
        ],
    }
    source = sources.get(finding.path)
    # A mend of the byte order mark has no text; to SARIF the mark has no column either.
    edits = [edit for edit in finding.edits if edit.text or edit.span != Span.at(1)]
    if edits and source:
        replacements = [_replacement(edit, source) for edit in edits]
        change = {"artifactLocation": artifact, "replacements": replacements}
        fix = {"description": {"text": finding.help or "mend it"}, "artifactChanges": [change]}
        result["fixes"] = [fix]
    return result


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    span, last = edit.span, len(source.lines)
    if span.end_line > last:
        span = Span(span.line, span.column, last, len(source.lines[last - 1]) + 1)
    replacement: dict[str, Any] = {"deletedRegion": _region(span)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(path: str) -> str:
    """A path as a relative reference; an absolute one as a file's address."""
    quoted = quote(path.replace("\\", "/"), safe="/")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
