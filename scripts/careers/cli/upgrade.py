"""Move the workflows to another version of this program: by default, to the one installed.

In the folder of a careers or a candidates repository (or in both, named), every workflow that calls
it gets the new pin. A workflow that nobody changed becomes that of the new version, a new one is
laid down, and a change of yours is merged with ours; where both changed one place, yours stays and
it is said. What a workflow was made from is read from GitHub, with GITHUB_TOKEN; without it, only
pins are moved. Settings of an older shape get the newest one, and keep their comments. The
difference is printed, and what is new since the version before; commit it as a pull request.

Exit status: 0 done, 1 there is no workflow of ours, 2 a file could not be read or written.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.hosting.upgrading import Upgraded

AUDIENCE = "administrator"

_BELOW = ".github/workflows/"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[Path()], metavar="FOLDER",
        help="the repositories' folders (here)",
    )  # fmt: skip
    parser.add_argument("--to", metavar="OWNER/NAME@COMMIT", help="the version to call")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written")


def run(args: Namespace) -> int:
    """Read, plan, print, write."""
    from careers.cli.administration.versions import action_of, workflows_of
    from careers.files.package_data import changelog
    from careers.hosting.pins import version_of
    from careers.hosting.upgrading import changelog_between

    action = action_of(args.to)
    before = ""
    for folder in args.folders:
        there = workflows_of(folder)
        if not there:
            message = f"{folder}: no workflow there calls this program"
            raise CareersError(message, "name a folder that `careers init` laid down", status=1)
        before = before or next(filter(None, map(version_of, there.values())), "")
        _upgrade(folder, there, action, dry_run=args.dry_run)
    if news := changelog_between(changelog(), before):
        sys.stdout.write(f"\nWhat is new since {before or 'the beginning'}:\n\n{news}\n")
    return 0


def _upgrade(folder: Path, there: Mapping[str, str], action: str, *, dry_run: bool) -> None:
    from careers.cli.administration.versions import ours_at, settings_of
    from careers.files.git import merge
    from careers.hosting.upgrading import Upgraded, upgraded
    from careers.settings.versions import migrated, migrations

    base, ours = ours_at(folder, there, action)
    changes = upgraded(there, base, ours, action, merge)
    made = {_BELOW + name: (there.get(name), change) for name, change in changes.items()}
    for name, text in settings_of(folder).items():
        made[name] = text, Upgraded(migrated(name, text, migrations()))
    changed = sum(
        _write(folder / name, old, change, dry_run=dry_run)
        for name, (old, change) in sorted(made.items())
    )
    would = "would change" if dry_run else "changed"
    sys.stdout.write(f"{folder}: {counted(changed, 'file')} {would}\n")


def _write(path: Path, old: str | None, change: Upgraded, *, dry_run: bool) -> bool:
    """Show how a file changes, and write it; whether it does."""
    from careers.files.rewrite import create, rewrite

    lines = unified_diff(
        (old or "").splitlines(), change.text.splitlines(), str(path), str(path), lineterm="", n=1
    )
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if change.told:
        sys.stdout.write(f"note: {path}: {change.told}\n")
    if dry_run or change.text == old:
        return change.text != old
    if old is None:
        create(path, change.text.encode(), "run it again")
    else:
        rewrite(path, change.text.encode())
    return True
