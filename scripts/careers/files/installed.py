"""Where the installed program comes from, as GitHub names it."""

from __future__ import annotations

import json
import os
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from careers.files.git import ask, remote_name
from careers.text.diagnostics import CareersError

DISTRIBUTION = "careers-in-git"
"""What the package is called on the index, where `careers` is another's."""
_COMMIT = re.compile(r"[0-9a-f]{40}")


def source() -> str:
    """OWNER/NAME@COMMIT.

    From the action that runs, else from how it was installed, else from the checkout it stands in.
    Raises CareersError, status 1, where none says it.
    """
    for name, commit in (_of_action(), _of_installation(), _of_checkout()):
        if name and _COMMIT.fullmatch(commit or ""):
            return f"{name}@{commit}"
    message = "which commit of which repository the workflows are to call is not known"
    raise CareersError(message, "name it: --source OWNER/careers@COMMIT", status=1)


def _of_action() -> tuple[str, str]:
    name = os.environ.get("GITHUB_ACTION_REPOSITORY", "")
    return name, os.environ.get("GITHUB_ACTION_REF", "")


def _of_installation() -> tuple[str, str]:
    """What pip and uv write of a package that comes from git."""
    try:
        told = json.loads(distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return "", ""
    commit = told.get("vcs_info", {}).get("commit_id", "")
    return remote_name(str(told.get("url", ""))), str(commit)


def _of_checkout() -> tuple[str, str]:
    here = Path(__file__).parent
    commit = ask(here, "rev-parse", "HEAD") or ""
    return remote_name(ask(here, "remote", "get-url", "origin") or ""), commit
