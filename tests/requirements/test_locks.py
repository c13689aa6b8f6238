"""What a run installs: a lock with hashes for each use, all of one resolution."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# The most packages that a use may install. Sizes are in docs/cost.md: a test has no network.
MOST = {"base": 25, "mail": 40, "site": 50, "demo": 60, "dev": 120, "release": 75, "uv": 1}
# What each lock is made of; `make lock` says the same to uv.
EXTRA = {
    "base": (),
    "mail": ("mail",),
    "site": ("site",),
    "demo": ("demo",),
    "dev": ("demo", "mail", "adopt"),
    "release": None,
    "uv": None,
}
GROUP = {"demo": "build", "dev": "dev", "release": "release", "uv": "uv"}
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^ ;]+)(?: ; .*)? \\\n"
    r"(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)(?P<why>(?:    #.*\n)+)",
    re.MULTILINE,
)


def entries(use: str) -> list[re.Match[str]]:
    """The packages of a lock: name, version, hashes, and who wants each."""
    return list(ENTRY.finditer((LOCKS / f"{use}.txt").read_text(encoding="utf-8")))


def pins(use: str) -> dict[str, str]:
    """The versions of a lock."""
    return {entry["name"]: entry["version"] for entry in entries(use)}


def wanted(use: str) -> list[Requirement]:
    """What pyproject.toml asks for: the base, an extra with those that it holds, a group."""
    made = []
    if (extras := EXTRA[use]) is not None:
        made += [Requirement(text) for text in PROJECT["project"]["dependencies"]]
        made += [requirement for extra in extras for requirement in of_extra(extra)]
    todo = [GROUP[use]] if use in GROUP else []
    while todo:
        for item in PROJECT["dependency-groups"][todo.pop()]:
            if isinstance(item, str):
                made.append(Requirement(item))
            else:
                todo.append(item["include-group"])
    return made


def of_extra(extra: str) -> list[Requirement]:
    """An extra's requirements: `careers-in-git[site]` in it stands for those of `site`."""
    made = []
    for text in PROJECT["project"]["optional-dependencies"][extra]:
        requirement = Requirement(text)
        if requirement.name != "careers-in-git":
            made.append(requirement)
        else:
            made += [r for inner in requirement.extras for r in of_extra(inner)]
    return made


each = pytest.mark.parametrize("use", MOST)


def test_each_lock_is_known() -> None:
    """A further use is a further lock, with a bound of its own."""
    assert {path.stem for path in LOCKS.glob("*.txt")} == set(MOST)


@each
def test_a_lock_is_small_and_held_by_hashes(use: str) -> None:
    """Each package has one version and hashes; no index is named, nothing is built."""
    text = (LOCKS / f"{use}.txt").read_text(encoding="utf-8")
    assert text.startswith("--only-binary :all:\n")
    assert "://" not in text
    assert len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) == len(pins(use)) <= MOST[use]


@each
def test_a_lock_is_what_the_project_asks_for(use: str) -> None:
    """Whoever edits pyproject.toml runs `make lock`: nothing is missing, nothing stayed."""
    asked = {canonicalize_name(requirement.name): requirement for requirement in wanted(use)}
    direct = {
        entry["name"] for entry in entries(use) if "careers-in-git (pyproject" in entry["why"]
    }
    assert direct == set(asked)
    for name, requirement in asked.items():
        assert requirement.specifier.contains(pins(use)[name]), name


@pytest.mark.parametrize("use", ["base", "site", "demo"])
def test_locks_agree(use: str) -> None:
    """What a small lock installs is what is tested with the large one."""
    assert pins(use).items() <= pins("dev").items()


@pytest.mark.parametrize(("use", "larger"), [("base", "site"), ("site", "demo"), ("demo", "dev")])
def test_a_larger_use_holds_the_smaller(use: str, larger: str) -> None:
    """An environment grows from one use to the next and throws nothing away."""
    assert set(pins(use)) <= set(pins(larger))


def test_uv_finds_nothing_where_it_installs_that_has_no_hash() -> None:
    """It reads the project's own constraints then, and refuses: pip would have to install."""
    assert "constraint-dependencies" not in str(PROJECT.get("tool", {}).get("uv", {}))
