"""Print a check's page: what it finds, why, a bad and a good example, how to allow it.

Without a code it lists all of them. Exit status: 0 done, 1 there is no such check.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.checks import Check

AUDIENCE = "author"

_ALLOW = """allow: an allowance names a check, gives a reason and is needed.

`<!-- careers: allow CODE: REASON -->` at the end of a line holds for that line; alone on a line,
for the next line that is not empty. In the front matter it is `# careers: allow CODE: REASON`.
An allowance without a reason or for no check is an error; one that nothing needs is a note, and
`careers fix` takes it away.
"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="the word in brackets: error[CODE]")


def run(args: Namespace) -> int:
    """Print a page, or the list."""
    from careers.checks import all_checks

    checks = {check.code: check for check in all_checks()}
    if args.code is None:
        sys.stdout.write(_list(list(checks.values())))
        return 0
    # `error[title]` and `Front_Matter` are as good.
    code = args.code.lower().replace("_", "-").rpartition("[")[2].rstrip("]")
    if code == "allow":
        sys.stdout.write(_ALLOW)
        return 0
    if code not in checks:
        raise _unknown(args.code, code, list(checks))
    sys.stdout.write(_page(checks[code]))
    return 0


def _list(checks: list[Check]) -> str:
    width = max(len(check.code) for check in checks)
    rows = (f"{c.code:{width}}  {c.severity:7}  {c.page.partition(chr(10))[0]}\n" for c in checks)
    return "".join(rows)


def _page(check: Check) -> str:
    draft = "" if check.draft is check.severity else f", on a draft {check.draft}"
    return f"{check.code} (by default {check.severity}{draft})\n\n{check.page.rstrip()}\n"


def _unknown(given: str, code: str, codes: list[str]) -> CareersError:
    near = get_close_matches(code, [*codes, "allow"], n=1, cutoff=0.5)
    cure = f"did you mean `{near[0]}`?" if near else "`careers explain` lists all of them"
    return CareersError(f"there is no check `{given}`", cure, status=1)
