"""The dates make sense, today.

A posting closes after it was posted. One that is open was posted already and still takes
applications; a day far off is a slip of the pen. That a posting should be closed by now is a
warning, for it comes with time and not with a change. The last day to apply holds until it is over
in the company's time zone (`[company] timezone`), else everywhere on earth.

**Bad:**

```markdown
---
posted: 2026-03-02
closes: 2026-02-28
---
```

**Good:**

```markdown
---
posted: 2026-03-02
closes: 2026-06-30
---
```

**Allow:** `# careers: allow dates: the fair is in 2031` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.ERROR

_FIRST_YEAR = 2000
_YEARS_AHEAD = 3


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the days that cannot be meant."""
    posted, closes = posting.meta.posted, posting.meta.closes
    if posted and closes and closes < posted:
        message = f"it closes on {closes}, before it was posted on {posted}"
        yield Problem(posting.place("closes"), message, "mend one of the two days")
        closes = None
    last = context.today.year + _YEARS_AHEAD
    for name, day in (("posted", posted), ("closes", closes)):
        if day and not _FIRST_YEAR <= day.year <= last:
            message = f"`{name}` is far off: {day}"
            # Nothing was posted in years to come, while a day to close may be far.
            severity = None if name == "posted" and day.year > last else Severity.WARNING
            yield Problem(posting.place(name), message, "mend the year", severity)
    if posting.meta.status is not Status.OPEN:
        return
    if posted and posted > (context.latest or context.today) and posted.year <= last:
        message = f"an open posting was posted in the future, on {posted}"
        cure = f"write `posted: {context.today}`, or `status: draft` until then"
        yield Problem(posting.place("posted"), message, cure)
    if closes and closes.year >= _FIRST_YEAR and closes < context.today:
        message = f"the last day to apply has passed: {closes}"
        cure = "write `status: closed`, or a later day"
        yield Problem(posting.place("closes"), message, cure, Severity.WARNING)
