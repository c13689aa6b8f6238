"""The changes that a line allows, and which of them are tried."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("scripts/careers/hiring", "scripts/careers/intake")
SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
REMOVABLE = (ast.Expr, ast.AugAssign, ast.Raise, ast.Continue)


@dataclass(frozen=True)
class Mutation:
    """The ``index``-th change that a file allows, at its line, in words."""

    path: str
    line: int
    index: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True)
class Change:
    """``new`` in the place of ``node``."""

    parent: ast.AST
    name: str
    place: int | None
    node: ast.AST
    new: ast.AST

    def __str__(self) -> str:
        return f"{shown(self.node, self.parent)}  →  {shown(self.new, self.parent)}"

    @property
    def line(self) -> int:
        """Where it is; an operator has no line of its own."""
        return int(getattr(self.node, "lineno", getattr(self.parent, "lineno", 0)))

    def make(self) -> None:
        """Put the new node there."""
        if self.place is None:
            setattr(self.parent, self.name, self.new)
        else:
            getattr(self.parent, self.name)[self.place] = self.new


def changed(text: str, mutation: Mutation) -> str:
    """A module with the change."""
    tree = ast.parse(text)
    list(changes(tree))[mutation.index].make()
    return ast.unparse(ast.fix_missing_locations(tree))


def changes(tree: ast.Module) -> Iterator[Change]:
    """Every change that a module allows."""
    for parent, name, place, node in places(tree):
        for new in replacements(node):
            yield Change(parent, name, place, node, new)


def places(parent: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below another with the place that it stands in."""
    for name, value in ast.iter_fields(parent):
        if name in {"annotation", "returns", "decorator_list"}:  # no behaviour of ours
            continue
        for index, node in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(node, ast.AST):
                yield parent, name, index if isinstance(value, list) else None, node
                yield from places(node)


def replacements(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    if type(node) in SWAPPED:
        yield SWAPPED[type(node)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, REMOVABLE) and not is_docstring(node):
        yield ast.Pass()


def is_docstring(node: ast.AST) -> bool:
    """Whether a statement is nothing but words."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def shown(node: ast.AST, parent: ast.AST) -> str:
    """A node in words; an operator within what it joins."""
    if isinstance(node, (ast.operator, ast.cmpop, ast.boolop)):
        return f"{type(node).__name__} in `{ast.unparse(parent)[:70]}`"
    return f"`{ast.unparse(ast.fix_missing_locations(node))[:70]}`"


def chosen(seed: int, lines: int) -> list[Mutation]:
    """One change for each of so many lines, the same for the same seed and code."""
    by_line = all_changes()
    rng = random.Random(seed)  # noqa: S311 - a choice that can be made again, no secret
    places = rng.sample(sorted(by_line), min(lines, len(by_line)))
    return [rng.choice(fine(by_line[place])) for place in places]


def all_changes() -> dict[tuple[str, int], list[Mutation]]:
    """What the rooms allow, by file and line."""
    by_line: dict[tuple[str, int], list[Mutation]] = {}
    for path in sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for index, change in enumerate(changes(ast.parse(path.read_text("utf-8")))):
            mutation = Mutation(name, change.line, index, str(change))
            by_line.setdefault((name, change.line), []).append(mutation)
    return by_line


def fine(mutations: list[Mutation]) -> list[Mutation]:
    """Those that change a part of a line, where there are any: a whole one is soon missed."""
    parts = [x for x in mutations if not x.what.startswith("`return ") or "None" not in x.what]
    return parts or mutations
