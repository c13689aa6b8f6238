"""The house has floors: imports point downwards, and only the upper ones touch the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "scripts" / "careers"
MODULES = sorted(HOUSE.rglob("*.py"))

FLOORS = {
    "checks": 2, "mend": 2, "site": 2, "hiring": 2, "intake": 2, "report": 2, "files": 3, "github": 4, "web": 4,
    "build": 4, "cli": 5,
}  # fmt: skip
GROUND = 1
# The sandbox stands beside the house; the demo is the one visitor it has.
SANDBOX = "sandbox"
SANDBOX_VISITORS = {"cli/demo.py", "cli/_demo"}
# The rooms that touch the world.
OUTSIDE = ("build", "cli", "files", "github", "web")
# What a pure room may not reach for: files, processes, network, clock, environment.
WORLD = {
    "github", "http", "logging", "os", "pathlib.Path", "random", "requests", "secrets", "shutil",
    "smtplib", "socket", "subprocess", "sys", "tempfile", "time", "urllib.request", "uuid",
}  # fmt: skip


def room(path: Path) -> str:
    """The first folder below the house, or the module itself."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    """The floor of a room; a module that has no folder is on the ground floor."""
    return FLOORS.get(name, GROUND)


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """The rooms of this house that a file imports from."""
    parts = (name.split(".") for name in imports(path) if name.startswith("careers."))
    return {words[1] for words in parts}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_point_downwards(path: Path) -> None:
    """A module imports from its own room or from a floor below; nobody knows the sandbox."""
    here = room(path)
    if here == SANDBOX:
        assert own(path) <= {SANDBOX}
        return
    for there in own(path) - {here}:
        if there == SANDBOX:
            name = str(path.relative_to(HOUSE))
            assert any(name.startswith(visitor) for visitor in SANDBOX_VISITORS)
        elif floor(here) == GROUND:
            assert floor(there) == GROUND
        else:
            assert floor(there) < floor(here), f"{here} imports {there}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_only_rooms_at_the_edge_touch_the_world(path: Path) -> None:
    """A pure room imports no module that reaches files, network or the clock."""
    if room(path) in (*OUTSIDE, SANDBOX):
        return
    assert not set(imports(path)) & WORLD


def test_one_module_imports_pygithub() -> None:
    """PyGithub is known to ``github/client.py`` alone."""
    knowing = {
        str(path.relative_to(HOUSE))
        for path in MODULES
        if room(path) != SANDBOX
        and any(name == "github" or name.startswith("github.") for name in imports(path))
    }
    assert knowing <= {"github/client.py"}


def test_the_clock_is_read_on_the_top_floors() -> None:
    """No pure room asks what time it is: ``today`` and ``now`` are given."""
    for path in MODULES:
        if room(path) not in (*OUTSIDE, SANDBOX):
            text = path.read_text(encoding="utf-8")
            assert ".now(" not in text, path
            assert ".today()" not in text, path
