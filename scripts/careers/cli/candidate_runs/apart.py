"""Work on many issues: what ails one of them stops no other."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from careers.github.errors import ails_one
from careers.text.diagnostics import CareersError


@contextmanager
def apart(number: int, done: Counter[str] | None = None) -> Iterator[None]:
    """Work on one issue: where GitHub refuses what concerns it alone, that is said and counted."""
    try:
        yield
    except CareersError as error:
        if not ails_one(error):
            raise
        sys.stderr.write(f"warning: issue #{number}: {error}\n")
        if done is not None:
            done["in want of a person"] += 1
