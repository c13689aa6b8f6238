"""Mend what findings say how to mend, and show the difference.

Only what has one answer is mended: line ends, a field's slip of the pen, a day written another
way, bullets that break a list, a comment that allows nothing. The rest of a file stays as it is,
to the byte. `careers explain CODE` tells what a check finds.

Exit status: 0 done, 1 with --check where something would change, 2 it could not run.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli._mending import carry_out, configure, read_files
from careers.edges.files import as_posting, load_settings

if TYPE_CHECKING:
    from careers.mend.fix import Find
    from careers.posting import Posting
    from careers.shared import SharedText

__all__ = ["configure", "run"]


def run(args: Namespace) -> int:
    """Mend the files."""
    from careers.checks import Context, check_posting  # noqa: PLC0415 - not to show the help
    from careers.edges.surroundings import look_around  # noqa: PLC0415
    from careers.mend.fix import fix_all  # noqa: PLC0415

    settings, today = load_settings(), datetime.now(UTC).date()

    around = look_around(args.paths)

    def finder(postings: tuple[Posting, ...]) -> Find:
        context = Context(settings, today, postings, os.path.exists, around=around)
        return partial(check_posting, context=context)

    known: dict[Path, dict[str, SharedText]] = {}
    files = read_files(args)
    fixed = fix_all(files, finder, lambda path, data: as_posting(Path(path), data, known))
    counts = Counter(finding.code for state in fixed.values() for finding in state.mended)
    done = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    return carry_out(args, files, {p: state.data for p, state in fixed.items()}, f" ({done})")
