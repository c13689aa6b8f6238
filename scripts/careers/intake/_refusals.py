"""What a source finds to be no application: nobody is kept waiting, and nothing is opened."""

from __future__ import annotations

from typing import NoReturn

from careers.text.diagnostics import CareersError


class Unwanted(CareersError):  # noqa: N818 - it is an answer, not a fault
    """What was sent is no application: a test, something half filled in, spam, a machine's mail."""


def refuse(why: str) -> NoReturn:
    """Raise that it is none; ``why`` holds nothing of what was sent."""
    raise Unwanted(f"this is no application: {why}", "nothing is to be done", status=1)
