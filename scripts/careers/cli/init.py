"""Lay down a company's two repositories: postings in public, candidates in private.

They hold what is the company's alone: settings, a posting to fill in, and workflows of a few lines
that call this program at a pinned commit (--source; without it, the one that is installed). What is
not given is asked for, where somebody sits at the terminal. Run again, it shows how a file that is
there differs, and never writes over it.

With --github both are set up there instead: made where they are missing, their files committed,
Pages, the environment `candidates` with a new CAREERS_KEY, a rule for the default branch, labels,
and where the organisation has issue fields and types, those of a board.
The plan is printed first; what is there stays. GITHUB_TOKEN must be an administrator's (as `gh auth
token` prints it, with `workflow`), and is stored nowhere.

Exit status: 0 done, 1 a value is missing or wrong, 2 a file could not be written or GitHub refused.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import careers
from careers.cli.administration.yours import difference
from careers.files.load import SETTINGS
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

AUDIENCE = "administrator"

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,99})")
_SOURCE = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}(?: # [\w.-]+)?")
_ASKED = {
    "company": "The company's name",
    "owner": "The owner of the repositories on GitHub (an organisation or a person)",
    "contact": "An address that people write to about applications (Enter for none)",
}
_LATER = """
Next, from {folder}:

  1. Make both repositories and push them (https://github.com/new, or with the command gh):
       cd careers && git init -b main && git add . && git commit -m "Our careers site"
       gh repo create {careers} --public --source . --push && cd ..
       cd candidates && git init -b main && git add . && git commit -m "Our candidates"
       gh repo create {candidates} --private --source . --push && cd ..
  2. Pages from workflows: https://github.com/{careers}/settings/pages, Source "GitHub Actions"
  3. The environment `candidates`, for the default branch alone, with the secret CAREERS_KEY
     (openssl rand -hex 32; keep a copy where you keep passwords):
     https://github.com/{candidates}/settings/environments
  4. The labels: https://github.com/{candidates}/actions/workflows/labels.yml, "Run workflow"
  5. A check and a review before each merge: https://github.com/{careers}/settings/rules

`careers validate careers/postings` says what the first posting lacks; it is a draft until its
`status:` is `open`.
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER",
                        help="where both are laid, as careers/ and candidates/ (here)")  # fmt: skip
    parser.add_argument("--company", metavar="NAME", help="the company's name")
    parser.add_argument("--owner", metavar="LOGIN", help="who owns the repositories on GitHub")
    parser.add_argument(
        "--careers", default="careers", metavar="NAME", help="the public one's name"
    )
    parser.add_argument(
        "--candidates", default="candidates", metavar="NAME", help="the private one's name"
    )
    parser.add_argument("--contact", metavar="ADDRESS", help="an address for applications")
    parser.add_argument("--home", default="", metavar="URL", help="the company's home page")
    parser.add_argument("--site", metavar="URL", help="the site's address, if not GitHub's")
    parser.add_argument("--source", metavar="OWNER/NAME@COMMIT", help="the program to call")
    parser.add_argument("--github", action="store_true", help="set both up on GitHub, not on disk")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written")


def run(args: Namespace) -> int:
    """Ask, plan, print, write."""
    # Jinja2 and git are not loaded to show a verb's help.
    from careers.files.company_repositories import CAREERS, company_files
    from careers.files.installed import source
    from careers.hosting.board import IssueParts, board_values

    if sys.stdin.isatty() and sys.stdout.isatty():
        _ask(args)
    action = args.source or f"{source()} # v{careers.__version__}"
    values = _values(args, action)
    files = list(company_files({**values, **board_values(IssueParts())}, action))
    _readable(dict(files)[f"{CAREERS}/{SETTINGS}"])
    if args.github:
        from careers.cli.administration.setting_up import set_up

        set_up(args.folder, values, action, dry_run=args.dry_run)
        return 0
    written = 0
    for name, text in files:
        written += _laid(args.folder / name, text, dry_run=args.dry_run)
    would = "to be written" if args.dry_run else "written"
    sys.stdout.write(f"{counted(written, 'file')} {would}\n")
    if written and not args.dry_run:
        sys.stdout.write(_LATER.format(folder=args.folder.resolve(), **values))
    return 0


def _ask(args: Namespace) -> None:
    for name, question in _ASKED.items():
        if getattr(args, name) is None:
            setattr(args, name, input(f"{question}: ").strip())


def _values(args: Namespace, action: str) -> dict[str, str]:
    missing = [f"--{name}" for name in ("company", "owner") if not getattr(args, name)]
    if missing:
        message = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
        cure = 'e.g. `careers init --company "Example Tools" --owner example-tools`'
        raise CareersError(message, cure, status=1)
    for name in ("owner", "careers", "candidates"):
        if not _NAME.fullmatch(getattr(args, name)):
            message = f"--{name}: `{getattr(args, name)[:60]}` is no name on GitHub"
            raise CareersError(message, "letters, digits, `-`, `_` and `.`", status=1)
    if not _SOURCE.fullmatch(action):
        message = f"--source: `{action[:100]}` names no commit"
        raise CareersError(message, "OWNER/NAME@ and the 40 digits of a commit", status=1)
    careers = f"{args.owner}/{args.careers}"
    host = f"https://{args.owner.lower()}.github.io/"
    own = args.careers.lower() == f"{args.owner.lower()}.github.io"
    repository, _, commit = action.partition(" ")[0].partition("@")
    return {
        "company": " ".join(args.company.split()),
        "home": args.home,
        "site": args.site or (host if own else f"{host}{args.careers}/"),
        "careers": careers,
        "candidates": f"{args.owner}/{args.candidates}",
        "contact": args.contact or "",
        "docs": f"https://github.com/{repository}/blob/{commit}/docs",
    }


def _readable(text: str) -> None:
    """Raise CareersError where no verb could read the settings that were made of the values."""
    from careers.settings import read_settings

    try:
        read_settings(text, SETTINGS)
    except CareersError as error:
        where = str(error).partition("\n")[2] or str(error)
        message = f"of what was given come settings that cannot be used\n{where}"
        raise CareersError(message, "give another --contact, --home or --site", status=1) from None


def _laid(path: Path, text: str, *, dry_run: bool) -> bool:
    """Write a file that is not there; of one that differs, show how. Whether it is written."""
    from careers.files.rewrite import create

    try:
        there = path.read_text("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError):
        message = f"{path} cannot be read"
        raise CareersError(message, "move it away, or save it as UTF-8") from None
    if there is None:
        if not dry_run:
            create(path, text.encode())
        sys.stdout.write(f"+ {path.as_posix()}\n")
        return True
    if there != text:
        sys.stdout.writelines(difference(path.as_posix(), there, text))
    return False
