"""Which tests come by which lines: each line writes it down, in a run of the code as it stands.

The environment holds the name of the test that runs (pytest's ``PYTEST_CURRENT_TEST``), for what
the test starts too.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mutations.changing import ROOT, Change, Mutation, changes, is_docstring

RECORD = "record.txt"
RECORDER = """
import os

RECORD = {record!r}
known = set()


def at(mutation, what):
    test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
    line = f"{{mutation}} {{what}} {{test}}\\n"
    if line not in known:
        known.add(line)
        with open(RECORD, "a", encoding="utf-8") as file:
            file.write(line)
"""
LINE, MODULE = "line", "module"


@dataclass
class Reach:
    """The tests that come by a line and, apart, by a function of its module."""

    line: set[str] = field(default_factory=set)
    module: set[str] = field(default_factory=set)
    at_import: bool = False

    @property
    def reached(self) -> bool:
        """Whether anything comes by."""
        return self.at_import or bool(self.line)


def mark(copy: Path, mutations: list[Mutation]) -> None:
    """Have the lines of a copy write down what comes by."""
    (copy / RECORD).write_text("", "utf-8")
    recorder = RECORDER.format(record=str(copy / RECORD))
    (copy / "scripts" / "came_by.py").write_text(recorder, "utf-8")
    for path in {mutation.path for mutation in mutations}:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        found = list(changes(tree))
        functions = [x for x in ast.walk(tree) if isinstance(x, ast.FunctionDef)]
        marks = [
            (statement_of(tree, found[mutation.index]), number)
            for number, mutation in enumerate(mutations)
            if mutation.path == path
        ]
        for statement, number in marks:
            body = next(body for body in bodies(tree) if any(x is statement for x in body))
            place = next(place for place, x in enumerate(body) if x is statement)
            body.insert(place, call(number, LINE))
            for function in functions:
                function.body.insert(int(is_docstring(function.body[0])), call(number, MODULE))
        (copy / path).write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")


def unmark(copy: Path, mutations: list[Mutation]) -> None:
    """Put the lines back as they stand."""
    for path in {mutation.path for mutation in mutations}:
        (copy / path).write_text((ROOT / path).read_text("utf-8"), "utf-8")
    (copy / "scripts" / "came_by.py").unlink()


def statement_of(tree: ast.Module, change: Change) -> ast.stmt:
    """The innermost statement that a change is in."""
    target = change.node if isinstance(change.node, ast.stmt) else change.parent
    *_, inner = (
        statement
        for body in bodies(tree)
        for statement in body
        if any(node is target for node in ast.walk(statement))
    )
    return inner


def bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Every list of statements, the outer ones first."""
    for node in ast.walk(tree):
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                yield value


def call(number: int, what: str) -> ast.stmt:
    """The statement that writes down what comes by."""
    return ast.parse(f"__import__('came_by').at({number}, {what!r})").body[0]


def recorded(copy: Path) -> dict[int, Reach]:
    """What came by, for each of the marked changes."""
    reaches: dict[int, Reach] = defaultdict(Reach)
    for line in (copy / RECORD).read_text("utf-8").splitlines():
        number, what, test = line.split(" ", 2)
        reach = reaches[int(number)]
        if what == MODULE:
            reach.module |= {test} if test else set()
        elif test:
            reach.line.add(test)
        else:
            reach.at_import = True
    return reaches
