"""Work on many issues: what ails one of them stops no other."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from careers.cli.candidate_runs.parts import LATER
from careers.github.errors import UnansweredError
from careers.text.diagnostics import CareersError


class Going(Protocol):
    """What tells whether others can be gone on with; a repository does."""

    def goes_on(self, error: CareersError) -> bool:
        """Whether what is wrong is wrong with one issue alone."""


@contextmanager
def apart(going: Going, number: int = 0, done: Counter[str] | None = None) -> Iterator[None]:
    """Work on one issue: where GitHub refuses what concerns it alone, that is said and counted.

    So is what it does not answer there, while it answers all else: that is for the next run.
    """
    try:
        yield
    except CareersError as error:
        if not going.goes_on(error):
            raise
        where = f"issue #{number}: " if number else ""
        sys.stderr.write(f"warning: {where}{error}\n")
        if done is not None:
            left = isinstance(error, UnansweredError)
            done[LATER if left else "in want of a person"] += 1
