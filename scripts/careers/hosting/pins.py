"""What a workflow calls of this program, at which commit, and with which permissions."""

from __future__ import annotations

import re

import yaml

# Ours is the one that takes a verb.
_USES = re.compile(
    r"(?m)^(?P<lead>[ ]*(?:- )?uses: )(?P<name>[\w.-]+/[\w.-]+)@(?P<commit>[0-9a-f]{40})"
    r"(?P<version> # \S+)?(?P<rest>(?:\n[ ]+(?:id|if|name): .*)*\n[ ]+with:\n[ ]+verb: )"
)
_GRANT = re.compile(r"(?m)^ +(?P<name>[a-z-]+): (?P<level>read|write) # (?P<why>.+)$")


def pin_of(workflow: str) -> str | None:
    """OWNER/NAME@COMMIT of the first step that calls it; None where none does."""
    match = _USES.search(workflow)
    return f"{match['name']}@{match['commit']}" if match else None


def with_pin(workflow: str, action: str) -> str:
    """The workflow with every call of it at another pin: OWNER/NAME@COMMIT, its version behind."""
    return _USES.sub(rf"\g<lead>{action}\g<rest>", workflow)


def version_of(workflow: str) -> str:
    """The version that stands behind the first pin, without its `v`; empty where none does."""
    match = _USES.search(workflow)
    return (match["version"] or "").removeprefix(" # ").removeprefix("v") if match else ""


def reasons_of(workflow: str) -> dict[str, str]:
    """What each permission of ours is for, as the comment behind it says."""
    return {f"{m['name']}: {m['level']}": m["why"] for m in _GRANT.finditer(workflow)}


def grants_of(workflow: str) -> frozenset[str]:
    """The permissions of all its jobs, as `issues: write`; none where it cannot be read."""
    try:
        jobs = yaml.safe_load(workflow)["jobs"].values()
        given = [job["permissions"] for job in jobs if isinstance(job.get("permissions"), dict)]
    except (yaml.YAMLError, RecursionError, KeyError, TypeError, AttributeError):
        return frozenset()
    return frozenset(f"{name}: {level}" for each in given for name, level in each.items())
