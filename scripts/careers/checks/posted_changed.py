"""The day an open job was posted stays as it is.

`posted` is the day on which candidates could first see the job. Search engines sort by it, and
take a day that moves for a job that pretends to be new: Google's
[policies for job postings](https://developers.google.com/search/docs/appearance/structured-data/job-posting)
name it. Opening a draft or reopening a closed posting sets it anew, and that is right. It is a
warning, because a wrong day may be mended. It is looked for on a pull request, where there is
something to compare with.

**Bad:**

```diff
 status: open
-posted: 2026-03-02
+posted: 2026-06-01
```

**Good:**

```diff
-status: closed
-posted: 2026-03-02
+status: open
+posted: 2026-06-01
```

**Allow:** `# careers: allow posted-changed: the day was wrong` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.WARNING
NEEDS_BASE = True


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the day, where an open posting had another."""
    before = context.base(posting) if context.base else None
    if before is None or before.meta.posted is None:
        return
    if {before.meta.status, posting.meta.status} != {Status.OPEN}:
        return
    if posting.meta.posted != before.meta.posted:
        now = posting.meta.posted or "no day"
        message = f"`posted` changes from {before.meta.posted} to {now} while the job stays open"
        cure = f"write `posted: {before.meta.posted}`"
        yield Problem(posting.place("posted"), message, cure)
