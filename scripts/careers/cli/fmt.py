"""Lay postings out in one style, and show the difference. What renders does not change.

Front matter: the fields in the order of docs/postings.md, lists one item a line, no needless
quotes; comments stay with the field below them. Text: bullets are `-`, numbers count up, what is
nested begins below the text it belongs to, one blank line around headings and lists, no blanks at
line ends, one line end at the end. A file with an error of syntax stays as it is.

Exit status: 0 done, 1 with --check where something would change, or where a file could not be read
(the others are laid out), 2 it could not run.
"""

from __future__ import annotations

from argparse import Namespace

from careers.cli.support.rewriting import carry_out, configure, read_files

AUDIENCE = "author"

__all__ = ["configure", "run"]


def run(args: Namespace) -> int:
    """Lay the files out."""
    from careers.fixes.layout import fmt

    files, unread = read_files(args)
    new = {path: fmt(path, data) for path, data in files.items()}
    return carry_out(args, files, new, "") or int(bool(unread))
