"""A job keeps its id.

`id` is the company's own number of the job. Search engines and other systems know the job again
by it: with another number it is another job, and the one before seems to be gone. A posting that
had none may get one. It is looked for on a pull request, where there is something to compare
with.

**Bad:**

```diff
-id: PROD-7
+id: PROD-8
```

**Good:**

```diff
+id: PROD-7
```

**Allow:** `# careers: allow id-changed: our numbers begin anew` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.ERROR
NEEDS_BASE = True


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the id, where the posting had another."""
    before = context.base(posting) if context.base else None
    old = before.meta.id if before else None
    if old is None or posting.meta.id == old:
        return
    now = f"is `{posting.meta.id}` now" if posting.meta.id else "is gone"
    message = f"the job's id was `{old}` and {now}"
    yield Problem(posting.place("id"), message, f"write `id: {old}`; a new job is a new file")
