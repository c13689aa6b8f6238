"""YAML as people write it by hand."""

from __future__ import annotations

import time

import pytest

from careers.text.diagnostics import Span
from careers.text.yaml_reader import MAX_DEPTH, MAX_NODES, read_yaml


def test_values_stay_text() -> None:
    """No value becomes a truth value, a number or a day; only what is empty is None."""
    tree = read_yaml("a: NO\nb: 1_0\nc: 2026-01-02\nd: ~\ne: '~'\nf: [on, null]\ng:\n")
    assert tree.value == {
        "a": "NO",
        "b": "1_0",
        "c": "2026-01-02",
        "d": None,
        "e": "~",
        "f": ["on", None],
        "g": None,
    }


def test_places() -> None:
    """Every key and value knows its place, counted from the line the text begins at."""
    tree = read_yaml("a: x\nb: [y, 'z']\nc:\n  - d: e\n", 2)
    assert tree.keys["b",] == Span(3, 1, 3, 2)
    assert tree.places["b",] == Span(3, 4, 3, 12)
    assert tree.places["b", 1] == Span(3, 8, 3, 11)
    assert tree.places["c", 0, "d"] == Span(5, 8, 5, 9)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_unicode_line_ends(end: str) -> None:
    """What YAML takes for a line end and editors do not leaves the lines right."""
    tree = read_yaml(f'a: "x{end}y"\nb: [z]\n', 2)
    assert tree.places["b", 0] == Span(3, 5, 3, 6)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: &x b", 1, 4, "anchors and aliases are not read here"),
        ("a: b\nc: *x", 2, 4, "anchors and aliases are not read here"),
        ("a: &x [1]\nb: [*x, *x]", 1, 4, "anchors and aliases are not read here"),
        ("a: !!int 3", 1, 4, "the tag tag:yaml.org,2002:int is not read here"),
        ("a: 1\n--- \nb: 2", 2, 1, "a second document begins here"),
        ("a: 1\nb: 2\na: 3", 3, 1, "`a` stands twice"),
        ("? [a]\n: b", 1, 3, "a key must be a word"),
        ("a: [", 1, 5, "this is not YAML"),
        ("a:\n\t- b", 2, 1, "this is not YAML"),
        ('a: "\\ud800"', 1, 6, "this is not YAML"),
        ("a: \x80", 1, 4, "a character U+0080, which YAML does not allow"),
        ("a: " + "[" * 100_000, 1, 3 + MAX_DEPTH, "this holds more than a posting has use for"),
        ("a: [" + "b," * 100_000, 1, MAX_NODES * 2, "this holds more than a posting has use for"),
    ],
)
def test_refused(text: str, line: int, column: int, message: str) -> None:
    """What a posting has no use for is a problem with its place, found in no time."""
    begin = time.perf_counter()
    [problem] = read_yaml(text).problems
    assert time.perf_counter() - begin < 1
    assert problem.message.startswith(message)
    assert problem.span.line == line
    assert abs(problem.span.column - column) <= 2


def test_what_stood_before_an_error_is_kept() -> None:
    """A posting with broken YAML still has the fields above the break."""
    assert read_yaml("title: A\nteam: [").value["title"] == "A"


def test_a_value_that_is_replaced_leaves_no_place() -> None:
    """Where a field stands twice, places are those of the value that is kept."""
    tree = read_yaml("a: [b, {c: d}]\na: e")
    assert tree.value == {"a": "e"}
    assert set(tree.places) == {(), ("a",)}
    assert set(tree.keys) == {("a",)}
