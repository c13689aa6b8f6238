"""A verb imports nothing that the lock of its use does not install."""

from __future__ import annotations

from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.utils import canonicalize_name

from careers.cli.support.verbs import verbs
from requirements.imports import third_party
from requirements.test_locks import pins

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
# What people run at their desk, with the lock that holds its extra (pyproject.toml says which).
BASE, MAIL, SITE, DEMO, DEV = "base", "mail", "site", "demo", "dev"
AT_A_DESK = {
    "adopt": DEV,  # its extra is in no lock of a run
    "upgrade": BASE,
    "candidates": BASE,
    "fmt": BASE,
    "init": BASE,
    "attach": BASE,
    "erase": MAIL,  # where a mailbox is set; else the base is enough
    "export": BASE,
    "import": BASE,
    "new": SITE,
    "stages": BASE,
    "validate": SITE,
    "explain": SITE,
    "fix": SITE,
    "plan": SITE,
    "preview": SITE,
    "docs": SITE,
    "serve": DEMO,
    "demo": DEMO,
}


def in_workflows() -> dict[str, str]:
    """The verbs that workflows run, and the lock that each gets."""
    made = {}
    for path in WORKFLOWS.glob("*.yml"):
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step.get("uses") == "./":
                    made[step["with"]["verb"]] = step["with"].get("use", BASE)
    return made


# Each is done without where it is missing: a shell's completion, what detects a language.
OPTIONAL = {"argcomplete", "gcld3"}
USES = {**AT_A_DESK, **in_workflows()}


def test_each_verb_has_a_use() -> None:
    """A new verb is run by a workflow, or stands above."""
    assert set(USES) == set(verbs())


@pytest.mark.parametrize(("verb", "use"), sorted(USES.items()))
def test_a_verb_imports_what_is_installed(verb: str, use: str) -> None:
    """Followed through the whole package, imports inside functions too."""
    packages = packages_distributions()
    for name, importer in third_party(f"careers.cli.{verb}").items():
        if name in OPTIONAL:
            continue
        named = {canonicalize_name(package) for package in packages.get(name, ())}
        assert not named or named & set(pins(use)), f"{importer} imports {name}"
