"""What is told of openings agrees: with `vacancy:`, and with the number of applications.

`openings: 3` says how many people are sought; `/hire` fills one, and the last one asks whether to
close the posting. With `vacancy: false` there is none to fill, and with fewer
`max_applications:` than openings the job would be called full before anybody can be chosen.

**Bad:**

```markdown
---
title: Baker
vacancy: false
openings: 2
---
```

**Good:**

```markdown
---
title: Baker
vacancy: true
openings: 2
max_applications: 200
---
```

**Allow:** `# careers: allow openings: we fill them next year` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.WARNING


def check(posting: Posting, _context: Context) -> Iterator[Problem]:
    """Yield the field that contradicts the openings."""
    meta = posting.meta
    if meta.openings is None:
        return
    if meta.vacancy is False:
        message = "`vacancy: false` says that nobody is sought now, and `openings` that somebody is"
        yield Problem(posting.place("openings"), message, "take one of the two out")
    if meta.max_applications is not None and meta.max_applications < meta.openings:
        message = f"{meta.max_applications} applications are fewer than {meta.openings} openings"
        cure = "raise `max_applications`, or take it out"
        yield Problem(posting.place("max_applications"), message, cure)
