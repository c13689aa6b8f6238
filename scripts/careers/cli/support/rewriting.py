"""What ``fix`` and ``fmt`` share: their arguments, the difference that they show, the writing."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from careers.files.load import POSTINGS, posting_paths, read_bytes
from careers.files.rewrite import rewrite
from careers.text.diagnostics import CareersError

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[POSTINGS],
        metavar="PATH",
        help=f"postings, or folders of them (default: {POSTINGS}/)",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit status 1 says that something would change",
    )
    parser.add_argument("--diff", action="store_true", help="write nothing, show the difference")


def read_files(args: Namespace) -> tuple[dict[str, bytes], int]:
    """The files that the arguments name, by path; and how many others cannot be read.

    Those are named on the standard error.
    """
    files, unread = {}, 0
    for path in posting_paths(args.paths):
        try:
            files[path.as_posix()] = read_bytes(path)
        except CareersError as error:
            unread += 1
            sys.stderr.write(f"error: {error}\n  help: {error.help}\n")
    return files, unread


def carry_out(
    args: Namespace, old: Mapping[str, bytes], new: Mapping[str, bytes], done: str
) -> int:
    """Show what differs, write it unless told not to, and count; the exit status."""
    changed = [path for path, data in new.items() if data != old[path]]
    for path in changed:
        sys.stdout.write(_difference(path, old[path].decode(), new[path].decode()))
    if not (args.check or args.diff):
        for path in changed:
            rewrite(Path(path), new[path])
    would = "would change" if args.check or args.diff else "changed"
    count = f"{len(changed)} of {len(new)} {'file' if len(new) == 1 else 'files'} {would}"
    sys.stdout.write(f"{count}{done if changed else ''}\n")
    return int(args.check and bool(changed))


def _difference(path: str, old: str, new: str) -> str:
    name = path.lstrip("/")
    lines = unified_diff(list(_lines(old)), list(_lines(new)), f"a/{name}", f"b/{name}", n=2)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(text: str) -> Iterator[str]:
    """The lines as a terminal may show them: what has no shape is named, as in ``^M``."""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        yield _UNSEEN.sub(_name, line)


def _name(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"^{chr(code ^ 64)}" if code < 128 else f"<U+{code:04X}>"  # noqa: PLR2004 - ASCII
