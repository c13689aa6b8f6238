"""Follows imports through the package, those inside functions too, to the packages of others."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"


def third_party(module: str) -> dict[str, str]:
    """What a module of ours may come to import: the top name of each, and who imports it."""
    found: dict[str, str] = {}
    seen, todo = {module}, [module]
    while todo:
        importer = todo.pop()
        for name in _imported(importer):
            if name in _modules() and name not in seen:
                seen.add(name)
                todo.append(name)
            elif not name.startswith("careers"):
                found.setdefault(name.split(".")[0], importer)
    return found


@cache
def _modules() -> dict[str, Path]:
    made = {}
    for path in (SCRIPTS / "careers").rglob("*.py"):
        parts = path.relative_to(SCRIPTS).with_suffix("").parts
        made[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return made


@cache
def _imported(module: str) -> tuple[str, ...]:
    return tuple(_names(module))


def _names(module: str) -> Iterator[str]:
    """The names, and the folders that they stand in; all of a folder that looks into itself."""
    tree = ast.parse(_modules()[module].read_text(encoding="utf-8"))
    typing = {id(part) for node in ast.walk(tree) if _for_typing(node) for part in ast.walk(node)}
    yield module.rpartition(".")[0] or module
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and node.attr == "iter_modules":
            # One verb does not run another.
            inside = (name for name in _modules() if name.rpartition(".")[0] == module)
            yield from inside if module != "careers.cli" else ()


def _for_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
