"""Both repositories set up on GitHub: read, planned, printed, carried out."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.administration.yours import difference
from careers.cli.support.candidates import with_retries
from careers.files.company_repositories import CANDIDATES, CAREERS, company_files
from careers.files.rewrite import create
from careers.github.building import Builder
from careers.github.client import GitHub
from careers.github.hosting import Premises
from careers.github.organisation import Organisation
from careers.hosting.board import board_values, plan_board
from careers.hosting.plan import SetupPlan, differing, plan_candidates, plan_careers
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.hosting.state import Hosted

_KEY = "CAREERS_KEY.txt"
_LATER = """
Next:

  1. Write your first posting, in the place of `postings/first-job.md`:
       git clone https://github.com/{careers} && cd {name} && careers new "TITLE"
  2. See that nothing is missing: careers doctor

By hand, for GitHub lets no program do it, or it is yours to choose:

  - who may read applications, and nobody else: https://github.com/{candidates}/settings/access
  - what each of them is mailed about: https://github.com/{candidates}/subscription
  - whether an admin may delete issues, which erasing somebody for good takes, in an organisation:
    https://github.com/organizations/{owner}/settings/member_privileges
  - the secrets of a mailbox, a mail server, form services, once you have some, in `candidates`:
    https://github.com/{candidates}/settings/environments, and {docs}/intake.md
  - a domain of your own, at your registrar and at https://github.com/{careers}/settings/pages
"""


def set_up(folder: Path, values: Mapping[str, str], action: str, *, dry_run: bool) -> None:
    """Set both up; ``values`` and ``action`` are those of ``company_files``."""
    token = os.environ.get("GITHUB_TOKEN")
    if not token:
        cure = "GITHUB_TOKEN=$(gh auth token) careers init … --github"
        raise CareersError("GITHUB_TOKEN is missing", cure)
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com")
    key_file = folder / _KEY
    key = key_file.read_text("utf-8").strip() if key_file.exists() else secrets.token_hex(32)
    owner = values["candidates"].partition("/")[0]
    organisation = Organisation(GitHub(base, token, values["candidates"]), owner)
    files = dict(company_files({**values, **_board(organisation, dry_run=dry_run)}, action))
    for part in (CAREERS, CANDIDATES):
        premises = Premises(GitHub(base, token, values[part]))
        wanted = {
            name.removeprefix(f"{part}/"): text
            for name, text in files.items()
            if name.startswith(f"{part}/")
        }
        there = with_retries(premises.github, premises.read)
        plan = plan_careers(there, wanted)
        if part == CANDIDATES:
            plan = plan_candidates(there, wanted, key)
        _print(premises, there, plan, wanted, dry_run=dry_run)
        if not dry_run:
            _carry_out(premises, plan, key_file, key)
    if not dry_run:
        name = values["careers"].rpartition("/")[2]
        sys.stdout.write(_LATER.format(**values, name=name, owner=owner))


def _board(organisation: Organisation, *, dry_run: bool) -> dict[str, object]:
    """What the settings say of the organisation's issues, once what is missing is made."""
    there = organisation.read()
    if missing := plan_board(organisation.name, there):
        sys.stdout.write(f"{'Would do' if dry_run else 'Doing'} in {organisation.name}:\n")
    for action in missing:
        sys.stdout.write(f"  {action}\n")
        if not dry_run and (told := organisation.apply(action)):
            sys.stdout.write(f"  note: {told}\n")
    return board_values(organisation.read() if missing and not dry_run else there)


def _print(
    premises: Premises, there: Hosted, plan: SetupPlan, files: Mapping[str, str], *, dry_run: bool
) -> None:
    lines = [f"{'Would do' if dry_run else 'Doing'} in {premises.name}:\n"]
    for action in plan.actions:
        lines.append(f"  {action}\n")
        lines += [f"    + {path}\n" for path in sorted(getattr(action, "files", ()))]
    lines += [] if plan.actions else ["  nothing to do\n"]
    sys.stdout.writelines(lines)
    yours = differing(there, files)
    for path in yours:
        text = premises.text((there.files or {})[path])
        sys.stdout.writelines(difference(path, text, files[path]))
    notes = [note for note in plan.notes if not note.endswith("is yours and stays")]
    sys.stdout.writelines(f"  note: {note}\n" for note in notes)
    sys.stdout.flush()


def _carry_out(premises: Premises, plan: SetupPlan, key_file: Path, key: str) -> None:
    from careers.hosting.actions import SetSecret

    builder = Builder(premises.github)
    for action in plan.actions:
        if isinstance(action, SetSecret) and not key_file.exists():
            # Before GitHub has it, from where nobody gets it back.
            create(key_file, f"{key}\n".encode(), "run it again")
            key_file.chmod(0o600)
            sys.stdout.write(f"  {key_file} holds CAREERS_KEY: put it where you keep passwords\n")
        if told := builder.apply(action):
            sys.stdout.write(f"  note: {premises.name}: {told}\n")
