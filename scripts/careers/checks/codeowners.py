"""Somebody reviews each posting: CODEOWNERS names an owner for its file.

Where a repository has a CODEOWNERS file, GitHub asks the owners of a file for review. A posting
that no line of it covers, or that a line without an owner takes out, is merged without anybody of
its team having looked. It is a warning, at the posting's team. Without such a file nothing is
checked.

**Bad:**

```text
/docs/ @acme/writers
```

**Good:**

```text
/postings/                   @acme/recruiting
/postings/product-*.md       @acme/recruiting @acme/product
```

**Allow:** `# careers: allow codeowners: whoever merges reviews it` at the end of the line of
`team`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

if TYPE_CHECKING:
    from codeowners import CodeOwners

SEVERITY = Severity.WARNING

_LINES = 3_000


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield that nobody owns the posting's file."""
    owners = context.files.owners
    path = posixpath.normpath(posting.path.replace("\\", "/"))
    if owners is None or path.startswith(("..", "/")):
        return
    found, line, _, _ = _read(owners.source.text).matching_line(path)
    if found:
        return
    team = posting.meta.team
    who = f", team `{team[:60]}`," if team else ""
    why = f"line {line} of it names none" if line else "no line of it covers the file"
    message = f"this posting{who} has no owner in {owners.path}: {why}"
    cure = f"add a line such as `/{posixpath.dirname(path) or '*'}/ @acme/recruiting` there"
    yield Problem(posting.place("team"), message, cure)


@lru_cache(maxsize=4)
def _read(text: str) -> CodeOwners:
    from codeowners import CodeOwners  # noqa: PLC0415 - loaded where there is such a file

    # GitHub skips a line with what it does not know; many stars make a pattern slow to match.
    known = re.compile(r"(?!\^?\[)(?:[^\s!\[\]*]|\*(?!(?:[^\s*]*\*){6})){1,300}(?:\s.*)?")
    lines = text.split("\n")[:_LINES]
    return CodeOwners("\n".join(line if known.fullmatch(line.strip()) else "" for line in lines))
