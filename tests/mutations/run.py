"""Changes lines of ``hiring`` and ``intake``, one at a time, and prints what no test notices.

    python tests/mutations/run.py [--seed N] [--lines N]

A survivor is killed by a new test, or told in ``equivalent.md`` to make no difference, and why.
Each change is tried in a copy, so the work tree stays as it is; with two cores it takes some
minutes. It is no part of ``make test``.
"""

from __future__ import annotations

import ast
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("scripts/careers/hiring", "scripts/careers/intake")
# The quick ones first: most changes do not get past them.
TESTS = ("tests/hiring", "tests/intake", "tests/candidates")
SLOW = "tests/candidates/test_kill.py"
COPIED = ("scripts", "tests", "templates", "examples", "postings", "docs", "schemas")
FILES = ("conftest.py", "pyproject.toml", "careers.toml", "CHANGELOG.md")
TIMEOUT = 300
"""Seconds after which a change counts as noticed: it never ends."""
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


def changes(tree: ast.Module) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """Every change of a module: its line, what it is, and how to make it."""
    for parent, name, place, node in places(tree):
        for new in replacements(node):
            line = getattr(node, "lineno", getattr(parent, "lineno", 0))
            what = f"{shown(node, parent)}  →  {shown(new, parent)}"
            yield line, what, partial(put, parent, name, place, new)


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


def put(parent: ast.AST, name: str, place: int | None, new: ast.AST) -> None:
    """Put a node in the place of another."""
    if place is None:
        setattr(parent, name, new)
    else:
        getattr(parent, name)[place] = new


def chosen(seed: int, lines: int) -> list[Mutation]:
    """One change for each of so many lines, the same for the same seed and code."""
    by_line: dict[tuple[str, int], list[Mutation]] = {}
    for path in sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for index, (line, what, _) in enumerate(changes(ast.parse(path.read_text("utf-8")))):
            by_line.setdefault((name, line), []).append(Mutation(name, line, index, what))
    rng = random.Random(seed)  # noqa: S311 - a choice that can be made again, no secret
    places = rng.sample(sorted(by_line), min(lines, len(by_line)))
    return [rng.choice(fine(by_line[place])) for place in places]


def fine(mutations: list[Mutation]) -> list[Mutation]:
    """Those that change a part of a line, where there are any: a whole one is soon missed."""
    parts = [x for x in mutations if not x.what.startswith("`return ") or "None" not in x.what]
    return parts or mutations


def survives(mutation: Mutation, copies: queue.Queue[Path]) -> bool:
    """Whether all tests pass with the change."""
    copy = copies.get()
    file = copy / mutation.path
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    *_, change = list(changes(tree))[mutation.index]
    change()
    file.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")
    try:
        return passes(copy)
    finally:
        file.write_text(text, "utf-8")
        copies.put(copy)


def passes(copy: Path) -> bool:
    """Whether the tests pass in a copy."""
    options = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider", f"--ignore={SLOW}")
    command = [sys.executable, "-m", "pytest", *options, *TESTS]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, capture_output=True, check=False, timeout=TIMEOUT, env=environment
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Try the changes; exit status 1 where one survives."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--lines", type=int, default=30)
    args = parser.parse_args()
    mutations = chosen(args.seed, args.lines)
    workers = min(2, os.cpu_count() or 1)
    copies: queue.Queue[Path] = queue.Queue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        for number in range(workers):
            copies.put(copied(Path(folder) / str(number)))
        if not passes(copies.queue[0]):
            sys.exit("the tests fail as the code stands: nothing can be told from them")
        alive = 0
        for mutation, survived in zip(
            mutations, pool.map(lambda m: survives(m, copies), mutations), strict=True
        ):
            alive += survived
            print(f"{'SURVIVED' if survived else 'killed  '}  {mutation}", flush=True)
    print(f"{alive} of {len(mutations)} survived")
    return int(alive > 0)


def copied(target: Path) -> Path:
    """What the tests need, in a folder of its own."""
    junk = shutil.ignore_patterns("__pycache__", ".*")
    for name in COPIED:
        shutil.copytree(ROOT / name, target / name, ignore=junk)
    for name in FILES:
        shutil.copy(ROOT / name, target / name)
    return target


if __name__ == "__main__":
    sys.exit(main())
