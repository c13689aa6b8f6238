"""SARIF that code scanning takes: valid, its places exact, its mends those of ``careers fix``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from careers.checks import all_checks
from careers.reports.json import render as as_json
from careers.reports.sarif import Rule, render
from careers.reports.schema import files
from careers.text.diagnostics import Edit, Finding, Severity, Span
from careers.text.source import Source

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "sarif-2.1.0.schema.json").read_text("utf-8"))
PATH = "postings/größe 1.md"
SOURCE = Source("# A\nTODO \N{GRINNING FACE} b\n")


def finding(*edits: Edit, severity: Severity = Severity.WARNING, code: str = "title") -> Finding:
    """A finding with a help text."""
    return Finding(PATH, Span(2, 8, 2, 9), code, severity, "is wrong", "mend it", edits)


def log(*findings: Finding) -> dict[str, Any]:
    """The one run of a log, after its schema has been held against it."""
    rules = [Rule(check.code, check.page, check.severity) for check in all_checks()]
    made: dict[str, Any] = json.loads(render(findings, rules, {PATH: SOURCE}))
    jsonschema.Draft4Validator(SCHEMA).validate(made)
    run: dict[str, Any] = made["runs"][0]
    return run


def test_every_check_is_a_rule_with_its_page() -> None:
    """Rules have their page as Markdown; a result names its rule by code and number."""
    run = log(finding(), finding(code="allow"))
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {check.code for check in all_checks()} | {"allow"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    title = next(check for check in all_checks() if check.code == "title")
    assert [r["help"]["markdown"] for r in rules if r["id"] == "title"] == [title.page]


def test_places_count_characters() -> None:
    """Columns count characters from 1, ends are exclusive, addresses are encoded."""
    run = log(finding())
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["artifactLocation"] == {"uri": "postings/gr%C3%B6%C3%9Fe%201.md"}
    assert place["region"] == {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 9}


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING, Severity.NOTE])
def test_levels(severity: Severity) -> None:
    """A severity is a level of the same name."""
    assert log(finding(severity=severity))["results"][0]["level"] == severity


def test_mends() -> None:
    """Edits are one fix; that of the byte order mark has no place in SARIF."""
    edits = (Edit(Span(2, 1, 2, 5), "done"), Edit(Span(3, 1, 4, 1), ""))
    results = log(finding(*edits), finding(Edit(Span.at(1), "")), finding())["results"]
    replacements = results[0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacements[0]["insertedContent"] == {"text": "done"}
    assert replacements[1] == {
        "deletedRegion": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 1}
    }
    assert "fixes" not in results[1]
    assert "fixes" not in results[2]


def test_json_has_a_schema() -> None:
    """The JSON report is what its published schema says, no more and no less."""
    ((path, text),) = files()
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    made = json.loads(as_json([finding(), finding(severity=Severity.ERROR)]))
    jsonschema.Draft202012Validator(schema).validate(made)
    assert set(made["findings"][0]) == set(schema["properties"]["findings"]["items"]["required"])
    assert path == "schemas/findings.json"
