"""The interview process can be read: a section, and in it one list of steps.

The list is what a candidate is promised, and it becomes the stages that their issue moves
through. A section without a list, and `stages` in the front matter that do not fit the list,
are errors, for then there is no telling which stages there are. A missing section, and bullets
at the margin that break the list in two, are warnings: the steps go on over the bullets here,
while on the page their numbers begin anew.

**Bad:**

```markdown
## Interview process

1. We set up a call.
1. We schedule interviews.
- **Team:** You meet your team.
4. We make you an offer.
```

**Good:**

```markdown
## Interview process

1. We set up a call.
1. We schedule interviews.
   - **Team:** You meet your team.
1. We make you an offer.
```

**Allow:** `<!-- careers: allow process: hired through an agency -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.ERROR
DRAFT = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what keeps the process from being a pipeline."""
    process = context.process(posting)
    if process.section or process.steps:
        yield from process.problems
    elif looks_like_posting(posting):
        yield from (replace(problem, severity=Severity.WARNING) for problem in process.problems)
