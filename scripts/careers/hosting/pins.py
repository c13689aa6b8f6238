"""Which commit of this program a workflow calls, and another put in its place."""

from __future__ import annotations

import re

# Ours is the one that takes a verb.
_USES = re.compile(
    r"(?m)^(?P<lead>[ ]*(?:- )?uses: )(?P<name>[\w.-]+/[\w.-]+)@(?P<commit>[0-9a-f]{40})"
    r"(?P<version> # \S+)?(?P<rest>\n[ ]+with:\n[ ]+verb: )"
)


def pin_of(workflow: str) -> str | None:
    """OWNER/NAME@COMMIT of the first step that calls it; None where none does."""
    match = _USES.search(workflow)
    return f"{match['name']}@{match['commit']}" if match else None
