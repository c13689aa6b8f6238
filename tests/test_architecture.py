"""The house has floors: imports point downwards, and only rooms at the edge touch the world."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "scripts" / "careers"
MODULES = sorted(HOUSE.rglob("*.py"))

# The rooms, ground floor first: a module imports from its own room and from those before it.
ROOMS = (
    "text", "language", "places", "markdown", "posting", "settings",
    "application", "process",
    "checks", "fixes", "adopting", "preview", "reports",
    "site/i18n", "site/brand", "site/model", "site/content", "site/templating",
    "site/structured_data", "site/feeds", "site/pages", "site/assets", "site",
    "letters", "hiring", "intake", "hosting", "doctor",
    "files", "github", "forms", "mail", "web", "build", "cli",
)  # fmt: skip
# The sandbox stands beside the house; the demo is the one visitor it has.
SANDBOX = "sandbox"
SANDBOX_VISITORS = ("cli/demo.py", "cli/demo_company/")
# The rooms that touch the world.
OUTSIDE = frozenset(
    {"files", "github", "forms", "mail", "web", "build", "cli", "__main__", SANDBOX}
)
# What a pure room may not reach for: files, processes, network, clock, environment.
WORLD = {
    "github", "http", "logging", "os", "pathlib.Path", "random", "requests", "secrets", "shutil",
    "smtplib", "socket", "subprocess", "sys", "tempfile", "time", "urllib.request", "uuid",
}  # fmt: skip
# A folder shows its parts at a glance; these hold one module a thing that people know by name.
MOST_MODULES = 20
LARGE = frozenset({"checks", "cli", "hiring/commands"})


def place(path: Path) -> str:
    """A module's path below the house."""
    return path.relative_to(HOUSE).as_posix()


def room_of(names: tuple[str, ...]) -> str:
    """The room of a module by the names on the way to it; a part of ``site`` is a room."""
    if names[0] == "site" and f"site/{names[1]}" in ROOMS:
        return f"site/{names[1]}"
    return names[0]


def room(path: Path) -> str:
    """The room that a file stands in."""
    names = (*path.relative_to(HOUSE).with_suffix("").parts, "")
    return room_of(names)


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every name that a file imports, dotted, wherever in it."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a file imports of this house: the room, and the names on the way."""
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "careers" and rest:
            yield room_of((*rest, "")), tuple(rest)


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_imports_point_downwards(path: Path) -> None:
    """A module imports from its own room or one below; so no circle of rooms can be."""
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for there in {there for there, _ in own(path)} - {here}:
        if there == SANDBOX:
            assert place(path).startswith(SANDBOX_VISITORS)
        elif here == SANDBOX:
            pytest.fail(f"the sandbox imports {there}")
        else:
            assert ROOMS.index(there) < ROOMS.index(here), f"{here} imports {there}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    """No circle of modules, not even inside a room; imports for types alone count too."""
    dotted = {
        ".".join(("careers", *p.relative_to(HOUSE).with_suffix("").parts)): p for p in MODULES
    }
    known = {name.removesuffix(".__init__"): path for name, path in dotted.items()}
    arrows = {
        name: {
            found
            for wanted in imports(path)
            if (found := wanted if wanted in known else wanted.rpartition(".")[0]) in known
        }
        for name, path in known.items()
    }
    while leaves := {name for name, to in arrows.items() if not to & arrows.keys()}:
        arrows = {name: to for name, to in arrows.items() if name not in leaves}
    assert not sorted(arrows)


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_what_is_private_stays_in_its_folder(path: Path) -> None:
    """A name with an underscore, module or not, is imported from nowhere but its own folder."""
    folder = path.relative_to(HOUSE).parent.parts
    for _, names in own(path):
        for depth, name in enumerate(names):
            if name.startswith("_"):
                assert folder[:depth] == names[:depth] or (
                    depth and names[: depth - 1] == folder and depth == len(names) - 1
                ), ".".join(names)


@pytest.mark.parametrize("path", sorted((HOUSE.parents[1] / "tests").rglob("*.py")), ids=str)
def test_tests_ask_what_a_room_offers(path: Path) -> None:
    """No test imports a private module or name."""
    assert not [name for name in imports(path) if name.startswith("careers.") and "._" in name]


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_only_rooms_at_the_edge_touch_the_world(path: Path) -> None:
    """A pure room imports no module that reaches files, network or the clock."""
    if room(path) not in OUTSIDE:
        names = set(imports(path))
        assert not {name for name in names if name in WORLD or name.split(".")[0] in WORLD}


def test_one_module_imports_pygithub() -> None:
    """PyGithub is known to ``github/client.py`` alone."""
    knowing = {
        place(path)
        for path in MODULES
        if room(path) != SANDBOX and any(name.split(".")[0] == "github" for name in imports(path))
    }
    assert knowing <= {"github/client.py"}


def test_the_clock_is_read_on_the_top_floors() -> None:
    """No pure room asks what time it is: ``today`` and ``now`` are given."""
    for path in MODULES:
        if room(path) not in OUTSIDE:
            text = path.read_text(encoding="utf-8")
            assert ".now(" not in text, path
            assert ".today()" not in text, path


def test_a_folder_is_seen_at_a_glance() -> None:
    """A folder has some twenty modules at most, else it has parts of its own."""
    count = Counter(path.parent.relative_to(HOUSE).as_posix() for path in MODULES)
    full = {name for name, modules in count.items() if modules > MOST_MODULES + 1}
    assert full <= LARGE
