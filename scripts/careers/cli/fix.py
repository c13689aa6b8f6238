"""Mend what findings say how to mend, and show the difference.

Only what has one answer is mended: line ends, a field's slip of the pen, a day written another
way, bullets that break a list, a misspelt word in a text that is surely English, a comment that
allows nothing. The rest of a file stays as it is, to the byte. What needs a person is told at the
end. `careers explain CODE` tells what a check finds.

With --images, the images of other hosts are fetched as well and kept in `images/` beside their
posting. Nothing else of this asks the network.

Exit status: 0 done, 1 with --check where something would change, or where a file could not be read
or an image not be brought in (the rest is done), 2 it could not run.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.support import rewriting as _rewriting
from careers.cli.support.clock import latest_today, today
from careers.cli.support.rewriting import carry_out, read_files
from careers.files.load import as_posting, load_settings, read_bytes

if TYPE_CHECKING:
    from careers.checks import Context
    from careers.cli.support.remote_images import LocalImages
    from careers.fixes.fix import Find, Fixed
    from careers.markdown.includes import SharedText
    from careers.posting.posting import Posting
    from careers.text.diagnostics import Finding

AUDIENCE = "author"

_REMOTE = "remote-image"
_MOST = 10  # lines of what is left


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    _rewriting.configure(parser)
    help_text = "fetch the images of other hosts and keep them in the repository (asks the network)"
    parser.add_argument("--images", action="store_true", help=help_text)


def run(args: Namespace) -> int:
    """Mend the files."""
    from careers.checks import Context
    from careers.files.repository_files import find_files

    settings = load_settings()
    context = Context(
        settings, today(settings), files=find_files(args.paths), latest=latest_today(settings)
    )
    if any(map(os.path.isdir, args.paths)):
        from careers.files.renames import earlier_names

        context = replace(context, earlier=earlier_names(args.paths))
    (files, unread), left = read_files(args), _Left()
    fixed = _fix(files, context, left)
    counts = Counter(finding.code for state in fixed.values() for finding in state.mended)
    new = {path: state.data for path, state in fixed.items()}
    if not args.images:
        status = carry_out(args, files, new, _done(counts))
        sys.stdout.write(left.told() + left.images())
        return status or int(bool(unread))
    texts = (text for text in context.files.shared if not text.source.garbled)
    shared = {text.path: read_bytes(Path(text.path)) for text in texts}
    local = _fetch(shared | new, context)
    counts[_REMOTE] += local.count
    _place(args, local)
    old = {path: shared[path] for path in shared.keys() & local.texts.keys()} | files
    status = carry_out(args, old, new | local.texts, _done(counts))
    return 1 if local.left or unread else status


class _Left:
    """What no edit mends, in each file as it was looked at last."""

    def __init__(self) -> None:
        self._found: dict[str, list[Finding]] = {}

    def note(self, posting: Posting, findings: Iterable[Finding]) -> None:
        """The findings of a posting, in place of those of before."""
        self._found[posting.path] = [finding for finding in findings if not finding.edits]

    def told(self) -> str:
        """What is left for a person: how much, of which kinds, and the worst of it by its place."""
        from careers.text.diagnostics import Severity, worst_first

        every = {finding: None for found in self._found.values() for finding in found}
        left = worst_first(finding for finding in every if finding.code != _REMOTE)
        if not left:
            return ""
        counts = _done(Counter(finding.code for finding in left))
        named = [finding for finding in left if finding.severity is not Severity.NOTE]
        lines = [
            f"  {f.path}:{f.span.line}: {f.severity}[{f.code}]: {f.message}\n"
            for f in named[:_MOST]
        ]
        head = f"Left for you: {len(left)}{counts}; `careers validate` tells how\n"
        return "".join([head, *lines])

    def images(self) -> str:
        """A line that says how to bring images of other hosts in; none where there are none."""
        found = (f for every in self._found.values() for f in every if f.code == _REMOTE)
        number = len({(finding.path, finding.span) for finding in found})
        cure = "`careers fix --images` brings them into the repository"
        return f"Images of other hosts: {number}; {cure}\n" if number else ""


def _fix(files: dict[str, bytes], context: Context, left: _Left) -> dict[str, Fixed]:
    from careers.checks import check_posting
    from careers.fixes.fix import fix_all, is_text

    def finder(postings: tuple[Posting, ...]) -> Find:
        known = replace(context, postings=postings)

        def find(posting: Posting) -> list[Finding]:
            found = list(check_posting(posting, known))
            left.note(posting, found)
            return found

        return find

    texts: dict[Path, dict[str, SharedText]] = {}

    def read(path: str, data: bytes) -> Posting:
        return as_posting(Path(path), data, texts)

    fixed = fix_all(files, finder, read)
    for path, data in files.items():
        if not is_text(data):  # nothing in it can be mended, and that is left to say
            finder(())(read(path, data))
    return fixed


def _fetch(texts: dict[str, bytes], context: Context) -> LocalImages:
    from careers.cli.support.remote_images import fetch_all

    return fetch_all(texts, context)


def _place(args: Namespace, local: LocalImages) -> None:
    """Write the images, which the texts will lead to; say what becomes of each."""
    from careers.cli.support.remote_images import lines
    from careers.files.rewrite import create

    if not (args.check or args.diff):
        for path, data in local.images.items():
            create(path, data, "run it again")
    sys.stdout.writelines(f"{line}\n" for line in lines(local))


def _done(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{code} {count}' for code, count in sorted((+counts).items()))})"
