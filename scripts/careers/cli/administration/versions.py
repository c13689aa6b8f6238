"""Which version a company's workflows call, what they were made from, and what they would be."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import careers
from careers.files.company_repositories import CANDIDATES, CAREERS, workflows
from careers.files.installed import source
from careers.files.load import read_text
from careers.github.actions import client_for
from careers.github.hosting import Premises
from careers.hiring.settings import read_candidates_settings
from careers.hosting.pins import pin_of
from careers.settings import read_settings
from careers.text.diagnostics import CareersError

_SOURCE = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}(?: # [\w.-]+)?")
_FOLDER = Path(".github", "workflows")
# What a candidates' workflow checks out: the postings.
_POSTINGS = re.compile(r"(?m)^ +repository: (?P<name>[\w.-]+/[\w.-]+)$")


def action_of(given: str | None) -> str:
    """OWNER/NAME@COMMIT and its version as a comment: what is given, else what is installed."""
    action = given or f"{source()} # v{careers.__version__}"
    if not _SOURCE.fullmatch(action):
        message = f"`{action[:100]}` names no commit"
        raise CareersError(message, "OWNER/NAME@ and the 40 digits of a commit", status=1)
    return action


def workflows_of(folder: Path) -> dict[str, str]:
    """The workflows of a repository that call this program, by file name."""
    texts = {path.name: read_text(path) for path in sorted((folder / _FOLDER).glob("*.y*ml"))}
    return {name: text for name, text in texts.items() if pin_of(text)}


def settings_of(folder: Path) -> dict[str, str]:
    """The files of settings of a repository, by name; each can be read.

    Raises CareersError as reading the settings does.
    """
    readers = {"careers.toml": read_settings, "candidates.toml": read_candidates_settings}
    found = {name: read_text(folder / name) for name in readers if (folder / name).exists()}
    for name, text in found.items():
        readers[name](text, str(folder / name))
    return found


def ours_at(
    folder: Path, there: Mapping[str, str], action: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Our workflows for that repository, at the version that it calls now, and at the new one.

    The first are none where they cannot be asked for, which is said.
    """
    part = CANDIDATES if _is_candidates(folder, there) else CAREERS
    named = next((m["name"] for t in there.values() if (m := _POSTINGS.search(t))), "")
    ours = workflows(part, action, named)
    pins = sorted({pin for text in there.values() if (pin := pin_of(text))})
    base: dict[str, str] = {}
    for pin in pins:
        if pin == action.partition(" ")[0]:
            base |= {
                path: text for path, text in ours.items() if pin_of(there.get(path, "")) == pin
            }
            continue
        name, _, commit = pin.partition("@")
        below = f"templates/repository/{part}/.github/workflows/"
        try:
            texts = Premises(client_for(name)).files_at(commit, below)
        except CareersError as error:
            sys.stderr.write(f"note: what {pin} laid down is not known: {error}\n")
            continue
        base |= {
            path: workflows(part, pin, named, texts)[path]
            for path in texts
            if path not in there or pin_of(there[path]) == pin
        }
    return base, ours


def _is_candidates(folder: Path, there: Mapping[str, str]) -> bool:
    return (folder / "candidates.toml").exists() or "tend.yml" in there
